import { problemOf, type Check } from '../../constructs/core/properties';
import { SETTINGS_OF_WORKERS } from '../../constructs/connect/worker-settings';
import { SETTINGS_OF_BROKERS } from '../../constructs/kafka/broker-settings';
import { REGISTRY_SETTINGS } from '../../constructs/schema-registry/registry-settings';
import type { ComposeService, Variable } from './service';
import { properties, text } from './code';
import type { Writer } from './writer';

/** Settings by their name in a product, as the program has them. */
export interface Settings {
  readonly settings?: string;
  readonly foreignSettings?: string;
}

const ofLine = ({ settings: own, foreignSettings: foreign }: OfLine): { own: Check; foreign: Check } => ({
  own,
  foreign,
});
type OfLine = Readonly<Record<'settings' | 'foreignSettings', Check>>;

const CHECKS: Readonly<
  Record<'broker' | 'worker' | 'registry', { readonly own: Check; readonly foreign?: Check }>
> = {
  broker: ofLine(SETTINGS_OF_BROKERS['3.9']),
  worker: ofLine(SETTINGS_OF_WORKERS['3.9']),
  registry: { own: REGISTRY_SETTINGS },
};

/** A setting's name, as the images of Kafka's family take it from a variable. */
export function settingName(variable: string): string {
  return variable
    .toLowerCase()
    .replace(/_{1,3}/g, (each) => ({ 1: '.', 2: '_', 3: '-' })[each.length] ?? '.');
}

/**
 * What the variables that nobody has asked for yet set, as far as the library takes it; why it does not take the others is
 * said in its own words.
 */
export function settingsOf(
  writer: Writer,
  service: ComposeService,
  prefix: string,
  kind: keyof typeof CHECKS,
): Settings {
  const all = [...service.environment].flatMap(([name, variable]): [string, string, Variable][] =>
    name.startsWith(prefix) && variable.entry.leftOver().length > 0
      ? [[settingName(name.slice(prefix.length)), name, variable]]
      : [],
  );
  return settings(writer, all, kind);
}

export function settings(
  { notes, images }: Writer,
  all: readonly (readonly [name: string, variable: string, Variable])[],
  kind: keyof typeof CHECKS,
): Settings {
  const { own, foreign } = CHECKS[kind];
  const [ours, others]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const [name, variable, { value, entry }] of all) {
    // Workers of somebody's image have the classes that are in it.
    const isOwn = kind !== 'worker' || !images.has('kafkaConnect');
    const why = OF_SECURITY.test(name) ? IN_PLAINTEXT : absent(name, value, isOwn);
    if (why !== undefined) {
      notes.leftOut(entry, why);
      continue;
    }
    const problem = problemOf(own, { [name]: value });
    const isForeign =
      problem !== undefined && foreign !== undefined && problemOf(foreign, { [name]: value }) === undefined;
    if (problem === undefined) ours[name] = value;
    else if (isForeign) {
      others[name] = value;
      if (problem.includes('did you mean')) notes.changed(entry, reason(variable, problem));
    } else {
      notes.leftOut(entry, reason(variable, problem));
      continue;
    }
    entry.done();
  }
  return { settings: values(ours), foreignSettings: values(others) };
}

/** Why what a setting is about is not there. @param isOwn whether the library's image runs */
function absent(name: string, value: string, isOwn: boolean): string | undefined {
  if (OF_CONFLUENT.test(name)) return 'it is of Confluent Server; Apache Kafka runs here.';
  const classes = CLASSES.test(name) ? value.split(',').map((each) => each.trim()) : [];
  const missing = classes.find((each) => (isOwn ? FOREIGN_CLASS : ON_CLASSPATH).test(each));
  return missing && `the image that runs has no class ${missing}, and nothing starts where one is missing.`;
}

const OF_CONFLUENT =
  /^(confluent|kafka\.rest)\.|(^|\.)confluent\.(monitoring|metrics|telemetry|balancer|license|support)\./;
const CLASSES = /(class|classes|class\.name|reporters?)$/;
const FOREIGN_CLASS = /^(?!org\.apache\.kafka\.|kafka\.)([a-z]\w*\.)+[A-Z]\w*$/;
/** In no image's class path, but in one that a variable gives. */
const ON_CLASSPATH = /^io\.confluent\.monitoring\./;

const OF_SECURITY =
  /(^|\.)(security\.protocol|security\.inter\.broker\.protocol|(sasl|ssl)\..+|principal\.builder\.class)$|^(authorizer\.class\.name|super\.users|allow\.everyone\.if\.no\.acl\.found)$/;
const IN_PLAINTEXT =
  'the brokers of the program are in plaintext, on this machine alone; what secures them, and then their clients by themselves, are certificates, listeners and users: docs/guide/secured.md.';

/** Numbers and switches as such. */
function values(all: Readonly<Record<string, string>>): string | undefined {
  const code = (value: string): string =>
    /^(0|-?[1-9]\d{0,14}|true|false)$/.test(value) ? value : text(value);
  const given = Object.entries(all).map(([name, value]) => [name, code(value)] as const);
  return given.length === 0 ? undefined : properties(Object.fromEntries(given));
}

/** In the words of the library, without what is about the object that the setting is in. */
const reason = (variable: string, problem: string): string =>
  `${variable}: ${problem.replace(/^is an object in which /, '')}.`;
