import { setTimeout as sleep } from 'node:timers/promises';
import { typed } from '../command-names';
import { titleOf, type DeclaredObject } from '../engine/kubernetes-objects';
import { patiently } from '../patience';
import { CommandError, listed as some, said } from '../program';
import type { Kubectl } from './kubectl';
import { find, isSame, type LiveObject, type Namespace } from './namespaces';
import { readinessOf, SAID, type Readiness } from './readiness';

/** How long an operator may take to say the first word, and how long nothing may change; before the patience, in milliseconds. */
export interface Limits {
  readonly firstWord: number;
  readonly unchanged: number;
  readonly pause: number;
}
const LIMITS: Limits = { firstWord: 60_000, unchanged: 600_000, pause: 2_000 };

/** By what `down` knows brokers that it has stopped, and not somebody else. */
export const STOPPED = 'cdktf-streaming.stopped';
export const PAUSED = 'strimzi.io/pause-reconciliation';

/** An object, and how it is. */
export interface FoundObject {
  readonly declared: DeclaredObject;
  readonly live?: LiveObject;
  readonly readiness: Readiness;
}

/** How those of a namespace's objects are of which somebody says it. */
export async function look({ kubectl, objects }: Namespace): Promise<readonly FoundObject[]> {
  const asked = objects.filter(({ object }) => SAID.includes(object.kind));
  const all = await find(
    kubectl,
    asked.map(({ object }) => object),
  );
  return asked.map((declared) => {
    const live = all.find((each) => isSame(each, declared.object));
    return { declared, live, readiness: readinessOf(live) };
  });
}

/**
 * Waits until everything of a namespace is ready, and lets go on what was stopped.
 * @throws CommandError with what is not, and what is said of it, once nothing changes any more
 */
export async function settled(
  namespace: Namespace,
  say: (step: string) => void,
  limits: Limits = LIMITS,
): Promise<void> {
  let [before, since] = ['', Date.now()];
  for (;;) {
    const found = await look(namespace);
    await goOn(namespace.kubectl, found, say);
    const left = found.filter(({ readiness }) => !readiness.isReady);
    if (left.length === 0) return;
    const sentences = left.map(sentenceOf);
    const text = sentences.join('\n');
    if (text !== before) {
      [before, since] = [text, Date.now()];
      say(`waiting for ${some(sentences, '; ')}`);
    }
    const unsaid = left.filter(({ readiness }) => readiness.isUnsaid);
    const elapsed = Date.now() - since;
    if (unsaid.length > 0 && unsaid.length === left.length && elapsed >= patiently(limits.firstWord))
      throw new CommandError(nobodySays(unsaid, namespace.name, elapsed), ADVICE);
    if (elapsed >= patiently(limits.unchanged))
      throw new CommandError(`Not everything is ready, and nothing changes any more:\n${text}`, ADVICE);
    await sleep(limits.pause);
  }
}

const ADVICE = `\`kubectl describe\` of what is named says more, and so do the logs of its operator. Then run \`${typed('up')}\` again; it goes on from here.`;

/** `kafka/streaming is not ready: …` */
export function sentenceOf({ declared, readiness }: Pick<FoundObject, 'declared' | 'readiness'>): string {
  const { state, message, isUnsaid } = readiness;
  const how = isUnsaid ? 'has no status yet' : `is ${state === 'missing' ? 'not there' : state}`;
  return `${titleOf(declared.object)} ${how}${message === undefined ? '' : `: ${message}`}`;
}

/** Who would say it is no part of Kubernetes, and may not be installed, or look elsewhere. */
function nobodySays(unsaid: readonly FoundObject[], namespace: string, elapsed: number): string {
  const names = unsaid.map(({ declared }) => titleOf(declared.object));
  const groups = unsaid.map(({ declared }) => declared.object.apiVersion.split('/')[0] ?? '');
  const operators = [...new Set(groups)].map((group) => OPERATORS[group] ?? `what runs ${group}`);
  return `Nothing says how ${some(names, ', ')} ${names.length === 1 ? 'is' : 'are'}, for ${Math.round(elapsed / 1000)} s: see that ${operators.join(' and ')} runs, and watches the namespace ${namespace}.`;
}

const OPERATORS: Readonly<Record<string, string>> = {
  'kafka.strimzi.io': "Strimzi's operator",
  'sparkoperator.k8s.io': 'the Spark operator',
  apps: "Kubernetes' controller manager",
  batch: "Kubernetes' controller manager",
};

/** Brokers that `down` has stopped go on with what they had; others that are paused somebody wants so. */
async function goOn(
  kubectl: Kubectl,
  found: readonly FoundObject[],
  say: (step: string) => void,
): Promise<void> {
  for (const { live } of found) {
    const { name, namespace, annotations = {} } = live?.metadata ?? {};
    if (live?.kind !== 'Kafka' || name === undefined || annotations[STOPPED] === undefined) continue;
    say(`letting the brokers of ${name} go on`);
    await kubectl([
      'annotate',
      `kafka.kafka.strimzi.io/${name}`,
      `--namespace=${namespace}`,
      `${PAUSED}-`,
      `${STOPPED}-`,
    ]);
  }
}

/** Whether the cluster can make what the stacks declare. @throws CommandError saying what it lacks, and whose that is */
export async function checkCluster({ kubectl, objects, name }: Namespace): Promise<string> {
  const versions = (await kubectl(['api-versions'])).split(/\s+/);
  const wanted = [...new Set(objects.map(({ object }) => object.apiVersion))];
  const missing = wanted.filter((each) => !versions.includes(each));
  if (missing.length > 0)
    throw new CommandError(
      `The cluster does not know ${missing.join(', ')}: install ${missing.map((each) => DEFINED[each.split('/')[0] ?? ''] ?? 'what defines it').join(', and ')}, watching the namespace ${name}.`,
    );
  const context = await kubectl(['config', 'current-context']).catch((error: unknown) => said(error));
  return context.trim();
}

const DEFINED: Readonly<Record<string, string>> = {
  'kafka.strimzi.io': 'Strimzi 1.x (https://strimzi.io/docs/operators/latest/deploying.html)',
  'sparkoperator.k8s.io': 'the Spark operator 2.x (https://www.kubeflow.org/docs/components/spark-operator/)',
};
