import { BROKER_ENDPOINT, KEEPS_LABEL, KEPT, LABEL, ROLE } from '../../constructs/core/labels';
import { endpointsIn, isPage, type Service } from '../docker/services';
import { containerIn, isA, type PlannedContainer } from '../engine/plan';
import { isAskable, isLiteral, resourcesOf, type Resource, type Stack } from '../engine/synthesis';

export interface DeclaredContainer extends PlannedContainer {
  /** The name of the stack that makes it. */
  readonly stack: string;
  readonly endpoints: Service['endpoints'];
}

/** Also those of the user's own; not those whose names only Terraform knows. */
export function declaredContainers(stacks: readonly Stack[]): readonly DeclaredContainer[] {
  return stacks.flatMap((stack) =>
    stack
      .resources('docker_container')
      .map(({ attributes }) => containerIn(attributes))
      .filter(({ name }) => isLiteral(name))
      .map((each) => ({ ...each, stack: stack.name, endpoints: endpointsIn(each.labels) })),
  );
}

/** Brokers or workers that are one cluster, and what the stacks declare on them. */
export interface DeclaredCluster {
  readonly addresses: readonly string[];
  /** Of topics or connectors. */
  readonly names: readonly string[];
  /** Whether the stacks make it, too; else others run it. */
  readonly isOwn: boolean;
}

/** Of Kafka. Those that want TLS or a login only Terraform can ask. */
export function kafkaClusters(stacks: readonly Stack[]): readonly DeclaredCluster[] {
  const own = declaredContainers(stacks).filter((each) => isA(ROLE.broker, each));
  const key = ({ name, labels }: DeclaredContainer): unknown[] => {
    const said = [LABEL.cluster, LABEL.controllers, LABEL.ensemble].map((each) => labels[each]);
    // Brokers that do not say where their metadata is, of an older program, are told apart by their names.
    return said.some((each) => each !== undefined) ? said : [name.replace(/\d+$/, '')];
  };
  const declared = stacks.flatMap((stack) =>
    stack.kafkaProviders.filter(isAskable).map((provider) => ({
      addresses: provider.servers,
      names: namesOf(resourcesOf(stack, provider, 'kafka_topic')),
      isOwn: false,
    })),
  );
  return clusters([...together(own, key, ({ name }) => name === BROKER_ENDPOINT), ...declared]);
}

/** Of Kafka Connect, by the addresses of their REST interfaces. */
export function connectClusters(stacks: readonly Stack[]): readonly DeclaredCluster[] {
  const own = declaredContainers(stacks).filter((each) => isA(ROLE.connect, each));
  const key = ({ labels }: DeclaredContainer): unknown[] => [labels[KEEPS_LABEL + KEPT.configs]];
  const declared = stacks.map((stack) => ({
    addresses: [stack.connectUrl ?? []].flat().filter(isLiteral),
    names: namesOf(stack.resources('kafka-connect_connector')),
    isOwn: false,
  }));
  return clusters([...together(own, key, ({ address }) => isPage(address)), ...declared]);
}

const namesOf = (resources: readonly Resource[]): readonly string[] =>
  resources.map(({ attributes }) => String(attributes.name)).filter(isLiteral);

/** What has the same key, platform and stack is one cluster. */
function together(
  containers: readonly DeclaredContainer[],
  keyOf: (container: DeclaredContainer) => unknown[],
  isAsked: (endpoint: Service['endpoints'][number]) => boolean,
): readonly DeclaredCluster[] {
  const all = new Map<string, string[]>();
  for (const each of containers) {
    const key = JSON.stringify([each.labels[LABEL.platform], each.stack, ...keyOf(each)]);
    const addresses = each.endpoints.filter(isAsked).map(({ address }) => address);
    all.set(key, [...(all.get(key) ?? []), ...addresses]);
  }
  return [...all.values()].map((addresses) => ({ addresses, names: [], isOwn: true }));
}

/** Those that share an address are one. */
function clusters(all: readonly DeclaredCluster[]): readonly DeclaredCluster[] {
  return all
    .filter(({ addresses }) => addresses.length > 0)
    .reduce<readonly DeclaredCluster[]>((found, each) => {
      const same = found.filter(({ addresses }) => addresses.some((one) => each.addresses.includes(one)));
      const parts = [...same, each];
      const one = {
        addresses: [...new Set(parts.flatMap(({ addresses }) => addresses))],
        names: [...new Set(parts.flatMap(({ names }) => names))],
        isOwn: parts.some(({ isOwn }) => isOwn),
      };
      return [...found.filter((other) => !same.includes(other)), one];
    }, []);
}
