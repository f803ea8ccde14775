import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { howToResolve, referencesTo, unresolved } from '../core/config-provider';
import { loginOfStack } from '../core/basic-login';
import { elsewhere } from '../core/beside';
import { listOf, record, SETTING, textOrToken, wholeNumberOrToken } from '../core/checks';
import type { UniqueName } from '../core/unique-name';
import { secretsAmong } from '../core/plain-sight';
import { isSame } from '../core/identity';
import { required, type Check, type Properties } from '../core/properties';
import { A_SECRET, isHidden, isOfOtherStack, type Secret } from '../core/secret';
import { formatValue } from '../core/format-value';
import type { Rule, TreeRule } from '../core/validation';
import { topicReference, type IKafkaTopic } from '../kafka/interfaces';
import { converterCheck, type Converter } from './converter';
import { connectReference, type IKafkaConnect } from './interfaces';

/** A connector of a Connect cluster. */
export interface ConnectorOptions {
  /** 1 to 249 of `[a-zA-Z0-9._-]`. A sink's consumer group is `connect-<name>`. @default - the construct id */
  readonly connectorName?: string;
  /** The full name, or without its package and the word `Connector`, as the workers list it. */
  readonly connectorClass: string;
  /** The most tasks that share the work; whole number, 1 or more. @default 1 */
  readonly tasksMax?: number;
  /** What a sink reads: its setting `topics`. @default - what `config` says */
  readonly reads?: readonly IKafkaTopic[];
  /**
   * What a source writes to, after its transforms. One alone is its setting `topic`, unless `config` has a `topic` or a
   * `topic.prefix`. Its producer may send records as large as these topics take.
   * @default - what `config` says
   */
  readonly writes?: readonly IKafkaTopic[];
  /** How records' keys are written. @default - as the workers do */
  readonly keyConverter?: Converter;
  /** How records' values are written. @default - as the workers do */
  readonly valueConverter?: Converter;
  /**
   * Further settings by their name in Connect. A topic that is named here, or whose name is made here by a prefix or a
   * `RegexRouter`, must be declared somewhere in the program, unless `topic.creation.default.…` has Connect make it. A
   * secret may be a reference to a file that the workers have, `${file:/run/secrets/my.properties:key}`.
   * @default - none
   * @see https://kafka.apache.org/39/documentation.html#connect_configuring
   */
  readonly config?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Settings that nobody may read, each a sensitive variable of the stack, or its `stringValue`; also an attribute that
   * Terraform reads of a resource or data source there. They are in no plan and in no synthesized file; Terraform's state
   * holds them, and a change by hand is not seen. What must not be there either is in a file of {@link KafkaConnectProps.secretFiles}.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, Secret>>;
}

export interface ConnectorProps extends ConnectorOptions {
  /** The workers that run it. */
  readonly connect: IKafkaConnect;
}

type Own = 'keyConverter' | 'valueConverter' | 'tasksMax';

export interface ConnectorFacts extends Required<Omit<ConnectorProps, Own>>, Pick<ConnectorProps, Own> {
  readonly scope: IConstruct;
}

const CONNECT_DOCS = 'https://kafka.apache.org/39/documentation.html#connect_configuring';

/** Its messages show no value: that may be the secret. */
const SECRETS: Check = {
  source: 'policy',
  allowed: `an object of settings, each ${A_SECRET}`,
  problem: (given) => {
    if (typeof given !== 'object' || given === null) return `must be an object of settings, each ${A_SECRET}`;
    const shown = Object.entries(given).filter(([, value]) => !isHidden(value));
    return shown.length > 0
      ? `is an object in which ${shown.map(([name]) => name).join(', ')} must be ${A_SECRET}`
      : undefined;
  },
};

export const CONNECTOR_PROPERTIES: Properties<ConnectorProps> = {
  connect: required(connectReference),
  connectorName: textOrToken(
    'policy',
    "1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-'",
    /^[a-zA-Z0-9._-]{1,249}$/,
  ),
  connectorClass: required(
    textOrToken(`${CONNECT_DOCS}_connector.class`, 'the name of a class that the workers carry'),
  ),
  tasksMax: wholeNumberOrToken(`${CONNECT_DOCS}_tasks.max`, 1),
  reads: listOf(topicReference),
  writes: listOf(topicReference),
  keyConverter: converterCheck,
  valueConverter: converterCheck,
  config: record(CONNECT_DOCS, 'not empty and without blanks', /^\S+$/, SETTING),
  secrets: SECRETS,
};

/** The settings that have a property, and which. */
const PROPERTIES: Readonly<Record<string, string>> = {
  name: 'connectorName',
  'connector.class': 'connectorClass',
  'tasks.max': 'tasksMax',
};
/** Nobody knows what workers resolve that are not made here. */
const unresolvedIn = (facts: ConnectorFacts): string[] => {
  const { config, connect } = facts;
  const others = connect.resolvable ? unresolved(config, connect.resolvable) : [];
  return others.filter((text) => !ofWorkers(facts).includes(text));
};

const ofWorkers = ({ config, connect: { resolvable } }: ConnectorFacts): string[] =>
  referencesTo(resolvable?.own ?? [], config);

const foreignSecrets = ({ scope, secrets }: ConnectorFacts): string[] =>
  Object.entries(secrets)
    .filter(([, value]) => isOfOtherStack(value, TerraformStack.of(scope)))
    .map(([name]) => name);

const withProperty = ({ config, secrets }: ConnectorFacts): string[] =>
  Object.keys({ ...config, ...secrets }).filter((name) => Object.hasOwn(PROPERTIES, name));

const twice = ({ config, secrets, reads, writes, ...converters }: ConnectorFacts): string[] => [
  ...Object.keys(secrets).filter((name) => name in config),
  ...(reads.length > 0 ? ['topics', 'topics.regex'].filter((name) => name in config) : []),
  // With transforms, the topic that it names need not be the one that it writes.
  ...(writes.length > 0 && 'topic' in config && !('transforms' in config) ? ['topic'] : []),
  ...(converters.keyConverter && 'key.converter' in config ? ['key.converter'] : []),
  ...(converters.valueConverter && 'value.converter' in config ? ['value.converter'] : []),
];

const unregistered = (facts: ConnectorFacts): string[] =>
  (['keyConverter', 'valueConverter'] as const).filter(
    (name) => facts[name]?.needsRegistry && !facts.connect.registry,
  );

/** Topics that are on other brokers than those of the workers. */
const ofOthers = ({ connect, reads, writes }: ConnectorFacts): IKafkaTopic[] =>
  [...reads, ...writes].filter(({ cluster }) => cluster !== undefined && !isSame(cluster, connect.cluster));

export const CONNECTOR_RULES: readonly Rule<ConnectorFacts>[] = [
  {
    requires: "reads and writes are topics of the workers' own brokers, as far as they are declared here.",
    fails: (facts) => ofOthers(facts).length > 0,
    message: (facts) =>
      `reads and writes must be topics of ${facts.connect.cluster.node.path}, the brokers of the workers; got ` +
      `${ofOthers(facts)
        .map(({ topicName, cluster }) => `${formatValue(topicName)} of ${String(cluster?.node.path)}`)
        .join(', ')}, declare them there.`,
    source: 'policy',
  },
  {
    requires: "It is in a stack after the workers' own.",
    fails: ({ scope, connect }) =>
      connect.platform !== undefined && TerraformStack.of(scope) === TerraformStack.of(connect),
    message: ({ scope }) =>
      `it must be in a stack after the workers' own, because a plan asks them for it and fails while they are away; ${elsewhere(scope, 'connectors', 'connect.addConnector')}.`,
    source: 'policy',
  },
  loginOfStack('workers', ({ connect }) => connect.login),
  {
    requires: 'config and secrets name nothing that has a property.',
    fails: (facts) => withProperty(facts).length > 0,
    message: (facts) =>
      `config and secrets must leave to properties what has one: ${withProperty(facts)
        .map((name) => `${name} is set by the property ${PROPERTIES[name]}`)
        .join(', ')}.`,
    source: 'policy',
  },
  {
    requires: 'Each setting is said once: by config, secrets, reads, writes or a converter.',
    fails: (facts) => twice(facts).length > 0,
    message: (facts) =>
      `config: ${twice(facts).join(', ')} is already said by reads, writes, a converter or secrets; say it once.`,
    source: 'policy',
  },
  {
    requires: 'config has topics or topics.regex, not both.',
    fails: ({ config }) => 'topics' in config && 'topics.regex' in config,
    message: () => `config: topics and topics.regex exclude each other; leave one out.`,
    source: 'org.apache.kafka.connect.runtime.SinkConnectorConfig#validate',
  },
  {
    requires: "secrets are variables of the connector's own stack.",
    fails: (facts) => foreignSecrets(facts).length > 0,
    message: (facts) =>
      `secrets: ${foreignSecrets(facts).join(', ')} must be a variable of the connector's own stack, ` +
      `or its value goes through the state of another; make it in ${formatValue(TerraformStack.of(facts.scope).node.id)}.`,
    source: 'policy',
  },
  {
    requires: 'config names no secret, unless as a reference that the workers resolve.',
    fails: (facts) => secretsAmong(facts.config).length > 0,
    message: (facts) =>
      `config: ${secretsAmong(facts.config).join(', ')} looks like a secret, or has one in it, and config is in plain sight; move it to secrets, ` +
      `or give the workers a file of properties, secretFiles: { '/run/secrets/my.properties': SecretFile.fromHost('/folder/my.properties') }, and name it: \${file:/run/secrets/my.properties:key}.`,
    source: 'policy',
  },
  {
    requires: 'What config refers to is a secret file of the workers, or of a provider that they have.',
    fails: (facts) => unresolvedIn(facts).length > 0,
    message: (facts) =>
      `config refers to ${unresolvedIn(facts).join(', ')}, which the workers of ${facts.connect.node.path} do not resolve, so that the connector gets the reference itself; ` +
      `${howToResolve(unresolvedIn(facts), 'KafkaConnect')}.`,
    source: 'org.apache.kafka.common.config.provider.FileConfigProvider',
  },
  {
    requires: 'config refers to no file by which the workers log in.',
    fails: (facts) => ofWorkers(facts).length > 0,
    message: (facts) =>
      `config must not refer to ${ofWorkers(facts).join(', ')}, because by that the workers of ${facts.connect.node.path} log in, and a connector could show it to others; ` +
      `give them a file for the connector's own user, secretFiles: { '/run/secrets/my.properties': SecretFile.fromHost('/folder/my.properties') }, and name it: \${file:/run/secrets/my.properties:key}.`,
    source: 'policy',
  },
  {
    requires: 'A converter that names no registry is for workers that use one.',
    fails: (facts) => unregistered(facts).length > 0,
    message: (facts) =>
      `${unregistered(facts).join(', ')} must name a registry, because ${facts.connect.node.path} uses none yet; ` +
      `call its uses(registry) before, or take Converter.avro(registry).`,
    source: 'policy',
  },
];

export const CONNECTOR_CLAIM: UniqueName = {
  kind: 'connector',
  requires: 'The connectors of a Connect cluster have different names, also across stacks.',
  source: 'org.apache.kafka.connect.errors.AlreadyExistsException',
};
export const CONNECTOR_TREE_RULES: readonly TreeRule[] = [CONNECTOR_CLAIM];
