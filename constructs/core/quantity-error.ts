import { callerLine } from './caller';

/**
 * A value that cannot be, such as a negative size or an image without a tag: thrown where it is used. A construct that is
 * given one says so itself, with its path, in a {@link ValidationError}.
 */
export class QuantityError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'QuantityError';
    const line = callerLine();
    // Of the program, where the value was used: where in the library that was noticed helps nobody.
    this.stack = `${this.name}: ${message}${line === undefined ? '' : ` (at ${line})`}`;
  }
}
