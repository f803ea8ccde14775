import { execa } from 'execa';
import { Problem, tail } from './program';

export interface Terraform {
  readonly binary: string;
  readonly version: string;
  /** Such as `linux_amd64`. */
  readonly platform: string;
}

/**
 * Terraform, or OpenTofu where only that is installed; cdktf is told by TERRAFORM_BINARY_NAME.
 * @throws Problem if there is neither
 */
export async function findTerraform(): Promise<Terraform> {
  const named = process.env.TERRAFORM_BINARY_NAME;
  for (const binary of named ? [named] : ['terraform', 'tofu']) {
    const { failed, stdout } = await execa(binary, ['version', '-json'], { reject: false });
    if (failed) continue;
    const { terraform_version: version, platform } = JSON.parse(stdout) as Record<string, string>;
    process.env.TERRAFORM_BINARY_NAME = binary;
    return { binary, version: version ?? '', platform: platform ?? '' };
  }
  throw new Problem(
    `${named ?? 'Neither terraform nor tofu'} is on the PATH: install Terraform (https://developer.hashicorp.com/terraform/install) or OpenTofu (https://opentofu.org/docs/intro/install) and try again.`,
  );
}

/** @throws Problem with the end of what Terraform printed */
export async function terraform(directory: string, ...args: string[]): Promise<void> {
  const binary = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';
  const { failed, all = '' } = await execa(binary, [...args, '-no-color'], {
    cwd: directory,
    all: true,
    reject: false,
  });
  if (failed) throw new Problem(`${binary} ${args.join(' ')} failed:\n${tail(all, 20)}`);
}
