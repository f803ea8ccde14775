import { execa } from 'execa';
import { said } from '../../../cli/program';

/**
 * The API server, asked as its users do.
 * @throws Error that says what it has against it
 */
export async function kubectl(args: readonly string[], input?: string): Promise<string> {
  const { failed, stdout, stderr } = await execa('kubectl', args, { input, reject: false });
  if (failed) throw new Error(stderr);
  return stdout;
}

/** What there is against it; nothing if it was done. */
export async function refusal(answer: Promise<string>): Promise<string> {
  try {
    await answer;
    return '';
  } catch (error) {
    return said(error);
  }
}

/** What the API server has against objects; nothing of them is kept. */
export function refusalOf(objects: string): Promise<string> {
  const args = ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', '-'];
  return refusal(kubectl(args, objects));
}

/** Every object that there is, but for what the server notes for itself. */
export async function everything(): Promise<readonly string[]> {
  const kinds = await kubectl(['api-resources', '--verbs=list', '--output=name']);
  const asked = kinds.split('\n').filter((kind) => !/^(events|leases|componentstatuses)/.test(kind));
  const args = ['--all-namespaces', '--ignore-not-found', '--output=json'];
  return items(await kubectl(['get', asked.join(), ...args]))
    .map(({ kind, metadata: { name, namespace = '' } }) => `${namespace} ${kind} ${name}`)
    .sort();
}

export interface Item {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly ownerReferences?: readonly { readonly kind: string }[];
  };
  readonly status?: Readonly<Record<string, unknown>>;
}

export const items = (answer: string): readonly Item[] =>
  answer === '' ? [] : (JSON.parse(answer) as { items: readonly Item[] }).items;
