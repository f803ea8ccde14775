/** Whether a version is older, by `major.minor`. What says none is not known to be. */
export function isOlder(one = '', other = ''): boolean {
  const [major, minor] = one.split('.').map(Number);
  const [otherMajor, otherMinor] = other.split('.').map(Number);
  if (minor === undefined || otherMinor === undefined) return false;
  return major === otherMajor ? minor < otherMinor : Number(major) < Number(otherMajor);
}
