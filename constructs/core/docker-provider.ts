import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ensureProvider } from './provider';

/**
 * The bindings were generated from 3.6.2 and ask for `~> 3.0`; every attribute that they write is also in 4.x.
 * @see https://github.com/kreuzwerker/terraform-provider-docker/releases
 */
const VERSIONS = '>= 3.6.2, < 5.0.0';

/** Sees to it that the stack around `scope` has a Docker provider: the one that its owner made, else one with the defaults. */
export function ensureDockerProvider(scope: IConstruct): void {
  ensureProvider(scope, DockerProvider, 'docker', {}, () => true);
  TerraformStack.of(scope).addOverride('terraform.required_providers.docker.version', VERSIONS);
}
