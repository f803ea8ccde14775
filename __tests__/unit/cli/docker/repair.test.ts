import type Docker from 'dockerode';
import { removeUnknown, takeAway } from '../../../../cli/docker/repair';
import type { Stack } from '../../../../cli/engine/synthesis';
import { LABEL, ROLE } from '../../../../constructs/core/labels';

const PLATFORM = { [LABEL.platform]: 'streaming' };

type Declared = Pick<Stack, 'name' | 'resources'>;

/** A stack that declares a service in a network, and that network. */
function stack(service: string, network = 'streaming'): Declared {
  const container = { name: service, networks_advanced: [{ name: network }] };
  const declared: Record<string, object> = { docker_container: container, docker_network: { name: network } };
  return {
    name: 'services',
    resources: (type) => [{ address: 'it', attributes: declared[type] as Record<string, unknown> }],
  };
}

interface Present {
  /** By their names, with the id of their network. */
  readonly containers: Readonly<Record<string, string>>;
  /** By their names; whether the platform made them. */
  readonly networks: Readonly<Record<string, boolean>>;
  /** What the containers say whose they are. @default - nothing, as those of older versions */
  readonly of?: string;
}

/** The ids are the names. @returns what is removed */
async function removed(
  { containers, networks, of }: Present,
  declared: Declared,
  ...known: string[]
): Promise<readonly string[]> {
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
          Labels: of === undefined ? {} : { [LABEL.stack]: of },
          NetworkSettings: { Networks: { one: { NetworkID } } },
        })),
      ),
    getContainer: () => ({ stop: nothing, remove: nothing }),
    getNetwork: () => ({ inspect: nothing, remove: nothing }),
  };
  return removeUnknown(docker as unknown as Docker, 'streaming', [declared], new Set(known));
}

const OWN = { streaming: true };

test('what a state knows stays', async () => {
  const here = { containers: { web: 'streaming' }, networks: OWN, of: 'services' };
  await expect(removed(here, stack('web'), 'web', 'streaming')).resolves.toEqual([]);
});

test('what no state knows goes, and with a network what is in it, also where its own state is whole', async () => {
  const here = { containers: { web: 'streaming', lost: 'streaming' }, networks: OWN, of: 'services' };
  await expect(removed(here, stack('web'), 'web')).resolves.toEqual(['web', 'lost', 'network streaming']);
});

test.each([
  ['stays where it is', 'compose_default', []],
  ['goes where it is not', 'gone', ['web']],
])('a service in a network that the program only joins %s', async (_, network, expected) => {
  const here = { containers: { web: network }, networks: { compose_default: false }, of: 'services' };
  await expect(removed(here, stack('web', 'compose_default'), 'web')).resolves.toEqual(expected);
});

test.each([
  ['stays', 'page', 'left', []],
  ['goes where another declares its name', 'web', 'left', ['web']],
  ['stays where an older version made it, too', 'page', undefined, []],
  ['goes where an older version made it, in the way', 'web', undefined, ['web']],
])('a container of a stack that has left the program %s', async (_, declared, of, expected) => {
  const here = { containers: { web: 'streaming' }, networks: OWN, of };
  await expect(removed(here, stack(declared), 'streaming')).resolves.toEqual(expected);
});

test('brokers have stopped before what keeps their metadata goes', async () => {
  const did: string[] = [];
  const container = (id: string): object => ({
    stop: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      did.push(`stopped ${id}`);
    },
    remove: () => Promise.resolve(did.push(`removed ${id}`)),
  });
  const roles = { zoo1: ROLE.zooKeeper, kafka1: ROLE.broker, own: undefined };
  const resources = Object.entries(roles).map(([name, role]) => ({
    address: `docker_container.${name}`,
    attributes: { name, labels: role ? [{ label: LABEL.role, value: role }] : [] },
  }));
  const inState = resources.map(({ address }) => ({ address, id: address.replace(/.*\./, '') }));
  await takeAway({ getContainer: container } as unknown as Docker, { resources: () => resources }, inState);
  expect(did.slice(-2)).toEqual(['stopped zoo1', 'removed zoo1']);
  expect(did).toHaveLength(6);
});
