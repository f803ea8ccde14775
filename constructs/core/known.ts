import { Token } from 'cdktf';

/** Whether all values are known before the deploy, so that they can be compared. */
export function known(...values: readonly unknown[]): boolean {
  return !values.some((each) => Token.isUnresolved(each));
}
