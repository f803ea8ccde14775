import { Token } from 'cdktf';

/** Whether all values are known before the deploy, so that they can be compared. */
export function known(...values: readonly unknown[]): boolean {
  // No token is a whole number of this size, and to look into a number takes cdktf longer than any check of ours.
  return values.every((each) => Number.isSafeInteger(each) || !Token.isUnresolved(each));
}
