import { LABEL } from '../../constructs/core/labels';
import { CommandError } from '../program';
import { asList, find, type Namespace } from './namespaces';
import { PAUSED, STOPPED } from './settling';

/** What runs pods and keeps nothing. Topics, users and connectors are in the brokers' claims, and stay with them. */
const STOPPABLE: readonly string[] = ['KafkaConnect', 'SparkApplication', 'Deployment', 'Job'];

/**
 * Takes the pods of a namespace away, and keeps claims, and all that is said of topics and users. Of brokers the object stays,
 * for with it would go what the cluster is called on its claims: their operator is told to leave them alone, and only their
 * pods go. The last declared goes first.
 * @returns what went
 */
export async function stop({ name, kubectl, objects }: Namespace): Promise<readonly string[]> {
  const inNamespace = `--namespace=${name}`;
  const all = objects.map(({ object }) => object);
  const stopped = all.filter(({ kind }) => STOPPABLE.includes(kind)).reverse();
  if (stopped.length > 0)
    await kubectl(
      ['delete', '-f', '-', '--ignore-not-found', '--wait=true', '--timeout=50s'],
      asList(stopped),
    );
  const clusters = all.filter(({ kind }) => kind === 'Kafka').map(({ metadata }) => metadata.name);
  for (const cluster of clusters) {
    const found = await kubectl([
      'get',
      `${KAFKA}/${cluster}`,
      inNamespace,
      '--ignore-not-found',
      '-o',
      'name',
    ]);
    if (found.trim() === '') continue;
    const marks = [`${PAUSED}=true`, `${STOPPED}=true`];
    await kubectl(['annotate', `${KAFKA}/${cluster}`, inNamespace, '--overwrite', ...marks]);
    const own = ['-l', `strimzi.io/cluster=${cluster}`, '--ignore-not-found'];
    await kubectl(['delete', 'strimzipodsets.core.strimzi.io,deployments.apps', inNamespace, ...own]);
  }
  return [...stopped.map(({ metadata }) => metadata.name), ...clusters];
}

const KAFKA = 'kafka.kafka.strimzi.io';

/**
 * Topics go only while their operator is there, which was stopped with the brokers: then they are let go, for what is in them
 * goes with the claims.
 */
export async function letTopicsGo({ name, kubectl, objects }: Namespace): Promise<void> {
  const all = objects.map(({ object }) => object);
  const clusters = await find(
    kubectl,
    all.filter(({ kind }) => kind === 'Kafka'),
  );
  if (!clusters.some(({ metadata }) => metadata.annotations?.[STOPPED] !== undefined)) return;
  const topics = await find(
    kubectl,
    all.filter(({ kind }) => kind === 'KafkaTopic'),
  );
  const patch = JSON.stringify({ metadata: { finalizers: null } });
  for (const { metadata } of topics)
    await kubectl([
      ...['patch', `kafkatopic.kafka.strimzi.io/${metadata.name}`, `--namespace=${name}`],
      ...['--type=merge', '-p', patch],
    ]);
}

/** Of the current context anybody may have made another. @throws CommandError if the namespace there is none of ours */
export async function mustBeOurs({ name, kubectl, objects }: Namespace): Promise<void> {
  const [there] = await find(
    kubectl,
    objects.map(({ object }) => object).filter(({ kind }) => kind === 'Namespace'),
  );
  if (there && there.metadata.annotations?.[LABEL.platform] !== name)
    throw new CommandError(
      `The namespace ${name} of this cluster is not one that this program made: see that \`kubectl config current-context\` is the one that you mean. Nothing was taken away.`,
    );
}
