import type { TerraformStack } from 'cdktf';

/**
 * Makes Terraform say that it is too old, where a stack has write-only attributes and ephemeral variables, unless the program
 * demands a version itself.
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only
 */
export function needWriteOnly(stack: TerraformStack): void {
  const { rawOverrides } = stack as unknown as {
    readonly rawOverrides: { readonly terraform?: { readonly required_version?: string } };
  };
  if (rawOverrides.terraform?.required_version === undefined)
    stack.addOverride('terraform.required_version', '>= 1.11.0');
}
