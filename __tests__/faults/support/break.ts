import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../../support/eventually';
import { docker, ROOT } from '../../support/deployed-platform';
import { resourcesIn } from '../../../cli/engine/state';
import { client, hang, kill, platform } from './platform';
import type { State } from './states';

const STATES = join(ROOT, '.state', platform.name);
const OUTPUT = join(ROOT, `cdktf.${platform.name}.out`, 'stacks');
const LATER_STACKS = ['applications', 'services', 'streaming'];
const FILTERS = { label: [`cdktf-streaming.platform=${platform.name}`] };

const stateOf = (stack: string): string => join(STATES, `${stack}.tfstate`);

/** The services that run, by their names. */
async function running(): Promise<readonly string[]> {
  const containers = await docker.listContainers({ all: true, filters: FILTERS });
  return containers.map(({ Labels }) => Labels['cdktf-streaming.service']!).sort();
}

/** Brings the platform into a state; what it had on its brokers stays, but for what the state says. */
export async function bring({ how, which, topics, stacks }: State): Promise<void> {
  if (stacks === 'the first') await removeLaterStacks();
  if (topics !== 'all') await removeTopics(topics === 'no');
  const services = await running();
  const some = ['kafka1', 'kafka3', 'schema-registry'].filter((each) => services.includes(each));
  await HOW[how](which === 'all' ? services : which === 'some' ? some : ['kafka2']);
}

/** As if they had never been deployed, with what the application remembers of its topics. */
async function removeLaterStacks(): Promise<void> {
  const services = LATER_STACKS.flatMap((stack) => serviceAddresses(stack).map(({ service }) => service));
  await Promise.all(services.map((service) => platform.container(service).remove({ force: true, v: true })));
  for (const stack of LATER_STACKS) rmSync(stateOf(stack), { force: true });
  await platform.run('docker', 'volume', 'rm', `${platform.name}-spark-work`);
  await terraform(
    'platform',
    'state',
    'rm',
    addressOf('platform', 'docker_volume', `${platform.name}-spark-work`),
  );
}

/** Of half of them the state knows nothing any more, and one is not there. */
async function removeTopics(isAll: boolean): Promise<void> {
  const known = resourcesIn(readFileSync(stateOf('topics'), 'utf8'));
  const admin = client.admin();
  await admin.connect();
  try {
    const doomed = isAll ? known.map(({ id }) => id) : ['aggregated_data_dead_letter'];
    await admin.deleteTopics({ topics: doomed });
    await eventually(async () => {
      const left = (await admin.listTopics()).filter((name) => doomed.includes(name));
      if (left.length > 0) throw new Error(`${left.join(', ')} are still there`);
    }, 60);
  } finally {
    await admin.disconnect();
  }
  if (isAll) rmSync(stateOf('topics'));
  else
    for (const { address } of known.slice(0, known.length / 2))
      await terraform('topics', 'state', 'rm', address);
}

const HOW: Readonly<Record<State['how'], (services: readonly string[]) => Promise<void>>> = {
  stopped: stop,
  killed: (services) => kill(...services),
  removed: async (services) => {
    await Promise.all(services.map((service) => platform.container(service).remove({ force: true })));
  },
  unhealthy: (services) => hang(...services),
  tainted: async (services) => {
    for (const { stack, address } of deployed(services)) await terraform(stack, 'taint', address);
  },
  edited: (services) => {
    edit(services);
    return Promise.resolve();
  },
  'edited and stopped': async (services) => {
    edit(services);
    await stop(services);
  },
};

async function stop(services: readonly string[]): Promise<void> {
  await Promise.all(services.map((service) => platform.container(service).stop({ t: 5 })));
}

/** As if each had been deployed with one variable more: the next plan makes it anew. */
function edit(services: readonly string[]): void {
  for (const stack of new Set(deployed(services).map((each) => each.stack))) {
    const state = JSON.parse(readFileSync(stateOf(stack), 'utf8')) as {
      serial: number;
      resources: { type: string; instances: { attributes: { hostname?: string; env?: string[] } }[] }[];
    };
    for (const { instances } of state.resources)
      for (const { attributes } of instances)
        if (services.includes(attributes.hostname ?? '')) attributes.env?.push('EDITED=1');
    writeFileSync(stateOf(stack), JSON.stringify({ ...state, serial: state.serial + 1 }));
  }
}

interface Deployed {
  readonly stack: string;
  readonly service: string;
  readonly address: string;
}

function deployed(services: readonly string[]): readonly Deployed[] {
  return readdirSync(STATES)
    .filter((file) => file.endsWith('.tfstate'))
    .flatMap((file) => serviceAddresses(file.replace('.tfstate', '')))
    .filter(({ service }) => services.includes(service));
}

/** The containers that the state of a stack has. */
function serviceAddresses(stack: string): readonly Deployed[] {
  return resourcesOf(stack)
    .filter(({ type }) => type === 'docker_container')
    .map(({ address, attributes }) => ({ stack, service: attributes.hostname!, address }));
}

function addressOf(stack: string, type: string, name: string): string {
  return resourcesOf(stack).find((each) => each.type === type && each.attributes.name === name)!.address;
}

function resourcesOf(
  stack: string,
): { type: string; address: string; attributes: { name: string; hostname?: string } }[] {
  const { resources } = JSON.parse(readFileSync(stateOf(stack), 'utf8')) as {
    resources: {
      type: string;
      name: string;
      instances: { attributes: { name: string; hostname?: string } }[];
    }[];
  };
  return resources.flatMap(({ type, name, instances }) =>
    instances.map(({ attributes }) => ({ type, address: `${type}.${name}`, attributes })),
  );
}

function terraform(stack: string, ...args: string[]): Promise<string> {
  return platform.run('terraform', `-chdir=${join(OUTPUT, stack)}`, ...args);
}
