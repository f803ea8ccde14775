import type { Entry, FoundEntry } from './entry';
import { send } from './requests';

/** By Kafka's numbers. */
const MECHANISMS = ['unknown', 'SCRAM-SHA-256', 'SCRAM-SHA-512'];

/** Who can log in with a password that the brokers keep. Whether that is another one now, nobody can see. */
export async function passwordsAt(
  servers: readonly string[],
  timeout?: number,
): Promise<readonly FoundEntry[]> {
  // An empty list is one of all users.
  const { results } = await send(
    servers,
    ({ describeUserScramCredentialsV0 }, connection) =>
      describeUserScramCredentialsV0.api.async(connection, []),
    timeout,
  );
  return results.flatMap(({ user, credentialInfos }) =>
    credentialInfos.map(({ mechanism }) => ({
      ...entry(user, MECHANISMS[mechanism] ?? String(mechanism)),
      remove: () => remove(servers, user, mechanism),
    })),
  );
}

async function remove(servers: readonly string[], name: string, mechanism: number): Promise<void> {
  await send(servers, ({ alterUserScramCredentialsV0 }, connection) =>
    alterUserScramCredentialsV0.api.async(connection, [{ name, mechanism }], []),
  );
}

/** One of the program. */
export function declaredPassword(attributes: Readonly<Record<string, unknown>>): Entry {
  const { username, scram_mechanism: mechanism } = attributes as Readonly<Record<string, string>>;
  return entry(String(username), String(mechanism));
}

const entry = (name: string, mechanism: string): Entry => ({
  kind: 'user',
  of: name,
  user: name,
  fields: [mechanism],
  what: `the password of ${name} for ${mechanism}`,
});
