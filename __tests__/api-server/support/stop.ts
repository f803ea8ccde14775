import { server } from './start';

/** What it kept is among the temporary files. */
export default async function stop(): Promise<void> {
  server?.kill();
  await server;
}
