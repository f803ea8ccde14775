import { properties, text } from './code';
import { keep } from './kept-volumes';
import { takeImage } from './products';
import type { ComposeService } from './service';
import { published, usualOfProduct } from './usual';
import type { Writer } from './writer';

/** Nodes of one ensemble. @returns the variable that holds it */
export function writeZooKeeper(
  writer: Writer,
  nodes: readonly ComposeService[],
  prefix: string,
): string | undefined {
  const [first] = nodes;
  if (!first) return undefined;
  const count = nodes.length > 3 ? 5 : nodes.length > 1 ? 3 : 1;
  nodes.forEach((node, index) => {
    takeImage(writer, node, 'zooKeeper', /^cp-zookeeper$/);
    usualOfProduct(writer, node, 'ZooKeeperEnsemble');
    for (const [name, { value, entry }] of node.environment)
      if (OF_ENSEMBLE.test(name)) entry.done();
      else if (/^(ZOOKEEPER|ZOO)_/.test(name))
        writer.notes.leftOut(entry, `${name}=${value}: ZooKeeperEnsemble sets up its nodes itself.`);
    const serviceName = `${prefix}zoo${index + 1}`;
    writer.alias(serviceName, node);
    keep(writer, node, [
      [/\/zookeeper(\/data)?$|\/data$/, `${serviceName}-data`],
      [/\/(log|datalog)$/, `${serviceName}-log`],
    ]);
  });
  if (count !== nodes.length)
    writer.notes.changed(
      first.entry,
      `the ensemble has ${count} nodes: an even number tolerates no further failure.`,
    );
  const client = Number(first.environment.get('ZOOKEEPER_CLIENT_PORT')?.value ?? 2181);
  const hostPort = writer.ports(published(first, 2181, client)?.host, 2181, count, nodes);
  nodes.forEach(({ ports }, index) => {
    for (const { host, entry } of ports)
      if (host === undefined || host === hostPort + index) entry.done();
      else
        writer.notes.changed(
          entry,
          `the node is at localhost:${hostPort + index}: ports of nodes follow each other.`,
        );
  });
  const variable = writer.variable(first.name);
  writer.use('ZooKeeperEnsemble');
  const props = properties({
    platform: 'platform',
    namePrefix: prefix === '' ? undefined : text(prefix),
    nodes: count === 1 ? undefined : String(count),
    hostPort: hostPort === 2181 ? undefined : String(hostPort),
  });
  for (const each of nodes) writer.constructs.set(each.name, variable);
  writer.statements.push(`const ${variable} = new ZooKeeperEnsemble(stack, ${text(first.name)}, ${props});`);
  return variable;
}

const OF_ENSEMBLE =
  /^(ZOOKEEPER_(CLIENT_PORT|SERVER_ID|SERVERS|TICK_TIME|INIT_LIMIT|SYNC_LIMIT)|ZOO_(MY_ID|SERVERS|PORT|PORT_NUMBER|SERVER_ID|ENABLE_AUTH)|ALLOW_ANONYMOUS_LOGIN|SERVER_ID|SERVER_COUNT)$/;
