import { Fn, Token } from 'cdktf';

/** Whether all values are known before the deploy, so that they can be compared. */
export function isResolved(...values: readonly unknown[]): boolean {
  // No token is a whole number of this size, and to look into a number takes cdktf longer than any check of ours.
  return values.every(
    (each) => Number.isSafeInteger(each) || (!Token.isUnresolved(each) && !holdsNumber(each)),
  );
}

/** cdktf's code for a number that Terraform alone knows, in a text such as `orders-${count}`. */
const NUMBER = /-\d\.\d+e\+2\d\d/g;
const isNumber = (code: string): boolean => Token.isUnresolved(Number(code));
const holdsNumber = (value: unknown): boolean =>
  typeof value === 'string' && value.includes('e+2') && (value.match(NUMBER) ?? []).some(isNumber);

/** A text in which numbers that Terraform alone knows are tokens: beside a digit, '-' or '.' cdktf would see none. */
export function withNumbers(text: string): string {
  return holdsNumber(text)
    ? text.replace(NUMBER, (code) => (isNumber(code) ? Token.asString(Number(code)) : code))
    : text;
}

/** The elements of a list as one text, also of a list that Terraform alone knows. */
export function joined(separator: string, list: readonly string[]): string {
  return isResolved(list) ? list.join(separator) : Fn.join(separator, [...list]);
}

/** A value as text, in which one that Terraform alone knows stays one: a number's own text would be cdktf's code for it. */
export function asText(value: unknown): string {
  return isResolved(value) ? String(value) : Token.asString(value);
}
