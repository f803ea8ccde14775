import { Tokenization } from 'cdktf';

/**
 * The one door by which what somebody gave comes into a resource: every text below `value` arrives as it is, and what
 * looks like a reference or a directive of Terraform's, such as an f-string's `${price}`, is none. Tokens stay tokens.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function literal<T>(value: T): T {
  return escaped(value) as T;
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return template(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [template(name), escaped(each)]));
}

const TOKEN = /(\$\{TfToken\[[\w:.-]+\]\})/;
/** What would escape a number that Terraform alone knows: cdktf writes one in a text as a number of this size. */
const BEFORE_NUMBER = /\$+(?=-\d\.\d+e\+298)/g;

function template(text: string): string {
  // Terraform takes a byte order mark away, but no more than one.
  const whole = text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
  if (!/[$%]\{|\$-/.test(whole)) return whole;
  const parts = whole.split(TOKEN);
  const escaped =
    parts.length === 1
      ? whole.replace(/([$%])\{/g, '$1$1{')
      : parts.map((part) => (isToken(part) ? part : beside(part))).join('');
  return escaped.replace(BEFORE_NUMBER, '${"$&"}');
}

/**
 * Text beside a token: a `$` before one would escape it, and cdktf, which counts braces there, takes `$${` for the
 * beginning of an expression that the token is within.
 */
const beside = (text: string): string => text.replace(/%\{/g, '%%{').replace(/\$+(?=\{|$)/g, '${"$&"}');

function isToken(text: string): boolean {
  try {
    return TOKEN.test(text) && Tokenization.reverseString(text).tokens.length > 0;
  } catch {
    // Nobody made it: text that only looks like one.
    return false;
  }
}

/** The text that {@link literal} wrote; with an expression in it, as Terraform gets it. */
export function textOf(template: string): string {
  if (/(?<!\$)\$\{|(?<!%)%\{/.test(template)) return template;
  return template.replace(/^\uFEFF/, '').replace(/([$%])\1\{/g, '$1{');
}

/** Why a text cannot reach a program as it is; undefined where it can. */
export function unpassable(text: string): string | undefined {
  if (text.includes('\0')) return 'has a NUL character, which no program can be given; leave it out';
  if (/\p{Surrogate}/u.test(text))
    return 'has half of a character (a lone surrogate), which is no text; leave it out';
  if (text.normalize() === text) return undefined;
  return "is not in Unicode's composed form, into which Terraform brings every text; give it .normalize()";
}
