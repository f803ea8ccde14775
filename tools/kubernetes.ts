import { readFileSync } from 'node:fs';
import { program } from '../cli/program';
import { Checker } from './kubernetes/checker';
import { ensureDefinitions } from './kubernetes/definitions';
import { ROOT } from './lib/root';

/** Checks files of Kubernetes objects against the definitions of the operators and of Kubernetes. */
program(ROOT, async () => {
  const checker = new Checker(await ensureDefinitions());
  const found = process.argv
    .slice(2)
    .flatMap((file) => checker.check(readFileSync(file, 'utf8')).map((reason) => `${file}: ${reason}`));
  if (found.length > 0) process.exitCode = 1;
  console.log(found.join('\n') || 'All is as it is defined.');
});
