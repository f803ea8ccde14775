import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { removeUnknown } from '../../../cli/docker/repair';
import type { Stack } from '../../../cli/engine/synthesis';

const PLATFORM = { 'cdktf-streaming.platform': 'streaming' };

let states: string;

beforeEach(() => {
  states = mkdtempSync(join(tmpdir(), 'repair-'));
});

/** Has a state with these ids. */
function state(stack: string, ...ids: string[]): string {
  const resources = ids.map((id) => ({
    mode: 'managed',
    type: 'any',
    name: id,
    instances: [{ attributes: { id } }],
  }));
  writeFileSync(join(states, `${stack}.tfstate`), JSON.stringify({ serial: 1, resources }));
  return join(states, `${stack}.tfstate`);
}

/** A stack that declares a service in a network. */
function stack(name: string, service: string, network: string, ...ids: string[]): Stack {
  const attributes = { name: service, networks_advanced: [{ name: network }] };
  return {
    stateFile: state(name, ...ids),
    resources: (type: string) => (type === 'docker_container' ? [{ address: service, attributes }] : []),
  } as unknown as Stack;
}

interface Present {
  /** By their names, with the id of their network. */
  readonly containers: Readonly<Record<string, string>>;
  /** By their names; whether the platform made them. */
  readonly networks: Readonly<Record<string, boolean>>;
}

/** The ids are the names. @returns what is removed */
async function removed({ containers, networks }: Present, ...stacks: Stack[]): Promise<readonly string[]> {
  const nothing = (): Promise<object> => Promise.resolve({});
  const docker = {
    listNetworks: () =>
      Promise.resolve(
        Object.entries(networks).map(([Name, isOwn]) => ({ Id: Name, Name, Labels: isOwn ? PLATFORM : {} })),
      ),
    listContainers: () =>
      Promise.resolve(
        Object.entries(containers).map(([Id, NetworkID]) => ({
          Id,
          Names: [`/${Id}`],
          NetworkSettings: { Networks: { one: { NetworkID } } },
        })),
      ),
    getContainer: () => ({ stop: nothing, remove: nothing }),
    getNetwork: () => ({ inspect: nothing, remove: nothing }),
  };
  return removeUnknown(docker as unknown as Docker, 'streaming', stacks);
}

const OWN = { streaming: true };

test('what a state knows stays', async () => {
  const here = { containers: { web: 'streaming' }, networks: OWN };
  await expect(removed(here, stack('services', 'web', 'streaming', 'web', 'streaming'))).resolves.toEqual([]);
});

test('what no state knows goes, and with a network what is in it, also where its own state is whole', async () => {
  const here = { containers: { web: 'streaming', lost: 'streaming' }, networks: OWN };
  const services = stack('services', 'web', 'streaming', 'web');
  await expect(removed(here, services)).resolves.toEqual(['web', 'lost', 'network streaming']);
});

test.each([
  ['stays where it is', 'compose_default', []],
  ['goes where it is not', 'gone', ['web']],
])('a service in a network that the program only joins %s', async (_, network, expected) => {
  const here = { containers: { web: network }, networks: { compose_default: false } };
  await expect(removed(here, stack('services', 'web', 'compose_default', 'web'))).resolves.toEqual(expected);
});

test.each([
  ['stays', 'page', []],
  ['goes where another declares its name', 'web', ['web']],
])('a container of a stack that has left the program %s', async (_, declared, expected) => {
  const here = { containers: { web: 'streaming' }, networks: OWN };
  state('left', 'web');
  await expect(removed(here, stack('new', declared, 'streaming', 'streaming'))).resolves.toEqual(expected);
});
