import { join } from 'node:path';
import type { LocalImage } from '../../constructs/local-images/local-images';
import type { Stack } from '../engine/synthesis';

/** A build that a deploy does itself, such as that of an image of Connect with a plugin. */
export interface DeclaredBuild extends Pick<LocalImage, 'product' | 'reference' | 'context'> {
  /** Of `docker build`: its build arguments. */
  readonly options: readonly string[];
}

/** Those of the stacks. */
export function declaredBuilds(
  stacks: readonly Pick<Stack, 'directory' | 'resources'>[],
): readonly DeclaredBuild[] {
  return stacks.flatMap(({ directory, resources }) =>
    resources('docker_image').flatMap(({ attributes }) => {
      const { name, build } = attributes as { name: string; build?: Build };
      if (!build) return [];
      const given = Object.entries(build.build_args ?? {});
      const options = given.flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]);
      const context = join(directory, build.context);
      return [{ product: name, reference: name, context, options }];
    }),
  );
}

interface Build {
  readonly context: string;
  readonly build_args?: Readonly<Record<string, string>>;
}
