import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

test('the Kafka bindings are what the real provider’s schema makes today', () => {
  const generator = join(__dirname, '..', '..', 'providers', 'kafka', 'generate.mjs');
  const output = execFileSync(process.execPath, [generator, '--check'], { encoding: 'utf8' });
  expect(output).toContain('unchanged');
});
