import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing, type App, type TerraformStack } from 'cdktf';
import { ContainerImage } from '../../../../constructs/core/container-image';
import type { DockerPlatform } from '../../../../constructs/core/docker-platform';
import { HealthCheck } from '../../../../constructs/core/health-check';
import type { ImageBuild } from '../../../../constructs/core/image-build';
import { Service } from '../../../../constructs/core/service';
import { Size } from '../../../../constructs/core/size';
import { container, newPlatform, newStack, resources } from '../../../support/synth';

let directory: string;
let build: ImageBuild;

const write = (path: string, content: string): void => {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), content);
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'image-build-'));
  image = 'example.com:5000/team/web:1';
  write('plus.Dockerfile', 'ARG BASE\nFROM $BASE');
  write('folder/lib/a.jar', 'one');
  build = {
    name: 'more',
    files: { Dockerfile: join(directory, 'plus.Dockerfile'), added: join(directory, 'folder') },
    arguments: { COLOUR: '${blue}' },
  };
});

let image: string;

function run(stack: TerraformStack, platform: DockerPlatform, serviceName = 'web'): Service {
  return new Service(stack, serviceName, {
    platform,
    serviceName,
    image: ContainerImage.of(image),
    user: 'web',
    healthCheck: HealthCheck.bash('true'),
    memory: Size.mebibytes(64),
  });
}

/** The reference that a service of its own gets. */
function reference(given: ImageBuild = build): string {
  const stack = newStack();
  const platform = newPlatform(stack);
  platform.extendImage(run(stack, platform), given);
  return container(stack, 'web').image;
}

test('a service runs on the image that was built from its own, which comes first', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  platform.extendImage(run(stack, platform), build);

  expect(container(stack, 'web').image).toMatch(/^cdktf-streaming\/web:more-[0-9a-f]{12}$/);
  expect(container(stack, 'web').depends_on).toContainEqual(expect.stringMatching(/^docker_image\..*more-/));
  const built = resources(stack, 'docker_image').find(({ name }) => name === container(stack, 'web').image);
  expect(built).toMatchObject({
    keep_locally: true,
    build: { build_args: { BASE: 'example.com:5000/team/web:1', COLOUR: '$${blue}' } },
    depends_on: [expect.stringMatching(/^docker_image\..*team-web-1/)],
  });
});

test('services of one construct share what is built, and others keep their image', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const others = newStack('others', stack.node.root as App);
  run(stack, platform, 'web1');
  run(stack, platform, 'web2');
  run(others, platform, 'other');
  platform.extendImage(stack, build);
  expect(container(stack, 'web1').image).toBe(container(stack, 'web2').image);
  expect(container(others, 'other').image).toBe('example.com:5000/team/web:1');
  expect(resources(stack, 'docker_image')).toHaveLength(2);
});

test('a second build begins from the first', () => {
  const stack = newStack();
  const platform = newPlatform(stack);
  const service = run(stack, platform);
  platform.extendImage(service, build);
  platform.extendImage(service, { ...build, name: 'even-more' });
  const images = resources(stack, 'docker_image') as unknown as {
    name: string;
    build?: { build_args: { BASE: string } };
  }[];
  const [first, second] = ['more-', 'even-more-'].map((name) =>
    images.find((image) => image.name.includes(`:${name}`)),
  );
  expect(second?.build?.build_args.BASE).toBe(first?.name);
  expect(container(stack, 'web').image).toBe(second?.name);
});

test('a build belongs to the stack of the platform, which is deployed before that of the service', () => {
  const platformStack = newStack('platform');
  const services = newStack('services', platformStack.node.root as App);
  const platform = newPlatform(platformStack);
  platform.extendImage(run(services, platform), build);
  expect(resources(platformStack, 'docker_image')).toHaveLength(2);
  expect(resources(services, 'docker_image')).toEqual([]);
  expect(services.dependencies).toEqual([platformStack]);
});

test.each<[string, () => void]>([
  ['the content of a file', () => write('folder/lib/a.jar', 'two')],
  ['a file more', () => write('folder/b.jar', '')],
  ['the exec bit of a file', () => chmodSync(join(directory, 'folder/lib/a.jar'), 0o755)],
  ['the image it begins from', () => (image = 'example.com:5000/team/web:2')],
  ['the Dockerfile', () => write('plus.Dockerfile', 'ARG BASE\nFROM $BASE\nUSER 1')],
  ['a build argument', () => (build = { ...build, arguments: { COLOUR: 'red' } })],
])('the reference changes with %s', (_, change) => {
  const before = reference();
  expect(reference()).toBe(before);
  change();
  expect(reference()).not.toBe(before);
});

test('the context is written when it is synthesized, and named by a relative path', () => {
  const app = Testing.app();
  const stack = newStack('test', app);
  const platform = newPlatform(stack);
  platform.extendImage(run(stack, platform), build);
  expect(existsSync(join(app.outdir, 'stacks', 'test'))).toBe(false);
  write('folder/__pycache__/a.pyc', 'left by Python');
  app.synth();

  const folder = join(app.outdir, 'stacks', 'test');
  const json = readFileSync(join(folder, 'cdk.tf.json'), 'utf8');
  const [, context = ''] = /"context": "([^"]+)"/.exec(json) ?? [];
  expect(context).toMatch(/^images\/cdktf-streaming-web-more-/);
  expect(readdirSync(join(folder, context)).sort()).toEqual(['Dockerfile', 'added']);
  expect(readdirSync(join(folder, context, 'added'))).toEqual(['lib']);
  expect(readFileSync(join(folder, context, 'added/lib/a.jar'), 'utf8')).toBe('one');
  expect(json).not.toContain(tmpdir());
});
