import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { QuantityError } from './constructs/core/quantity-error';
import { ValidationError } from './constructs/core/validation-error';
import { addStacks } from './stacks';
import { foldersOf, readSettings } from './stacks/settings';

const dotEnv = join(__dirname, '.env');
if (existsSync(dotEnv)) process.loadEnvFile(dotEnv);

try {
  const app = new App({ stackTraces: false });
  addStacks(app, readSettings(process.env, app.node, foldersOf(__dirname)));
  app.synth();
} catch (error) {
  // What somebody gave us wrongly is said without our stack trace; what we did wrongly is not.
  if (!(error instanceof ValidationError || error instanceof QuantityError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
