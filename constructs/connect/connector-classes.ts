import { Token } from 'cdktf';
import { formatValue } from '../core/format-value';
import type { TreeRule } from '../core/validation';
import type { ConnectorFacts } from './connector-props';
import type { ConnectorConfig } from './connector-topics';
import { listed } from './connector-targets';
import type { IKafkaConnect } from './interfaces';
import { isFound, KAFKA_CONVERTERS, KAFKA_PREDICATES, KAFKA_TRANSFORMS } from './kafka-plugins';

const KNOWN_CLASS: TreeRule = {
  requires: 'connectorClass is one that the workers carry, where their image and plugins say which.',
  source: 'policy',
};
const KNOWN_CONVERTER: TreeRule = {
  requires:
    "A converter's class is one that the workers carry, where their image says which and no plugin was added.",
  source: 'policy',
};
const KNOWN_TRANSFORM: TreeRule = {
  requires:
    "A class of a transform or predicate that is named without its package is one of Kafka's, where no plugin was added.",
  source: 'policy',
};
export const CONNECTOR_CLASS_TREE_RULES: readonly TreeRule[] = [
  KNOWN_CLASS,
  KNOWN_CONVERTER,
  KNOWN_TRANSFORM,
];

type Broken = readonly [TreeRule, string];

/** What is wrong with the classes of a connector. Only known when every plugin has been added. */
export function classProblems(
  { connect, connectorClass }: ConnectorFacts,
  config: ConnectorConfig,
): Broken[] {
  const converters = ['key.converter', 'value.converter', 'header.converter'];
  return [
    ...unknownConnector(connect, connectorClass),
    ...converters.flatMap((setting) => converterProblems(connect, setting, config[setting])),
    ...partProblems(connect, config, 'transforms', KAFKA_TRANSFORMS),
    ...partProblems(connect, config, 'predicates', KAFKA_PREDICATES),
  ];
}

function unknownConnector(connect: IKafkaConnect, connectorClass: string): Broken[] {
  const known = connect.connectorClasses;
  if (!known || Token.isUnresolved(connectorClass) || isFound(connectorClass, known, 'Connector')) return [];
  const sentence =
    `connectorClass must be one that the workers of ${connect.node.path} carry, ${known.join(', ')}; ` +
    `got ${formatValue(connectorClass)}, correct it, or add its plugin with addPlugin.`;
  return [[KNOWN_CLASS, sentence]];
}

/** @param className what is given, if anything is */
export function converterProblems(
  connect: IKafkaConnect,
  setting: string,
  className: string | number | boolean | undefined,
): Broken[] {
  if (className === undefined || Token.isUnresolved(className)) return [];
  const name = String(className);
  const carried = [...KAFKA_CONVERTERS, ...(connect.converterClasses ?? [])];
  if (isFound(name, carried, 'Converter')) return [];
  // A class without its package is one that nobody lists.
  const isListed = connect.converterClasses
    ? name.includes('.')
    : name.startsWith('org.apache.kafka.connect.');
  if (!isListed) return [];
  const sentence =
    `${setting} must be one that the workers of ${connect.node.path} carry, ${carried.join(', ')}; ` +
    `got ${formatValue(name)}, correct it, or add its plugin with addPlugin.`;
  return [[KNOWN_CONVERTER, sentence]];
}

/** A class with its package may be any that the image carries. */
function partProblems(
  connect: IKafkaConnect,
  config: ConnectorConfig,
  list: 'transforms' | 'predicates',
  classes: readonly string[],
): Broken[] {
  if (!connect.converterClasses) return [];
  return listed(config[list]).flatMap((name): Broken[] => {
    const type = config[`${list}.${name}.type`] ?? '';
    if (Token.isUnresolved(type) || !/^[\w$]+$/.test(String(type)) || isFound(String(type), classes))
      return [];
    return [
      [
        KNOWN_TRANSFORM,
        `${list}.${name}.type must be one of ${classes.join(', ')}; got ${formatValue(type)}.`,
      ],
    ];
  });
}
