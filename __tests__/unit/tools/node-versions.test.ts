import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { minVersion, satisfies } = jest.requireActual<{
  readonly minVersion: (range: string) => { readonly version: string };
  readonly satisfies: (version: string, range: string) => boolean;
}>('semver');

interface Package {
  readonly engines?: { readonly node?: string };
}
const json = (file: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', '..', file), 'utf8')) as unknown;

const { engines } = json('package.json') as Required<Package>;
const { packages } = json('package-lock.json') as { readonly packages: Readonly<Record<string, Package>> };

test.each([minVersion(engines.node!).version, '24.0.0'])(
  'Node %s is refused by no package that is locked',
  (version) => {
    const refusing = Object.entries(packages).filter(
      ([, { engines: its }]) => !satisfies(version, its?.node ?? '*'),
    );
    expect(refusing.map(([path, { engines: its }]) => `${path} wants ${its?.node}`)).toEqual([]);
  },
);
