import { output } from './run';

let packed: Promise<unknown> | undefined;

/** Makes the library as its package holds it, once in a run. */
export async function pack(): Promise<void> {
  packed ??= output('tsx tools/package.ts');
  await packed;
}
