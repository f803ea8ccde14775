import { platform } from './platform';

/** Before all scenarios, with whatever was left of a run before. */
export default async function deploy(): Promise<void> {
  await platform.npm('start');
}
