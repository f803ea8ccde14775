import { App } from 'cdktf';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KafkaCluster, KubernetesPlatform } from '../../constructs';
import { namespacesOf, type LiveObject, type Namespace } from '../../cli/kubernetes/namespaces';
import { readStacks, type Stack } from '../../cli/engine/synthesis';
import { newStack } from './synth';

/** A cluster that has what it is told, and takes down what it is asked to do: an API that answers is not to be had here. */
export class FakeKubernetes {
  public readonly asked: string[] = [];
  public live: LiveObject[] = [];
  /** What other questions are answered, by what they begin with. */
  public readonly answers: Record<string, string> = {};

  public readonly kubectl = (args: readonly string[], input = ''): Promise<string> => {
    const question = args.join(' ');
    if (!question.startsWith('get -f -')) this.asked.push(question);
    const [, answer] = Object.entries(this.answers).find(([start]) => question.startsWith(start)) ?? [];
    if (answer !== undefined) return Promise.resolve(answer);
    if (!question.startsWith('get -f -')) return Promise.resolve('');
    const { items } = JSON.parse(input) as { items: readonly LiveObject[] };
    const found = this.live.filter((each) =>
      items.some(({ kind, metadata }) => kind === each.kind && metadata.name === each.metadata.name),
    );
    return Promise.resolve(found.length > 0 ? JSON.stringify({ kind: 'List', items: found }) : '');
  };

  /** An object with what is said of it. */
  public has(kind: string, name: string, status?: object, annotations: Record<string, string> = {}): void {
    const metadata = { name, namespace: 'streaming', generation: 1, annotations };
    this.live = this.live.filter((each) => each.kind !== kind || each.metadata.name !== name);
    this.live.push({ apiVersion: 'v1', kind, metadata, ...(status && { status }) } as LiveObject);
  }

  public namespace(stacks: readonly Stack[]): Namespace {
    const [found] = namespacesOf(stacks, () => this.kubectl);
    if (!found) throw new Error('the program has no KubernetesPlatform');
    return found;
  }
}

/** Brokers and one topic, on a platform in a stack of its own. */
export function brokersOnKubernetes(): readonly Stack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'kubernetes-'));
  const app = new App({ outdir, stackTraces: false });
  const platform = new KubernetesPlatform(newStack('platform', app), 'platform');
  platform.volume('data');
  const kafka = new KafkaCluster(newStack('kafka', app), 'kafka', { platform });
  kafka.addTopic('user_events');
  app.synth();
  return readStacks(outdir);
}

export const ready = { observedGeneration: 1, conditions: [{ type: 'Ready', status: 'True' }] };
export const notReady = (message: string): object => ({
  observedGeneration: 1,
  conditions: [{ type: 'NotReady', status: 'True', reason: 'Creating', message }],
});
