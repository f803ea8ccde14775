/**
 * Text that Terraform passes on as it is: what looks like a reference or a directive of its own, such as the
 * `${topic}` of a connector, is none. Tokens of cdktf stay tokens.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function literal(text: string): string {
  return text.replace(/([$%])\{(?!TfToken\[)/g, '$1$1{');
}
