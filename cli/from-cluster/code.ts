/**
 * TypeScript as it is written here, without a formatter in the command: whatever fits into a line is in one, and else has a
 * line for each of its parts.
 */
export type Code = string | Parts | readonly Code[];

/** What stands in brackets, parted by commas. */
interface Parts {
  readonly brackets: readonly [open: string, close: string];
  readonly parts: readonly Code[];
}

const WIDTH = 110;
const INDENT = 2;

/** A text in quotes: single ones, unless it has more of these than of the others. */
export function text(value: string): string {
  const count = (quote: string): number => value.split(quote).length - 1;
  const quote = count("'") > count('"') ? '"' : "'";
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
  return quote + inner.replaceAll(quote, `\\${quote}`) + quote;
}

/** In braces; what is undefined is left out. */
export function object(all: Readonly<Record<string, Code | undefined>>): Code {
  const given = Object.entries(all).filter((each): each is [string, Code] => each[1] !== undefined);
  if (given.length === 0) return '{}';
  // The name alone, where the value is called so.
  const parts = given.map(([name, value]) => (name === value ? name : [`${key(name)}: `, value]));
  return { brackets: ['{ ', ' }'], parts };
}

const key = (name: string): string => (/^[a-zA-Z_$][\w$]*$/.test(name) ? name : text(name));

export const list = (parts: readonly Code[]): Code => ({ brackets: ['[', ']'], parts });

export const call = (name: string, ...parts: readonly Code[]): Code => [
  name,
  { brackets: ['(', ')'], parts },
];

const isParts = (code: Code): code is Parts => typeof code === 'object' && 'parts' in code;

const flat = (code: Code): string =>
  typeof code === 'string'
    ? code
    : isParts(code)
      ? code.brackets.join(code.parts.map(flat).join(', '))
      : code.map(flat).join('');

/** As a statement at some depth. */
export const statement = (code: Code, indent = INDENT): string =>
  `${' '.repeat(indent)}${written([code, ';'], indent, indent, 0)}\n`;

/** @param column at which it begins @param after how much follows it in its last line */
function written(code: Code, indent: number, column: number, after: number): string {
  if (typeof code === 'string') return code;
  const whole = flat(code);
  if (column + whole.length + after <= WIDTH) return whole;
  if (isParts(code)) return isCall(code) ? writtenCall(code, indent) : broken(code, indent);
  let out = '';
  for (const [index, part] of code.entries()) {
    const rest = untilBreak(code.slice(index + 1)) ?? flat(code.slice(index + 1)).length + after;
    out += written(part, indent, column + lastLine(out).length, rest);
  }
  const [name, value] = code;
  // A long text goes into a line of its own, below its name.
  return code.length === 2 && typeof value === 'string' && typeof name === 'string' && /^['"]/.test(value)
    ? `${name.trimEnd()}\n${' '.repeat(indent + INDENT)}${value}`
    : out;
}

/** What of it must be in the line where it begins: all before the first bracket after which there may be another. */
function untilBreak(code: readonly Code[]): number | undefined {
  const [first, ...rest] = code;
  if (first === undefined) return undefined;
  if (typeof first === 'string') {
    const more = untilBreak(rest);
    return more === undefined ? undefined : first.length + more;
  }
  return isParts(first) ? 1 : untilBreak([...first, ...rest]);
}

const lastLine = (out: string): string => out.slice(out.lastIndexOf('\n') + 1);
const isCall = ({ brackets: [open] }: Parts): boolean => open === '(';

/** An object that comes last stays at the call, unless there is another. */
function writtenCall(code: Parts, indent: number): string {
  const [last, ...before] = [...code.parts].reverse();
  const isHugged = last !== undefined && isParts(last) && before.every((each) => typeof each === 'string');
  if (!isHugged) return broken(code, indent);
  const beginning = `(${[...before]
    .reverse()
    .map((each) => `${flat(each)}, `)
    .join('')}`;
  return `${beginning}${broken(last, indent)})`;
}

function broken({ brackets: [open, close], parts }: Parts, indent: number): string {
  const inner = indent + INDENT;
  const lines = parts.map((each) => `${' '.repeat(inner)}${written(each, inner, inner, 1)},\n`);
  return `${open.trimEnd()}\n${lines.join('')}${' '.repeat(indent)}${close.trimStart()}`;
}
