import type { ComposeService } from './service';
import { mountCode } from './mounts';
import { takeImage } from './products';
import { bytesIn, sizeOf } from './quantities';
import { published, usualOfProduct } from './usual';
import { properties, text } from './code';
import type { Writer } from './writer';

/** A master and its workers. */
export function writeSpark(
  writer: Writer,
  master: ComposeService,
  workers: readonly ComposeService[],
  prefix: string,
): void {
  const { notes } = writer;
  for (const each of [master, ...workers]) {
    takeImage(writer, each, 'spark', /^none$/);
    usualOfProduct(writer, each, 'SparkCluster');
    for (const key of ['command', 'entrypoint', 'working_dir'] as const) each.entry.get(key)?.done();
    for (const [name, { value, entry }] of each.environment)
      if (OF_SPARK.test(name) || (/^SPARK_\w+_ENABLED$/.test(name) && /^(no|false)$/i.test(value)))
        entry.done();
      else
        notes.leftOut(
          entry,
          `${name}: SparkCluster has no property for it; SparkApplication takes \`settings\`.`,
        );
  }
  const count = workers.reduce((sum, each) => sum + replicasOf(each), 0);
  workers.forEach((each, index) => {
    writer.alias(`${prefix}spark-worker-${index + 1}`, each);
  });
  writer.alias(`${prefix}spark-master`, master);
  const page = published(master, 8080, webPortOf(master, 8080));
  const masterHostPort = published(master, 7077)?.host;
  const hostPort = writer.ports(page?.host, 8090, count + 1, [master, ...workers]);
  if (page && page.host !== hostPort)
    notes.changed(
      page.entry,
      `its page is at localhost:${hostPort}, and those of the workers are at the next: other services have ports from ${page.host} on.`,
    );
  workers.forEach((each, index) => {
    const own = published(each, 8081, webPortOf(each, 8081));
    if (own && own.host !== hostPort + index + 1)
      notes.changed(
        own.entry,
        `its page is at localhost:${hostPort + index + 1}: the workers' pages follow the master's.`,
      );
  });
  for (const { ports } of [master, ...workers])
    for (const { entry } of ports)
      if (entry.leftOver().length > 0)
        notes.leftOut(
          entry,
          'SparkCluster publishes the master, with masterHostPort, and the pages; nothing else.',
        );
  const [first] = workers;
  const memory = bytesIn(first?.environment.get('SPARK_WORKER_MEMORY')?.value ?? '');
  const cores = Number(first?.environment.get('SPARK_WORKER_CORES')?.value ?? NaN);
  const mounts = [
    ...new Map(
      [master, ...workers].flatMap((each) => each.mounts).map((mount) => [mount.target, mount]),
    ).values(),
  ];
  for (const { entry } of [master, ...workers].flatMap((each) => each.mounts)) entry.done();
  const volumes = mounts.flatMap((mount) => mountCode(writer, mount, `${prefix}spark`) ?? []);
  const variable = writer.variable(master.name);
  writer.use('SparkCluster');
  if (memory !== undefined) writer.use('Size');
  const props = properties({
    platform: 'platform',
    namePrefix: prefix === '' ? undefined : text(prefix),
    hostPort: hostPort === 8090 ? undefined : String(hostPort),
    masterHostPort: masterHostPort === undefined ? undefined : String(masterHostPort),
    workers: count === 2 || count === 0 ? (count === 0 ? '1' : undefined) : String(count),
    workerCores: Number.isInteger(cores) && cores > 0 ? String(cores) : undefined,
    workerMemory: memory === undefined ? undefined : sizeOf(Math.max(memory, 466 * 1024 ** 2)),
    volumes: volumes.length > 0 ? `[${volumes.join(', ')}]` : undefined,
  });
  for (const each of [master, ...workers]) writer.constructs.set(each.name, variable);
  writer.statements.push(`const ${variable} = new SparkCluster(stack, ${text(master.name)}, ${props});`);
}

const OF_SPARK =
  /^(SPARK_(MODE|MASTER(_URL|_HOST|_PORT|_WEBUI_PORT)?|WORKER_(MEMORY|CORES|PORT|WEBUI_PORT)|USER|WORKLOAD|LOCAL_IP|NO_DAEMONIZE)|INIT_DAEMON_STEP)$/;

/** Where its page is in the container. */
function webPortOf({ environment }: ComposeService, usual: number): number {
  const given = ['SPARK_MASTER_WEBUI_PORT', 'SPARK_WORKER_WEBUI_PORT'].map((name) => environment.get(name));
  return Number(given.find((each) => each !== undefined)?.value ?? usual);
}

function replicasOf({ entry }: ComposeService): number {
  const given = entry.get('scale') ?? entry.get('deploy')?.get('replicas');
  return Number(given?.text() ?? 1) || 1;
}
