import { createHash } from 'node:crypto';

/** What a name of most objects may be. @see RFC 1123 */
export const OBJECT_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;
const LONGEST = 253;

/**
 * A name that an object may have, as near as can be to one that it may not have, such as that of the topic `user_events`.
 * Others may come to the same one: that is for who asks to refuse.
 */
export function objectName(name: string): string {
  if (OBJECT_NAME.test(name) && name.length <= LONGEST) return name;
  const legal = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, LONGEST)
    .replace(/[.-]+$/, '');
  // Of `___`, say, nothing is left.
  return legal === '' ? `topic-${digest(name)}` : legal;
}

/** What differs where texts do. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
