import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs Terraform, or OpenTofu, in the folder of a synthesized stack. */
export function terraform(stack: string, ...args: string[]): Promise<{ stdout: string }> {
  const binary = process.env.TERRAFORM_BINARY_NAME ?? 'terraform';
  return promisify(execFile)(binary, [...args, '-no-color'], { cwd: stack });
}
