import { serve } from '@hono/node-server';
import { createServer } from './server.js';
import { readSettings } from './settings.js';
import { SettingsError } from './settings-error.js';

try {
  const { port, clusters, login } = readSettings(process.env);
  const server = serve({ fetch: createServer(clusters, login).fetch, port }, () => {
    console.log(`Listening on port ${port}, for ${clusters.map(({ name }) => name).join(', ')}`);
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT']))
    process.once(signal, () => {
      server.close();
      // Nothing is lost: what was confirmed has been answered, or is refused by a broker or a worker as a whole.
      process.exit(0);
    });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
