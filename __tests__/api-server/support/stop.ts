import { rmSync } from 'node:fs';
import { folder, server } from './start';

export default async function stop(): Promise<void> {
  server?.kill();
  await server;
  rmSync(folder, { recursive: true });
}
