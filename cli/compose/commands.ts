import { passwordsIn } from '../../constructs/core/command-secrets';
import { CONTAINER_PROPERTIES } from '../../constructs/core/container-description';
import { problemOf } from '../../constructs/core/properties';
import type { ComposeService } from './service';
import type { Writer } from './writer';

/** What a container runs, and the variables that it reads secrets from. */
export interface Commands {
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** The values of the secrets that were among its words, by the variables that hold them now. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Why it cannot be run as it is. */
  readonly problem?: string;
}

/** The words of a service. A shell reads secrets from variables, where they were in its script. */
export function commandsOf(writer: Writer, service: ComposeService): Commands {
  const secrets: Record<string, string> = {};
  const all = [...(service.words('entrypoint') ?? []), ...(service.words('command') ?? [])];
  const isShell = /(^|\/)(ba|da|a)?sh$/.test(all[0] ?? '') && /^-\w*c$/.test(all[1] ?? '');
  const [entrypoint, command] = (['entrypoint', 'command'] as const).map((key) =>
    service.words(key)?.map((word) => {
      const plain = isShell ? withoutSecrets(service, word, secrets) : word;
      return writer.readdressed(plain);
    }),
  );
  const problem = Object.entries({ entrypoint, command }).flatMap(([key, words]) => {
    const found = problemOf(CONTAINER_PROPERTIES.command, words ?? []);
    return found === undefined ? [] : `its ${key} ${found}.`;
  })[0];
  return { entrypoint, command, secrets, problem };
}

/** What follows such an option. */
const OPTIONS = /--?[\w-]*(?:password|passwd|secret|token)[= ]+("[^"\n]+"|'[^'\n]+'|[^\s"'$;&|]+)/g;

/** A script with a variable in the place of each password in it. */
function withoutSecrets(service: ComposeService, script: string, secrets: Record<string, string>): string {
  const found = [...passwordsIn(script), ...[...script.matchAll(OPTIONS)].map(([, value = '']) => value)];
  return [...new Set(found)].reduce((now, given) => {
    const value = given.replace(/^(["'])(.*)\1$/s, '$2');
    const at = now.indexOf(given);
    // Within single quotes a shell reads no variables.
    const isQuoted = (now.slice(0, at).split("'").length - 1) % 2 === 1;
    if (value === '' || value.includes('$') || at < 0 || isQuoted) return now;
    const known = [...service.environment].find(([, each]) => each.value === value)?.[0];
    const name = known ?? Object.keys(secrets).find((each) => secrets[each] === value) ?? nameOf(secrets);
    if (known === undefined) secrets[name] = value;
    const variable = given === value ? `\${${name}}` : `"\${${name}}"`;
    return now.replaceAll(given, (_, index: number) => (isWord(now, index, given) ? variable : given));
  }, script);
}

const nameOf = (secrets: object): string => {
  const { length } = Object.keys(secrets);
  return length === 0 ? 'COMMAND_PASSWORD' : `COMMAND_PASSWORD_${length + 1}`;
};

/** Whether a text at a place of a script is no part of a longer word. */
const isWord = (script: string, at: number, text: string): boolean =>
  (!/[\w./]/.test(script.charAt(at + text.length)) &&
    !/[\w./]/.test(at === 0 ? '' : script.charAt(at - 1))) ||
  /-p$/.test(script.slice(0, at));

/** Whether what a service runs comes to an end by itself. */
export function ends(service: ComposeService, { entrypoint = [], command = [] }: Commands): boolean {
  const said = [...entrypoint, ...command].join(' ');
  const restart = service.entry.get('restart')?.peek() ?? 'no';
  return !['always', 'unless-stopped'].includes(restart) && ENDS.test(said) && !STAYS.test(said);
}

const ENDS =
  /\b(kafka-(topics|configs|acls|storage)|mc (alias|config|mb|policy)|airflow (db (init|upgrade|migrate)|users create)|superset (db|init|fab))\b|curl\b.*\/connectors/s;
const STAYS =
  /sleep infinity|tail -f|while (true|:)|docker\/run|airflow (webserver|scheduler|standalone|celery|triggerer)|superset run|gunicorn|\bexec\b|\bwait\b|kafka-(console|server)/;
