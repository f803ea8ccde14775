import { Tokenization } from 'cdktf';
import { withNumbers } from './resolved';

/**
 * The one door by which what somebody gave comes into a resource: every text below `value` arrives as it is, and what
 * looks like a reference or a directive of Terraform's, such as an f-string's `${price}`, is none. Tokens stay tokens.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function escapeTemplate<T>(value: T): T {
  return escaped(value) as T;
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return template(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [template(name), escaped(each)]));
}

/** As cdktf encodes one in text. */
const LIST_OR_MAP = /[#&]\{TfToken\[[\w:.-]+\]\}/;
const TOKEN = /(\$\{TfToken\[[\w:.-]+\]\})/;

function template(text: string): string {
  // Terraform takes a byte order mark away, but no more than one.
  const whole = withNumbers(text.startsWith('\uFEFF') ? `\uFEFF${text}` : text);
  if (!/[$%]\{/.test(whole)) return whole;
  const parts = whole.split(TOKEN);
  return parts.length === 1
    ? whole.replace(/([$%])\{/g, '$1$1{')
    : parts.map((part) => (isToken(part) ? part : beside(part))).join('');
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

/** A text's tokens, and what is before, between and behind them. */
export const fragments = (text: string): string[] => text.split(TOKEN).filter((part) => part !== '');

/** The text that {@link escapeTemplate} wrote; with an expression in it, as Terraform gets it. */
export function textOf(template: string): string {
  if (/(?<!\$)\$\{|(?<!%)%\{/.test(template)) return template;
  return template.replace(/^\uFEFF/, '').replace(/([$%])\1\{/g, '$1{');
}

/** Whether a list or a map that Terraform alone knows was made a part of a text. */
export const holdsListOrMap = (text: string): boolean => LIST_OR_MAP.test(text);

/** Why a text cannot reach a program as it is; undefined where it can. */
export function unpassable(text: string): string | undefined {
  if (holdsListOrMap(text))
    return "holds a list or a map known only to Terraform, which is not text; give Fn.join(',', list) or Fn.jsonencode(map)";
  if (text.includes('\0')) return 'has a NUL character, which no program can be given; leave it out';
  if (/\p{Surrogate}/u.test(text))
    return 'has half of a character (a lone surrogate), which is not text; leave it out';
  if (text.normalize() === text) return undefined;
  return "is not in Unicode's composed form, into which Terraform brings every text; give it .normalize()";
}
