import { cpus, release, totalmem, type } from 'node:os';
import { output } from './run';

/** What the figures depend on, in one line. */
export async function machine(): Promise<string> {
  const [terraform, docker] = await Promise.all([
    output('terraform version -json').then(
      (json) => (JSON.parse(json) as { terraform_version: string }).terraform_version,
    ),
    output("docker version --format '{{.Server.Version}}'").catch(() => undefined),
  ]);
  return [
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `${type()} ${release()}`,
    `Node.js ${process.versions.node}`,
    `Terraform ${terraform}`,
    docker ? `Docker Engine ${docker}` : 'no Docker Engine',
  ].join(', ');
}
