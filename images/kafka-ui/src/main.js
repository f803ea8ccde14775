import { serve } from '@hono/node-server';
import { createServer } from './server.js';
import { readSettings } from './settings.js';
import { SettingsError } from './settings-error.js';

try {
  const { port, clusters, asksFor } = readSettings(process.env);
  const server = serve({ fetch: createServer(clusters, asksFor).fetch, port }, () => {
    console.log(`Listening on port ${port}, for ${clusters.map(({ name }) => name).join(', ')}`);
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT']))
    process.once(signal, () => {
      server.close();
      // Nothing is lost: every connection only reads.
      process.exit(0);
    });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
