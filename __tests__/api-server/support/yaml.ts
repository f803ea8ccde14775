import type { App } from 'cdktf';
import { manifestFiles } from '../../../cli/engine/manifests';
import { synthesize } from '../../../constructs/testing';
import { synthesized } from '../../support/synthesized';

/** What `cdktf-streaming manifests` writes of a program. */
export function yamlOf(app: App): string {
  const kubectl_manifest = synthesize(app).resources('kubectl_manifest');
  return manifestFiles([synthesized('all', { kubectl_manifest })])
    .map(({ text }) => text)
    .join('---\n');
}
