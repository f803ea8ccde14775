import { writeConnect, writePage } from './connect';
import { writeContainer } from './container';
import { writeCluster } from './kafka';
import { kindOf, type Kind } from './kinds';
import { brokerValue } from './listeners';
import { writeRegistry } from './products';
import type { ComposeService } from './service';
import { writeSpark } from './spark';
import type { Writer } from './writer';
import { writeZooKeeper } from './zookeeper';

/** How many services became what. */
export interface Counts {
  readonly constructs: number;
  readonly containers: number;
  readonly leftOut: number;
}

/** Writes each service, what others need first. */

export function writeServices(writer: Writer, services: readonly ComposeService[]): Counts {
  const of = (kind: Kind): ComposeService[] => services.filter((each) => kindOf(each) === kind);
  const kinds = new Map(services.map((each) => [each, kindOf(each)]));
  const [brokers, controllers, nodes] = [of('broker'), of('controller'), of('zookeeper')];
  const clusters = groups(brokers, nodes, controllers);
  clusters.forEach(({ brokers: own, nodes: ensemble, controllers: quorum }, index) => {
    const prefix = index === 0 ? '' : `${(own[0]?.name ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`;
    const zooKeeper = writeZooKeeper(writer, ensemble, prefix);
    const cluster = writeCluster(writer, { brokers: own, controllers: quorum, ensemble: zooKeeper, prefix });
    writer.clusters.push(cluster);
    for (const each of own) writer.clusterOfBroker.set(each.name, cluster);
  });
  const used = new Set(clusters.flatMap((each) => [...each.nodes, ...each.controllers]));
  const asContainers = [...nodes, ...controllers].filter((each) => !used.has(each));
  const [cluster] = writer.clusters;
  const products: Kind[] = ['registry', 'connect', 'page'];
  const masters = of('spark-master');
  const workers = of('spark-worker');
  for (const each of services) {
    const kind = kinds.get(each);
    const isProduct = kind !== undefined && products.includes(kind);
    if (isProduct && cluster === undefined) asContainers.push(each);
    if (kind === 'container' || (kind === 'spark-worker' && masters.length === 0)) asContainers.push(each);
  }
  if (cluster !== undefined) {
    for (const each of of('registry')) {
      writeRegistry(writer, each, writer.clusterFor(each));
      for (const name of [each.name, ...each.aliases])
        writer.registries.set(name, writer.constructs.get(each.name) ?? '');
    }
    for (const each of of('connect')) {
      writeConnect(writer, each, writer.clusterFor(each));
      writer.connects.push(writer.constructs.get(each.name) ?? '');
    }
    for (const each of of('page')) writePage(writer, each, cluster);
  }
  masters.forEach((master, index) => {
    writeSpark(
      writer,
      master,
      index === 0 ? workers : [],
      index === 0 ? '' : `${master.name.replace(/[^a-z0-9-]/g, '-')}-`,
    );
  });
  const tasks = new Set(
    services.flatMap((each) =>
      [...each.dependsOn].flatMap(([name, { condition }]) =>
        condition === 'service_completed_successfully' ? name : [],
      ),
    ),
  );
  const written = inOrder(asContainers).map((each) => writeContainer(writer, each, tasks.has(each.name)));
  const containers = written.filter(Boolean).length;
  const leftOut = written.length - containers;
  return { constructs: services.length - written.length, containers, leftOut };
}

interface Group {
  readonly brokers: ComposeService[];
  readonly nodes: readonly ComposeService[];
  readonly controllers: readonly ComposeService[];
}

/** Brokers of one cluster, with the nodes and controllers that they name. */
function groups(
  brokers: readonly ComposeService[],
  nodes: readonly ComposeService[],
  controllers: readonly ComposeService[],
): Group[] {
  const byMetadata = new Map<string, ComposeService[]>();
  for (const broker of brokers) {
    const zooKeeper = brokerValue(broker, 'ZOOKEEPER_CONNECT') ?? broker.value('ZOOKEEPER_CONNECT');
    const ofQuorum = ['CONTROLLER_QUORUM_VOTERS', 'CONTROLLER_QUORUM_BOOTSTRAP_SERVERS', 'KRAFT_CLUSTER_ID']
      .map((name) => brokerValue(broker, name)?.split(',').sort().join(','))
      .find((each) => each !== undefined && each !== '');
    const key =
      zooKeeper === undefined
        ? `kraft ${ofQuorum ?? (broker.value('CLUSTER_ID') || broker.name)}`
        : `zookeeper ${zooKeeper}`;
    byMetadata.set(key, [...(byMetadata.get(key) ?? []), broker]);
  }
  return [...byMetadata].map(([key, own]) => {
    const isNamed = ({ name, aliases }: ComposeService): boolean =>
      [name, ...aliases].some((each) =>
        new RegExp(`(^|[\\s,@])${each.replace(/\W/g, '\\$&')}(:|,|/|$)`).test(key),
      );
    return {
      brokers: [...own].sort((a, b) => idOf(a) - idOf(b)),
      nodes: key.startsWith('zookeeper') ? nodes.filter(isNamed) : [],
      controllers: key.startsWith('kraft') ? controllers.filter(isNamed) : [],
    };
  });
}

const idOf = (broker: ComposeService): number =>
  Number(
    brokerValue(broker, 'BROKER_ID') ?? brokerValue(broker, 'NODE_ID') ?? broker.value('BROKER_ID') ?? 0,
  ) || 0;

/** What is waited for comes first. */
function inOrder(services: readonly ComposeService[]): ComposeService[] {
  const done = new Set<ComposeService>();
  const visit = (service: ComposeService): void => {
    if (done.has(service)) return;
    done.add(service);
    for (const name of service.dependsOn.keys()) {
      const before = services.find((each) => each.name === name);
      if (before) visit(before);
    }
    order.push(service);
  };
  const order: ComposeService[] = [];
  services.forEach(visit);
  return order;
}
