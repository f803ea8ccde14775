import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

test.each(['kafka', 'kafka-connect'])(
  'the bindings in %s are what the real provider’s schema makes today',
  (name) => {
    const generator = join(__dirname, '..', '..', 'providers', 'generate.mjs');
    const output = execFileSync(process.execPath, [generator, name, '--check'], { encoding: 'utf8' });
    expect(output).toContain('unchanged');
  },
);
