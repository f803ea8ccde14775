import { CommandError } from '../program';

/** What a text with variables becomes, as compose has it: `$X`, `${X}`, `${X:-default}`, `${X:?error}`, `${X:+other}`, `$$`. */
export class Variables {
  /** Those that nobody has set, and that have no default: compose takes nothing for them. */
  public readonly unset = new Set<string>();
  /** Those whose value, or default, is now in the program. */
  public readonly used = new Set<string>();

  public constructor(public readonly values: Readonly<Record<string, string | undefined>>) {}

  public in(text: string): string {
    let out = '';
    for (let at = 0; at < text.length;) {
      const rest = text.slice(at);
      const [dollars, plain] = [/^\$\$/.exec(rest), /^\$([A-Za-z_]\w*)/.exec(rest)];
      const braced = rest.startsWith('${') ? endOfBrace(rest) : -1;
      if (dollars) [out, at] = [`${out}$`, at + 2];
      else if (plain) [out, at] = [out + this.valueOf(plain[1] ?? ''), at + plain[0].length];
      else if (braced > 0) [out, at] = [out + this.expression(rest.slice(2, braced)), at + braced + 1];
      else [out, at] = [out + text.charAt(at), at + 1];
    }
    return out;
  }

  private expression(inside: string): string {
    const [, name = '', operator = '', operand = ''] =
      /^([A-Za-z_]\w*)(?:(:?[-?+])(.*))?$/s.exec(inside) ?? [];
    if (name === '') return `\${${inside}}`;
    const value = this.values[name];
    const isThere = operator.startsWith(':') ? (value ?? '') !== '' : value !== undefined;
    if (operator.endsWith('+')) return isThere ? this.in(operand) : '';
    if (isThere || operator === '') return this.valueOf(name);
    if (operator.endsWith('-')) {
      this.used.add(name);
      return this.in(operand);
    }
    throw new CommandError(
      `${name} must be set, in the environment or in .env beside the file${operand === '' ? '' : `: ${operand}`}.`,
    );
  }

  private valueOf(name: string): string {
    const value = this.values[name];
    if (value === undefined) this.unset.add(name);
    else this.used.add(name);
    return value ?? '';
  }
}

/** Where the brace ends that a text begins with, others within it aside. */
function endOfBrace(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith('${', at)) depth++;
    if (text.charAt(at) === '}' && --depth === 0) return at;
  }
  return -1;
}
