import { metadata, platform, program } from './platform';

/** Before all scenarios, with whatever was left of a run before. */
export default async function deploy(): Promise<void> {
  if (!program) await platform.npm('start');
  else
    await program.deploy({
      METADATA: metadata,
      PLATFORM_NAME: platform.name,
      PORT_OFFSET: String(platform.portOffset),
    });
}
