import { isReadableSecret, hasSecret, isSecretName } from './secrets';
import { A_SECRET, holdsSensitive, isHidden } from './secret';
import type { Check } from './properties';

/** Where everybody reads it who may look at the platform. */
const SEEN = "in plain sight, in the program's JSON, in Terraform's state and in docker inspect";

/** The ways out, each of which works for what it is said of. */
export const BY_FILE =
  "let the program read it from a file that secretFiles brings: { '/run/secrets/name': SecretFile.fromHost('/folder/name') }; many images take its path in a variable, such as POSTGRES_PASSWORD_FILE";
export const BY_REFERENCE =
  "bring a file of properties with secretFiles, { '/run/secrets/my.properties': SecretFile.fromHost('/folder/my.properties') }, and name it: ${file:/run/secrets/my.properties:key}";
export const BY_SPARK_DEFAULTS =
  "put it into a file that spark-submit reads, secretFiles: { '/opt/spark/conf/spark-defaults.conf': SecretFile.fromHost('/folder/spark-defaults.conf') }";
export const BY_ARGUMENT_FILE =
  'put it into a file of arguments that secretFiles brings, and name that to the JVM: @/run/secrets/java.options';

/** What only Terraform knows. Its message shows no value: that may be the secret. */
export const hiddenSecret: Check = {
  source: 'policy',
  allowed: A_SECRET,
  problem: (secret) =>
    isHidden(secret) ? undefined : `must not be a secret that everybody can read: give ${A_SECRET}`,
  judgesTokens: true,
};

/** Those of the settings that give a secret away. */
export const secretsAmong = (settings: object): string[] =>
  Object.entries(settings)
    .filter(([name, value]) => isReadableSecret(name, value) || holdsSensitive(value))
    .map(([name]) => name);

/** An object whose names and values give no secret away. The message has none either. */
export function nothingSecret(cure: string): Check {
  return plainSight(cure, (given) =>
    typeof given === 'object' && given !== null && !Array.isArray(given) ? secretsAmong(given) : [],
  );
}

/** Words of a command that give no secret away. */
export function nothingSecretAmongWords(cure: string): Check {
  const isSecret = (words: readonly unknown[], index: number): boolean => {
    const [before, word] = [words[index - 1], words[index]];
    if (typeof word !== 'string') return false;
    const [, option] = (typeof before === 'string' && /^--?([A-Za-z][\w.-]*)$/.exec(before)) || [];
    return (
      hasSecret(word) ||
      holdsSensitive(word) ||
      (option !== undefined &&
        isSecretName(option) &&
        !word.startsWith('-') &&
        isReadableSecret(option, word))
    );
  };
  return plainSight(cure, (given) => {
    if (!Array.isArray(given)) return [];
    const secret = given.flatMap((_, index) => (isSecret(given, index) ? [`word ${index + 1}`] : []));
    // Such as a user and its password after curl's `-u`.
    return secret.length === 0 && hasSecret(given.join(' ')) ? ['its words'] : secret;
  });
}

/** A text that gives no secret away. */
export function noSecret(cure: string): Check {
  return plainSight(cure, (given) =>
    typeof given === 'string' && (hasSecret(given) || holdsSensitive(given)) ? ['it'] : [],
  );
}

function plainSight(cure: string, secretsOf: (given: unknown) => readonly string[]): Check {
  return {
    source: 'policy',
    allowed: 'without a secret in plain sight',
    problem: (given) => {
      const found = secretsOf(given);
      return found.length === 0 ? undefined : `has a secret (${found.join(', ')}) ${SEEN}; ${cure}`;
    },
  };
}
