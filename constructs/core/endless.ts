import { Token } from 'cdktf';
import { tokensIn } from './secret';

/** As cdktf keeps what `Lazy` was given. */
interface Lazy {
  readonly producer?: { readonly produce?: (context: unknown) => unknown };
}

/** Whether a `Lazy` produces itself, however many others are between: cdktf would follow it until its stack is full. */
export function isEndless(value: unknown, followed: readonly unknown[] = []): boolean {
  if (!Token.isUnresolved(value)) return false;
  return tokensIn(value).some((token) => {
    const producer = (token as Lazy | null)?.producer;
    if (typeof producer?.produce !== 'function') return false;
    if (followed.includes(token) || followed.length > 50) return true;
    try {
      return isEndless(producer.produce({ resolve: (each: unknown) => each }), [...followed, token]);
    } catch {
      // It wants to be asked at synth.
      return false;
    }
  });
}

export const ENDLESS = 'must be a value that can be worked out; got a Lazy that produces itself';
