import { existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execa, type ExecaChildProcess } from 'execa';
import { tail } from '../../../cli/program';
import { ensureApiServer } from '../../../tools/kubernetes/api-server';
import { ensureDefinitions } from '../../../tools/kubernetes/definitions';
import { eventually } from '../../support/eventually';
import { kubectl } from './kubectl';

/** Where the server keeps everything. */
export const folder = mkdtempSync(join(tmpdir(), 'api-server-'));
export let server: ExecaChildProcess | undefined;

/** An API server of its own for all tests, which has the operators' definitions. */
export default async function start(): Promise<void> {
  const [built, { operators }] = await Promise.all([ensureApiServer(), ensureDefinitions()]);
  const log = join(folder, 'log');
  const output = openSync(log, 'w');
  server = execa(built.server, [folder], { reject: false, stdio: ['ignore', output, output] });
  const kubeconfig = join(folder, 'kubeconfig');
  process.env.KUBECONFIG = kubeconfig;
  process.env.KUBECACHEDIR = join(folder, 'cache');
  process.env.PATH = [dirname(built.kubectl), process.env.PATH].join(delimiter);
  await eventually(() => {
    if (existsSync(kubeconfig)) return Promise.resolve();
    throw new Error(`Kubernetes does not serve: ${tail(readFileSync(log, 'utf8'), 15)}`);
  }, 300);
  await kubectl(['apply', '--server-side', ...operators.flatMap((file) => ['-f', file])]);
  await kubectl(['wait', '--for=condition=Established', 'customresourcedefinitions', '--all']);
}
