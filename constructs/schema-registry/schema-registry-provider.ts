import { RestfulProvider } from '@cdktf/provider-restful/lib/provider';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ISchemaRegistry } from './schema-registry';

/** The provider for `registry` in the stack around `scope`: the one that its owner made, else a new one. */
export function ensureSchemaRegistryProvider(scope: IConstruct, registry: ISchemaRegistry): RestfulProvider {
  const stack = TerraformStack.of(scope);
  const providers = stack.node.children.filter((child) => child instanceof RestfulProvider);
  const alias = providers.length > 0 ? `schema-registry-${providers.length + 1}` : undefined;
  return (
    providers.find(({ baseUrl }) => baseUrl === registry.hostUrl) ??
    new RestfulProvider(stack, alias ?? 'schema-registry', { baseUrl: registry.hostUrl, alias })
  );
}
