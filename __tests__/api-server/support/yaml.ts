import type { App } from 'cdktf';
import { execa } from 'execa';
import { manifestFiles } from '../../../cli/engine/manifests';
import { synthesize } from '../../../constructs/testing';
import { synthesized } from '../../support/synthesized';
import type { Deployment } from './deployment';
import { kubectl } from './kubectl';

/** What `cdktf-streaming manifests` writes of a program. */
export function yamlOf(app: App): string {
  const kubectl_manifest = synthesize(app).resources('kubectl_manifest');
  return manifestFiles([synthesized('all', { kubectl_manifest })])
    .map(({ text }) => text)
    .join('---\n');
}

/** By the files, without Terraform. */
export class YamlDeployment implements Deployment {
  private readonly objects: string;

  public constructor(program: () => App) {
    this.objects = yamlOf(program());
  }

  public async apply(): Promise<void> {
    await kubectl(
      ['apply', '--server-side', '--force-conflicts', '--validate=strict', '-f', '-'],
      this.objects,
    );
  }

  public async changes(): Promise<readonly string[]> {
    const args = ['diff', '--server-side', '--force-conflicts', '-f', '-'];
    const { exitCode, stdout, stderr } = await execa('kubectl', args, {
      input: this.objects,
      reject: false,
      // Only which objects differ, whose values are the files' names.
      env: { KUBECTL_EXTERNAL_DIFF: 'diff -qrN' },
    });
    if (exitCode > 1) throw new Error(stderr);
    const kindsAndNames = stdout.matchAll(/^Files \S+\.(\w+)\.[\w-]*\.(\S+) and /gm);
    return [...kindsAndNames].map(([, kind, name]) => `${kind} ${name}`).sort();
  }

  public async destroy(): Promise<void> {
    await kubectl(['delete', '-f', '-'], this.objects);
  }
}
