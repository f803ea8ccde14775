import { groupsOf } from './kafka/groups.js';
import { disksOf } from './kafka/topics.js';
import { part } from './part.js';

/** @import { Certificate } from './kafka/certificates.js' */
/** @import { Group } from './kafka/groups.js' */
/** @import { Disk } from './kafka/topics.js' */
/** @import { Part } from './part.js' */
/** @import { Source } from './settings.js' */

/**
 * What no broker says of itself, by the names that kafbat/kafka-ui has for it.
 * @see https://prometheus.io/docs/concepts/data_model/
 */
const HELP = {
  kafka_consumergroup_lag:
    'Records that a group has not committed yet, of each partition that it has committed any of.',
  group_member_count: 'Members of a group.',
  broker_bytes_usable: 'Bytes that the disks of a broker have left.',
  broker_bytes_total: 'Bytes of the disks of a broker.',
  topic_bytes_disk: 'Bytes of a topic, all copies together.',
  kafka_certificate_end_timestamp_seconds:
    'When the certificate of a broker, of the authority or of this page ends; kafbat has none.',
};

/**
 * @typedef {object} Sample
 * @property {keyof typeof HELP} name
 * @property {Readonly<Record<string, string | number>>} labels
 * @property {bigint | number} value
 */

/**
 * In the text format of Prometheus. A cluster, or a broker, that is away has no samples.
 * @param {readonly Source[]} sources
 */
export async function metrics(sources) {
  const samples = await Promise.all(
    sources.flatMap((source) => [
      part(samplesOf(source)),
      // Also where nobody trusts a broker any more, and it says nothing else.
      part(source.kafka.certificates().then((all) => ofCertificates(source.name, all))),
    ]),
  );
  return exposition(samples.flatMap(({ value = [] }) => value));
}

/**
 * @param {Source} source
 * @returns {Promise<readonly Sample[]>}
 */
async function samplesOf({ name: cluster, kafka }) {
  const metadata = await kafka.metadata();
  const [groups, disks] = await Promise.all([groupsOf(kafka, metadata), disksOf(kafka, metadata.brokers)]);
  return [...ofGroups(cluster, groups), ...ofDisks(cluster, disks)];
}

/**
 * Also of groups without a member: they are those that fall behind unseen.
 * @param {string} cluster
 * @param {readonly { groups: Part<readonly Group[]> }[]} answers
 * @returns {Sample[]}
 */
export function ofGroups(cluster, answers) {
  return answers
    .flatMap(({ groups }) => groups.value ?? [])
    .flatMap(({ id, members, positions }) => [
      { name: 'group_member_count', labels: { cluster, group: id }, value: members.length },
      ...positions.flatMap(({ topic, partition, lag }) =>
        lag === undefined
          ? []
          : [
              {
                name: /** @type {const} */ ('kafka_consumergroup_lag'),
                labels: { cluster, consumergroup: id, topic, partition },
                value: lag,
              },
            ],
      ),
    ]);
}

/**
 * @param {string} cluster
 * @param {readonly Disk[]} disks
 * @returns {Sample[]}
 */
export function ofDisks(cluster, disks) {
  /** @type {Map<string, bigint>} */
  const topics = new Map();
  for (const { topics: sizes } of disks)
    for (const [topic, size] of sizes) topics.set(topic, (topics.get(topic) ?? 0n) + size);
  return [
    ...disks.flatMap(({ broker, usable, total }) => {
      const labels = { cluster, node_id: broker.id };
      return [
        { name: /** @type {const} */ ('broker_bytes_usable'), labels, value: usable },
        { name: /** @type {const} */ ('broker_bytes_total'), labels, value: total },
      ];
    }),
    ...[...topics].map(([topic, value]) => ({
      name: /** @type {const} */ ('topic_bytes_disk'),
      labels: { cluster, topic },
      value,
    })),
  ];
}

/**
 * @param {string} cluster
 * @param {readonly Certificate[]} all
 * @returns {Sample[]}
 */
export const ofCertificates = (cluster, all) =>
  all.map(({ certificate, end }) => ({
    name: 'kafka_certificate_end_timestamp_seconds',
    labels: { cluster, certificate },
    value: end.getTime() / 1000,
  }));

/**
 * All samples of a name together, as the format wants it.
 * @param {readonly Sample[]} samples
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function exposition(samples) {
  return Object.entries(HELP)
    .map(([name, help]) => {
      const lines = samples.filter((sample) => sample.name === name).map(line);
      return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`;
    })
    .join('');
}

/** @param {Sample} sample */
function line({ name, labels, value }) {
  const said = Object.entries(labels).map(([label, each]) => `${label}="${escaped(String(each))}"`);
  return `${name}{${said.join(',')}} ${value}\n`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
