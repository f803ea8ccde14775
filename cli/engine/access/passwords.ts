import { compactArray, compactText, int8, joined, type Answer } from './encoding';
import type { Entry, FoundEntry } from './entry';
import { assertNoError, send } from './protocol';

/** By Kafka's numbers. */
const MECHANISMS = ['unknown', 'SCRAM-SHA-256', 'SCRAM-SHA-512'];

interface User {
  readonly name: string;
  readonly mechanisms: readonly number[];
}

/** Who can log in with a password that the brokers keep. Whether that is another one now, nobody can see. */
export async function passwordsAt(
  servers: readonly string[],
  timeout?: number,
): Promise<readonly FoundEntry[]> {
  const users = await send(servers, DESCRIBE_USER_SCRAM_CREDENTIALS, timeout);
  return users.flatMap(({ name, mechanisms }) =>
    mechanisms.map((mechanism) => ({
      ...entry(name, MECHANISMS[mechanism] ?? String(mechanism)),
      remove: () => send(servers, deleteUserScramCredential(name, mechanism)),
    })),
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

const NO_TAGS = Buffer.of(0);

/** Of all users: no list of some. */
const DESCRIBE_USER_SCRAM_CREDENTIALS = {
  key: 50,
  isFlexible: true,
  body: joined([Buffer.of(0), NO_TAGS]),
  read: (answer: Answer): readonly User[] => {
    answer.int32();
    assertNoError(answer.int16(), answer.compactText());
    return answer.compactArray(() => {
      const name = answer.compactText() ?? '';
      assertNoError(answer.int16(), answer.compactText());
      const mechanisms = answer.compactArray(() => {
        const mechanism = answer.int8();
        answer.int32();
        answer.skipTags();
        return mechanism;
      });
      answer.skipTags();
      return { name, mechanisms };
    });
  },
};

function deleteUserScramCredential(name: string, mechanism: number) {
  const gone = joined([compactText(name), int8(mechanism), NO_TAGS]);
  return {
    key: 51,
    isFlexible: true,
    body: joined([compactArray([gone]), compactArray([]), NO_TAGS]),
    read: (answer: Answer): void => {
      answer.int32();
      answer.compactArray(() => {
        answer.compactText();
        assertNoError(answer.int16(), answer.compactText());
        answer.skipTags();
      });
    },
  };
}
