import { TerraformStack, Testing } from 'cdktf';
import { PROVIDERS } from '../../../../cli/setup/providers';
import {
  RestfulDataSource,
  RestfulProvider,
  RestfulResource,
} from '../../../../constructs/providers/restful';

const attributes = { path: '/people', body: { name: 'Ada' } };

const stackOf = (fill: (stack: TerraformStack) => void): TerraformStack => {
  const stack = new TerraformStack(Testing.app(), 'rest');
  fill(stack);
  return stack;
};

test('attributes are rendered by the names of the provider, beside the arguments of Terraform', () => {
  const stack = stackOf((scope) => {
    const provider = new RestfulProvider(scope, 'provider', {
      baseUrl: 'http://localhost:8081',
      alias: 'it',
    });
    const made = new RestfulResource(scope, 'made', { provider, attributes });
    new RestfulDataSource(scope, 'read', { provider, dependsOn: [made], attributes: { id: '/people/1' } });
  });
  expect(JSON.parse(Testing.synth(stack))).toMatchObject({
    provider: { restful: [{ base_url: 'http://localhost:8081', alias: 'it' }] },
    resource: { restful_resource: { made: { ...attributes, provider: 'restful.it' } } },
    data: { restful_resource: { read: { id: '/people/1', depends_on: ['restful_resource.made'] } } },
  });
});

test('the stack needs the provider in the version that is built where no registry answers', () => {
  const stack = stackOf((scope) => new RestfulProvider(scope, 'provider', { baseUrl: 'http://localhost' }));
  const { terraform } = JSON.parse(Testing.synth(stack)) as { terraform: object };
  const { source, version } = PROVIDERS.find((each) => each.source === 'magodo/restful')!;
  expect(terraform).toMatchObject({ required_providers: { restful: { source, version } } });
});

test('HCL has the attributes too', () => {
  const stack = stackOf((scope) => new RestfulResource(scope, 'made', { attributes: { path: '/people' } }));
  expect(Testing.synthHcl(stack)).toContain('path = "/people"');
});
