import type { ErrorObject } from 'ajv';
import { RULES } from './rules';

/** What a validator found, in the API server's manner: where, and what is wrong; a mistake once. */
export function reasons(errors: readonly ErrorObject[]): string[] {
  // Rules are asked of what has the right form.
  const forms = errors.filter(({ schemaPath }) => !schemaPath.endsWith(`/${RULES}`));
  const counted = forms.length > 0 ? forms : errors;
  const choices = counted.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const isOfChoice = ({ schemaPath, instancePath }: ErrorObject): boolean =>
    choices.some(
      (choice) =>
        schemaPath.startsWith(`${choice.schemaPath}/`) && instancePath.startsWith(choice.instancePath),
    );
  return [...new Set(counted.filter((error) => !isOfChoice(error)).map(reason))];
}

function reason(error: ErrorObject): string {
  const where = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, at) => (/^\d+$/.test(part) ? `[${part}]` : `${at > 0 ? '.' : ''}${part}`))
    .join('');
  return [where, what(error)].filter(Boolean).join(': ');
}

function what({ keyword, params, message = 'is wrong' }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `unknown field "${String(params.additionalProperty)}"`;
    case 'required':
      return `lacks the field "${String(params.missingProperty)}"`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'type':
      return `must be ${[params.type as string | string[]].flat().join(' or ')}`;
    case 'oneOf':
    case 'anyOf':
      return 'must be one of the forms that its definition has';
    default:
      return message;
  }
}
