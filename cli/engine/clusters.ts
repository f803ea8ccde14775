import { BROKER_ENDPOINT, ENDPOINT_LABEL, LABEL, ROLE } from '../../constructs/core/labels';
import {
  brokerId,
  changesOf,
  containerIn,
  containersOf,
  isA,
  type Change,
  type ContainerChange,
  type Plan,
  type PlannedContainer,
} from './plan';
import { isAskable, type KafkaProvider, type Resource, type Stack } from './synthesis';

/** What was or will be a container; also what no plan knows, but the program declares. */
type Member = Pick<ContainerChange, 'before' | 'after'>;

/** Brokers that share partitions, with the controllers or nodes of ZooKeeper that keep their metadata. */
export class Cluster {
  /** Of its brokers, as they will be. */
  public readonly brokers: readonly string[];
  /** `host:port` of its brokers, also of those that go or move; none where nobody but Terraform can ask them. */
  public readonly servers: readonly string[];
  /** Where Kafka's own tools find the cluster, by the broker in whose container they run. */
  public readonly bootstrapServers: ReadonlyMap<string, string>;
  private readonly names: ReadonlySet<string>;
  private readonly endpoints: readonly string[];

  /** @param closed providers whose brokers want TLS or a login: Terraform has what that takes, nobody else */
  public constructor(
    private readonly members: readonly Member[],
    closed: readonly Pick<KafkaProvider, 'servers'>[],
  ) {
    const names = (containers: readonly (PlannedContainer | undefined)[]): string[] => [
      ...new Set(containers.flatMap((each) => each?.name ?? [])),
    ];
    const all = members.flatMap(({ before, after }) => [before, after]);
    this.names = new Set(names(all));
    this.brokers = names(members.flatMap(({ after }) => (brokerId(after) === undefined ? [] : after)));
    this.bootstrapServers = new Map(
      members.flatMap(({ after }) => {
        const address = after?.labels[LABEL.bootstrapServer];
        return after && address !== undefined ? [[after.name, address] as const] : [];
      }),
    );
    this.endpoints = [...new Set(all.flatMap((each) => endpointOf(each) ?? []))];
    this.servers = closed.some(({ servers }) => this.answersAt(servers)) ? [] : this.endpoints;
  }

  public answersAt(servers: readonly string[]): boolean {
    return servers.some((each) => this.endpoints.includes(each));
  }

  /** @param name of a container */
  public has(name: string | undefined): boolean {
    return name !== undefined && this.names.has(name);
  }

  /** A broker, to ask what all of them are told alike: as it was where there was one, or as it will be. */
  public broker(when: 'before' | 'after'): PlannedContainer | undefined {
    const first = (at: 'before' | 'after'): PlannedContainer | undefined =>
      this.members.map((each) => each[at]).find((each) => brokerId(each) !== undefined);
    return first(when) ?? first(when === 'before' ? 'after' : 'before');
  }
}

function endpointOf(container: PlannedContainer | undefined): string | undefined {
  return brokerId(container) === undefined ? undefined : container?.labels[ENDPOINT_LABEL + BROKER_ENDPOINT];
}

/** @param stacks whose containers belong to them too, where no plan has these (yet) */
export function clustersOf(
  plans: readonly Plan[],
  stacks: readonly Pick<Stack, 'resources' | 'kafkaProviders'>[] = [],
): readonly Cluster[] {
  const closed = stacks.flatMap(({ kafkaProviders }) => kafkaProviders.filter(({ isOpen }) => !isOpen));
  const declared = stacks.flatMap((stack) => stack.resources('docker_container'));
  const all: readonly Member[] = [
    ...containersOf(plans),
    ...declared.map(({ attributes }) => ({ after: containerIn(attributes) })),
  ];
  const groups: { readonly ties: ReadonlySet<string>; readonly members: readonly Member[] }[] = [];
  for (const each of all.filter(({ before, after }) => [before, after].some(isMember))) {
    const ties = tiesOf(each);
    const joined = groups.filter((group) => ties.some((tie) => group.ties.has(tie)));
    const merged = {
      ties: new Set([...joined.flatMap((group) => [...group.ties]), ...ties]),
      members: [...joined.flatMap(({ members }) => members), each],
    };
    const at = joined[0] ? groups.indexOf(joined[0]) : groups.length;
    groups.splice(at, 1, merged);
    for (const group of joined.slice(1)) groups.splice(groups.indexOf(group), 1);
  }
  return groups.map(({ members }) => new Cluster(members, closed));
}

function isMember(container: PlannedContainer | undefined): boolean {
  return [ROLE.broker, ROLE.controller, ROLE.zooKeeper].some((role) => isA(role, container));
}

/** And not controllers or nodes alone, whose brokers nobody knows. */
export const hasBrokers = (cluster: Cluster): boolean => cluster.broker('after') !== undefined;

export const isBroker = ({ attributes }: Resource): boolean =>
  brokerId(containerIn(attributes)) !== undefined;

export const holdsBrokers = (stack: Pick<Stack, 'resources'>): boolean =>
  stack.resources('docker_container').some(isBroker);

/** Where a stack asks brokers of these clusters, as others can too; by provider. */
export const askedAt = (
  { kafkaProviders }: Pick<Stack, 'kafkaProviders'>,
  clusters: readonly Cluster[],
): readonly (readonly string[])[] =>
  kafkaProviders
    .filter((each) => isAskable(each) && clusters.some((cluster) => cluster.answersAt(each.servers)))
    .map(({ servers }) => servers);

/** Says in which cluster a topic is; undefined where no plan tells. */
export function clustersOfTopics(plans: readonly Plan[]): (topic: Change) => Cluster | undefined {
  const clusters = clustersOf(plans).filter(hasBrokers);
  const told = new Map(plans.flatMap(serversOfTopics));
  return (topic) => {
    const servers = told.get(topic);
    if (!servers) return clusters.length === 1 ? clusters[0] : undefined;
    return clusters.find((each) => each.answersAt(servers));
  };
}

/** As the provider is told them by which a topic is made. */
function serversOfTopics(plan: Plan): readonly (readonly [topic: Change, servers: readonly string[]])[] {
  const { provider_config: providers = {}, root_module: root } = plan.configuration ?? {};
  const keys = new Map((root?.resources ?? []).map((each) => [each.address, each.provider_config_key]));
  return changesOf([plan], 'kafka_topic').flatMap((topic) => {
    const provider = providers[keys.get(topic.address) ?? ''];
    const servers = provider?.expressions?.bootstrap_servers?.constant_value;
    return servers ? [[topic, servers as readonly string[]] as const] : [];
  });
}

/** What the members of a cluster say alike; while it moves from ZooKeeper into Kafka they say both. */
const ALIKE = [LABEL.cluster, LABEL.controllers, LABEL.ensemble];

/** What two of a cluster have in common; all of a platform, where they do not say. */
function tiesOf({ before, after }: Member): readonly string[] {
  const containers = [before, after].flatMap((each) => each ?? []);
  const said = containers.flatMap(({ labels }) =>
    ALIKE.flatMap((name) =>
      labels[name] === undefined ? [] : `${labels[LABEL.platform]} ${name} ${labels[name]}`,
    ),
  );
  const platforms = containers.map(({ labels }) => `platform ${labels[LABEL.platform]}`);
  return [...(said.length > 0 ? said : platforms), ...containers.map(({ name }) => `container ${name}`)];
}
