import { passwordsIn } from './command-secrets';

/**
 * What nobody may read in a plan, a state, a container's environment or a message. A setting is secret by its product's
 * definition, by its value, or, where nobody defined it, by the last words of its name.
 */

/** Secret by the definitions of Kafka, Confluent, Hadoop and Neo4j, and not by the words of {@link SECRET_WORDS}. */
const DEFINED =
  /(^| )(jaas config|ssl keystore key|ssl keystore certificate chain|ssl truststore certificates|confluent license|user info|basic auth|neo4j auth|fs azure (account key|account oauth2 client secret|sas) .*)$/;
const SECRET_WORDS = new RegExp(
  '(^| )(' +
    [
      String.raw`\w*(passwords?|passwd|passphrase|pwd)|(\w*(key|store|root|user|admin|db|sql|require))?pass`,
      String.raw`\w*secret|credentials?|credentials json|\w*token|userinfo`,
      String.raw`(\w* )?\w*(secret|account|api|access|private|shared|master|encryption|signing|storage|auth|hmac|sas|customer|fernet|subscription|license) ?key|(\w* )?access ?signature`,
    ].join('|') +
    ')$',
);
/** What ends in such a word, and is a place in a list, a mark in a text, the name of an object, a file or a topic, or a switch. */
const HARMLESS_WORDS =
  /(^| )((next|page|continuation|pagination|resume|sync|start|end|stop|delimiter|separator|replacement|mask|null) token|(pull|kubernetes|k8s) secret|(allow|with|renewal|ssl key|ssl keystore|ssl truststore) credentials)$|^kafka topic /;
/** What follows such a word, and says only how or which. */
const FURTHER_WORDS =
  /( (value|plain|plaintext|base|base64|b64|string|old|new|current|previous|primary|secondary|\d+))+$/;
/** Settings that name things of others, or ask for them: `password` there is a column. */
const ABOUT_OTHERS =
  /(^| )(fields?|columns?|mappings?|renames|list|include|exclude|query|sql|statement|select|pattern|regex|format|condition|filter|expression|topics?)$/;

/** Credentials whose form tells. Every repetition is bounded: a long text takes no more than its length. */
const FORMS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/,
  // A user and a password in an address; a port before a path that has an @ is none.
  /\w:\/\/[^\s/?#@:[]{0,200}:(?!\d{1,5}(?:[/?#,]|$))[^\s@]{1,500}@/,
  /\bjdbc:oracle:\w{1,20}:[^\s/@]{1,200}\/[^\s@]{1,200}@/i,
  /[?&;](sig|x-amz-signature|x-goog-signature)=[^\s&;]/i,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(gh[pousr]_\w{30}|github_pat_\w{20}|glpat-[\w-]{20}|npm_\w{30}|hf_\w{30}|hvs\.[\w-]{20}|dapi[a-f0-9]{32})/,
  /\b(xox[abeprs]-[\w-]{10}|AIza[\w-]{35}|[rs]k_live_\w{16}|SG\.[\w-]{16,99}\.[\w-]{16})/,
  /(?<![\w-])sk-(?=[\w-]{0,99}\d)(?=[\w-]{0,99}[A-Z])[\w-]{20}/,
  /hooks\.slack\.com\/services\/\w{1,99}\/\w{1,99}\/\w|discord\.com\/api\/webhooks\/\d{1,99}\/\w/,
  /\beyJ[\w-]{8,999}\.eyJ[\w-]{8,9999}\.[\w-]{8}/,
  /\bBearer\s{1,9}(?=\S{0,500}\d)[\w.~+/=-]{8}|\bauthorization["']?\s{0,9}[:=]\s{0,9}["']?(Basic|Bearer|Token|ApiKey)\s{1,9}(?!\$\w)\S/i,
  /\bBasic\s{1,9}(?=\S{0,500}([\d=]|[a-z][A-Z]))[A-Za-z0-9+/]{8,500}={0,2}(?=\s|$)/,
  /[^\s:/@]{1,200}:[^\s@/]{1,200}@(tcp|unix)\(|\blogin\s{1,9}\S{1,200}\s{1,9}password\s{1,9}\S/,
];

/** What every form and pair has something of: most texts are a word or a number. */
const WORTH_A_LOOK =
  /[=:\s]|A[KS]IA|_pat_|gh[pousr]_|glpat|npm_|hf_|hvs|dapi|xox|AIza|_live_|SG\.|sk-|eyJ|hooks|discord/;

/** A name and its value: `a=b`, `a="b c"`, `"a": "b"`, `a: b` on a line of its own, `A-B:c` of a header, `--a b`. */
const PAIRS: readonly RegExp[] = [
  /(?<![\w.])(?<name>[A-Za-z_][\w.-]{0,200})["']?\s{0,9}=\s{0,9}(?<value>"[^"]{0,500}"|'[^']{0,500}'|\$\([^)]{0,500}\)|[^\s"'&;,)]{0,500})/g,
  /["'](?<name>[A-Za-z_][\w.-]{0,200})\\?["']\s{0,9}:\s{0,9}\\?(?<value>"[^"]{0,500}"|'[^']{0,500}'|[\w.+-]{1,500})/g,
  /^[ \t-]{0,99}(?<name>[A-Za-z_][\w.-]{0,200}):[ \t]{1,99}(?<value>\S{1,500})[ \t]{0,9}$/gm,
  /(?<![\w.-])(?<name>[A-Za-z]{1,50}(?:-[A-Za-z]{1,50}){1,5}):[ \t]?(?<value>[^\s|,;"']{1,500})/g,
  /(^|\s)--?(?<name>[A-Za-z][\w.-]{0,200})[ \t]{1,9}(?<value>[^\s-]\S{0,500})/g,
];

/** The same in a program, where what stands without quotes is the name of something. */
const PAIRS_IN_CODE: readonly RegExp[] = [
  /(?<![\w.])(?<name>[A-Za-z_][\w.-]{0,200})["']?\]?\s{0,9}[=:]\s{0,9}[a-z]{0,2}(?<value>"[^"\n]{0,500}"|'[^'\n]{0,500}')/g,
  /\.(option|config|set|put|setProperty)\(\s{0,9}["'](?<name>[\w.-]{1,200})["']\s{0,9},\s{0,9}[a-z]{0,2}(?<value>"[^"\n]{0,500}"|'[^'\n]{0,500}')/g,
  /[?&;](?<name>[A-Za-z_][\w.]{0,200})=(?<value>[^\s"'&;,)]{1,500})/g,
];
const CODE = /\.(py|scala|java|kts?|js|ts|rb|go|r)$/i;

/** What stands for a value that is somewhere else, or for none. */
const HARMLESS_VALUE = new RegExp(
  [
    String.raw`^\s*["']?\s*(true|false|yes|no|on|off|enabled|disabled|none|null|\*+|<[^<>]*>|\[hidden\])?\s*["']?\s*$`,
    String.raw`^["']?(file:\/{0,3})?\/(run|etc|var|opt|mnt|srv|home|tmp|usr|root|app|data|config|vault|secrets?|certs?|keys?)\/[\w./@-]*["']?$`,
    String.raw`^["']?(\$\w+|\$\(.*\)|%\w+%|ENC\(.*\)|(vault|awssm|ssm|op|gcpsm|azkv):\S+|arn:aws[\w-]*:\S+|projects\/\S+)["']?$`,
    // A login begins with its class; the credentials behind it are pairs of their own.
    String.raw`^[\w.$]+LoginModule$`,
  ].join('|'),
  'i',
);
const SWITCH = /(^| )(allow|random|requires?d?|enabled?|disabled?|use|generate|show|change)( |$)/;

/** `databasePassword`, `DATABASE_PASSWORD` and `database.password` as `database password`. */
function wordsOf(name: string): string {
  const apart = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z0-9]+)([A-Z][a-z])/g, '$1 $2');
  const words = apart.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join(' ').replace(FURTHER_WORDS, '').replace(/\d+$/, '');
}

/** Whether a setting of this name holds a secret. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  return DEFINED.test(words) || (SECRET_WORDS.test(words) && !HARMLESS_WORDS.test(words));
}

/**
 * A text without what is read elsewhere when it is used, such as `${file:/run/secrets/db:password}` or `${PASSWORD}`;
 * what a reference falls back to stays.
 */
function withoutReferences(text: string): string {
  const shorter = text.replace(
    /\$\{([^{}:]*):?([^{}]*)\}|\{\{[^{}]*\}\}/g,
    (_, name: string | undefined, rest: string | undefined) =>
      name !== undefined && /[A-Z_.]/.test(name) && isSecretName(name) ? (rest ?? '').replace(/^-/, '') : '',
  );
  return shorter === text ? text : withoutReferences(shorter);
}

/** A login of Kafka without credentials: `ScramLoginModule required;`, or one with a key tab. */
const isLogin = (text: string): boolean => /^\s*[\w.$]+LoginModule\s+\w+\b[^;]*;\s*$/.test(text);

function pairsIn(text: string, forms: readonly RegExp[]): [name: string, value: string][] {
  return forms.flatMap((pair) =>
    [...text.matchAll(pair)].map(({ groups = {} }): [string, string] => [
      groups.name ?? '',
      groups.value ?? '',
    ]),
  );
}

/** Whether a text has credentials in it, whatever it is called. */
export function hasSecret(given: string, pairs = PAIRS): boolean {
  if (!WORTH_A_LOOK.test(given)) return false;
  const text = withoutReferences(given);
  if (FORMS.some((form) => form.test(text))) return true;
  if (passwordsIn(text).some((value) => !HARMLESS_VALUE.test(value))) return true;
  const isUser = (name: string): boolean => /LoginModule/.test(text) && /^user_/.test(name);
  return pairsIn(text, pairs).some(
    ([name, value]) => (isSecretName(name) || isUser(name)) && !isHarmless(wordsOf(name), value),
  );
}

function isHarmless(words: string, value: string): boolean {
  return HARMLESS_VALUE.test(value) || (/^["']?[01]["']?$/.test(value) && SWITCH.test(words));
}

/** Whether who reads this setting reads a secret. */
export function isReadableSecret(name: string, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const words = wordsOf(name);
  // What Terraform fills in is in its plan, its state and the container as any other text is.
  const text = String(value).replace(/\$\{TfToken\[[^\]]*\]\}/g, 'known-to-terraform');
  const own = withoutReferences(text);
  if (CODE.test(name)) return hasSecret(text.replace(/\{[^{}"'\n]*\}/g, ''), PAIRS_IN_CODE);
  if (ABOUT_OTHERS.test(words)) return FORMS.some((form) => form.test(own));
  if (hasSecret(text)) return true;
  if (/(^| )jaas config$/.test(words) && isLogin(own)) return false;
  // A user, whose password was a reference.
  if (/(^| )user ?info$/.test(words) && /^[\w.@-]+:$/.test(own)) return false;
  return isSecretName(name) && !isHarmless(words, own);
}
