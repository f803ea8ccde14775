import { platform, program, programSettings } from './platform';

/** Before all scenarios, with whatever was left of a run before. */
export default async function deploy(): Promise<void> {
  if (!program) await platform.npm('start');
  else await program.deploy(programSettings);
}
