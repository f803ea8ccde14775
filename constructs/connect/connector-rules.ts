import { TerraformStack, Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isWholeNumber, show, type ValidationRule } from '../core/validation';
import type { ConnectorProps } from './connector';

type Converters = 'keyConverter' | 'valueConverter';

export interface ConnectorFacts
  extends Required<Omit<ConnectorProps, Converters>>, Pick<ConnectorProps, Converters> {
  readonly scope: IConstruct;
}

const CONNECT_DOCS = 'https://kafka.apache.org/39/documentation.html#connect_configuring';
/** The settings that have a property, and which. */
const PROPERTIES: Readonly<Record<string, string>> = {
  name: 'connectorName',
  'connector.class': 'connectorClass',
  'tasks.max': 'tasksMax',
};
/** The settings that name a topic or several, in Connect itself and in the connectors that most people run. */
const TOPIC_SETTINGS = ['topic', 'topics', 'kafka.topic', 'errors.deadletterqueue.topic.name'];
const SECRET =
  /(^|[._-])(pass|passwd|password|passphrase|secret|token|credentials?|(api|access|private)[._-]?key|sasl\.jaas\.config|user\.info)([._-]|$)/i;

/** Each setting with each topic that it names and that is known before the deploy. */
export function namedTopics(config: ConnectorFacts['config']): [string, string][] {
  return Object.entries(config)
    .filter(([setting, value]) => TOPIC_SETTINGS.includes(setting) && !Token.isUnresolved(value))
    .flatMap(([setting, value]) =>
      String(value)
        .split(',')
        .map((name): [string, string] => [setting, name.trim()])
        .filter(([, name]) => name !== ''),
    );
}

/** A reference that the worker itself resolves, such as `${file:/etc/secrets:password}`, gives nothing away. */
const isReference = (value: unknown): boolean => /^\$\{[^}]+\}$/.test(String(value));

const readableSecrets = ({ config }: ConnectorFacts): string[] =>
  Object.entries(config)
    .filter(([name, value]) => SECRET.test(name) && !isReference(value))
    .map(([name]) => name);

const literalSecrets = ({ secrets }: ConnectorFacts): string[] =>
  Object.entries(secrets)
    .filter(([, value]) =>
      typeof value === 'string' ? !Token.isUnresolved(value) : value.sensitive !== true,
    )
    .map(([name]) => name);

const foreignSecrets = ({ scope, secrets }: ConnectorFacts): string[] =>
  Object.entries(secrets)
    .filter(([, value]) => typeof value !== 'string' && TerraformStack.of(value) !== TerraformStack.of(scope))
    .map(([name]) => name);

const withProperty = ({ config, secrets }: ConnectorFacts): string[] =>
  Object.keys({ ...config, ...secrets }).filter((name) => name in PROPERTIES);

const twice = ({ config, secrets, reads, writes, ...converters }: ConnectorFacts): string[] => [
  ...Object.keys(secrets).filter((name) => name in config),
  ...(reads.length > 0 ? ['topics', 'topics.regex'].filter((name) => name in config) : []),
  ...(writes.length > 0 && 'topic' in config ? ['topic'] : []),
  ...(converters.keyConverter && 'key.converter' in config ? ['key.converter'] : []),
  ...(converters.valueConverter && 'value.converter' in config ? ['value.converter'] : []),
];

export const CONNECTOR_RULES: readonly ValidationRule<ConnectorFacts>[] = [
  {
    fails: ({ connectorName }) => !/^[a-zA-Z0-9._-]{1,249}$/.test(connectorName),
    message: ({ connectorName }) =>
      `connectorName must be 1 to 249 of a-z, A-Z, 0-9, '.', '_' and '-', got ${show(connectorName)}.`,
    source: 'policy',
  },
  {
    fails: ({ connectorClass }) => connectorClass.trim() === '',
    message: () => `connectorClass must not be empty; give the name of a class that the workers carry.`,
    source: `${CONNECT_DOCS}_connector.class`,
  },
  {
    fails: ({ tasksMax }) => !isWholeNumber(tasksMax, 1),
    message: ({ tasksMax }) => `tasksMax must be a whole number, 1 or more, got ${show(tasksMax)}.`,
    source: `${CONNECT_DOCS}_tasks.max`,
  },
  {
    fails: ({ scope, connect }) => TerraformStack.of(scope) === TerraformStack.of(connect),
    message: () =>
      `it must be in a stack after the workers' own, because a plan asks them for it and fails while they are away; use connect.addConnector, or a stack of your own.`,
    source: 'policy',
  },
  {
    fails: (facts) => withProperty(facts).length > 0,
    message: (facts) =>
      `config: ${withProperty(facts)
        .map((name) => `${name} is set by the property ${PROPERTIES[name]}`)
        .join(', ')}.`,
    source: 'policy',
  },
  {
    fails: (facts) => twice(facts).length > 0,
    message: (facts) =>
      `config: ${twice(facts).join(', ')} is already said by reads, writes, a converter or secrets; say it once.`,
    source: 'policy',
  },
  {
    fails: ({ config }) => 'topics' in config && 'topics.regex' in config,
    message: () => `config: topics and topics.regex exclude each other; leave one out.`,
    source: 'org.apache.kafka.connect.runtime.SinkConnectorConfig#validate',
  },
  {
    fails: (facts) => literalSecrets(facts).length > 0,
    message: (facts) =>
      `secrets: ${literalSecrets(facts).join(', ')} must be a sensitive variable, ` +
      `new TerraformVariable(stack, 'password', { type: 'string', sensitive: true }), whose value comes from TF_VAR_password.`,
    source: 'policy',
  },
  {
    fails: (facts) => foreignSecrets(facts).length > 0,
    message: (facts) =>
      `secrets: ${foreignSecrets(facts).join(', ')} must be a variable of the connector's own stack, ` +
      `or its value goes through the state of another; make it in ${show(TerraformStack.of(facts.scope).node.id)}.`,
    source: 'policy',
  },
  {
    fails: (facts) => readableSecrets(facts).length > 0,
    message: (facts) =>
      `config: ${readableSecrets(facts).join(', ')} looks like a secret, and config is in plain sight; move it to secrets, ` +
      `or name a file that only the workers read: \${file:/path:key}.`,
    source: 'policy',
  },
];
