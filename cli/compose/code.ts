/** Properties of an object, as the program has them; those that are undefined are left out. */
export function properties(all: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return `{ ${given.map(([name, value]) => (name === value ? name : `${key(name)}: ${value}`)).join(', ')} }`;
}

/** Text, as the program has it. */
export const text = (value: string): string => JSON.stringify(value);
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name));

/** A record of texts, as the program has it; undefined where it is empty. */
export function texts(all: Readonly<Record<string, string>>): string | undefined {
  const given = Object.entries(all);
  return given.length === 0
    ? undefined
    : properties(Object.fromEntries(given.map(([name, value]) => [name, text(value)])));
}
