import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Image } from '@cdktf/provider-docker/lib/image';
import { TerraformStack } from 'cdktf';
import { addCustomSynthesis } from 'cdktf/lib/synthesize/synthesizer';
import { Construct } from 'constructs';
import { escapeTemplate } from './escape-template';
import { hashFile, hashFolder, isContent } from './content-hash';

/** How an image is made from another one, by adding to it. */
export interface ImageBuild {
  /** What it adds: the beginning of the image's tag. 1 to 100 of `[A-Za-z0-9_.-]`, beginning with none of `.` and `-`. */
  readonly name: string;
  /**
   * The build context: files and folders of this machine by their name in it. One is the `Dockerfile`, which begins
   * from the build argument `BASE`.
   */
  readonly files: Readonly<Record<string, string>>;
  /** Build arguments beside `BASE`. No secrets: they stay in the image's history. @default - none */
  readonly arguments?: Readonly<Record<string, string>>;
}

/**
 * The reference of what a build makes from `base`. Its tag is a hash of all that goes into it, so that containers are
 * made anew exactly when their image's content changes.
 */
export function builtImageReference(base: string, build: ImageBuild): string {
  const hash = createHash('sha256').update(base);
  for (const [name, value] of sorted(build.arguments)) hash.update(`\0${name}=${value}`);
  for (const [name, path] of sorted(build.files)) {
    hash.update(`\0${name}\0`);
    if (statSync(path).isDirectory()) hashFolder(hash, path);
    else hashFile(hash, path);
  }
  const [name = ''] = base.split('/').slice(-1)[0]?.split(/[:@]/) ?? [];
  return `cdktf-streaming/${name}:${build.name}-${hash.digest('hex').slice(0, 12)}`;
}

/** An image that a deploy builds if the Engine has none of this reference. Its context is written when it is synthesized. */
export class BuiltImage extends Construct {
  public readonly resource: Image;

  public constructor(scope: Construct, id: string, base: string, reference: string, build: ImageBuild) {
    super(scope, id);
    // Relative to the folder in which Terraform runs, and another one for another content.
    const context = `images/${reference.replace(/[^\w.-]+/g, '-')}`;
    addCustomSynthesis(this, {
      onSynthesize: ({ outdir, manifest }) => {
        const { workingDirectory } = manifest.forStack(TerraformStack.of(this));
        const folder = join(outdir, workingDirectory, context);
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        for (const [name, path] of Object.entries(build.files))
          cpSync(path, join(folder, name), {
            recursive: true,
            verbatimSymlinks: true,
            filter: (each) => isContent(relative(path, each)),
          });
      },
    });
    this.resource = new Image(this, 'Resource', {
      name: reference,
      // Containers may still run it when another takes its place, and building it again may need the network.
      keepLocally: true,
      buildAttribute: { context, buildArgs: escapeTemplate({ BASE: base, ...build.arguments }) },
    });
  }
}

function sorted(record: Readonly<Record<string, string>> = {}): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
