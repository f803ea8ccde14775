/** A quantity that cannot exist, such as a negative size: thrown where it is made, before any construct has it. */
export class QuantityError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'QuantityError';
  }
}
