import { setTimeout as sleep } from 'node:timers/promises';
import {
  apiVersionsV3,
  ConnectionPool,
  describeQuorumV2,
  metadataV12,
  ResponseError,
} from '@platformatic/kafka';
import { inTime, PATIENCE_MS } from '../part.js';
import { certificatesOf } from './certificates.js';

/** @import { Security } from './security.js' */

/**
 * @typedef {{ host: string, port: number }} Address
 * @typedef {Address & { id: number, rack: string | null | undefined }} Broker
 * @typedef {object} Partition
 * @property {number} partition
 * @property {number} leader -1 if there is none
 * @property {readonly number[]} replicas
 * @property {readonly number[]} isr
 * @typedef {object} Topic
 * @property {string} name
 * @property {boolean} isInternal
 * @property {readonly Partition[]} partitions
 * @typedef {object} Metadata
 * @property {string} clusterId
 * @property {number} controllerId
 * @property {readonly Broker[]} brokers those that are there
 * @property {ReadonlyMap<string, Topic>} topics in the order of their names
 */

/**
 * @template {unknown[]} Request
 * @template Response
 * @typedef {{ async: (connection: any, ...request: Request) => Promise<Response> }} Api
 */

/** What a server that hangs costs a page, while there are others. */
const HEAD_START_MS = 1_000;

/**
 * The brokers of a cluster, asked by Kafka's protocol and with requests that change nothing.
 *
 * The library's own administration client gives up on the whole when one broker or one partition is away, which is when
 * somebody looks at this page; so its requests are used one by one.
 */
export class Cluster {
  #pool;
  #tls;
  /** @type {readonly Address[]} */
  #bootstrap;

  /**
   * @param {readonly Address[]} bootstrap
   * @param {Security} [security]
   */
  constructor(bootstrap, security) {
    this.#bootstrap = bootstrap;
    this.#tls = security?.tls;
    this.#pool = new ConnectionPool('kafka-ui', {
      connectTimeout: PATIENCE_MS - 500,
      requestTimeout: PATIENCE_MS,
      ...security,
    });
  }

  /** The servers that it was given. */
  get bootstrapServers() {
    return this.#bootstrap.map(({ host, port }) => `${host}:${port}`);
  }

  /** Who shows which certificate, and until when. */
  certificates() {
    return certificatesOf(this.#bootstrap, this.#tls);
  }

  /**
   * @template {unknown[]} Request
   * @template Response
   * @param {Address} broker
   * @param {Api<Request, Response>} api
   * @param {Request} request
   * @returns {Promise<Response>} also if it has errors of single topics or partitions
   */
  async ask(broker, api, ...request) {
    try {
      return await inTime((async () => api.async(await this.#pool.get(broker), ...request))());
    } catch (error) {
      if (error instanceof ResponseError && 'response' in error)
        return /** @type {Response} */ (error.response);
      throw new Error(`${broker.host}:${broker.port}`, { cause: error });
    }
  }

  /** @returns {Promise<Metadata>} */
  async metadata() {
    const { clusterId, controllerId, brokers, topics } = await this.#askAny(
      this.#bootstrap,
      metadataV12.api,
      null,
      false,
      false,
    );
    return {
      clusterId: clusterId ?? '',
      controllerId,
      brokers: brokers
        .map(({ nodeId, host, port, rack }) => ({ id: nodeId, host, port, rack }))
        .sort((one, other) => one.id - other.id),
      topics: new Map(
        topics
          .map(({ name, isInternal, partitions }) => ({
            name: name ?? '',
            isInternal,
            partitions: partitions
              .map(({ partitionIndex, leaderId, replicaNodes, isrNodes }) => ({
                partition: partitionIndex,
                leader: leaderId,
                replicas: replicaNodes,
                isr: isrNodes,
              }))
              .sort((one, other) => one.partition - other.partition),
          }))
          .sort((one, other) => (one.name < other.name ? -1 : 1))
          .map((topic) => [topic.name, topic]),
      ),
    };
  }

  /**
   * The id of the active controller. With KRaft a broker names any broker to its clients, and only the quorum knows.
   * @param {Metadata} metadata
   */
  async controller({ brokers, controllerId }) {
    const [broker] = brokers;
    if (!broker) return controllerId;
    const { apiKeys } = await this.ask(broker, apiVersionsV3.api, 'kafka-ui', '1');
    const { key, version } = describeQuorumV2.api;
    if (!apiKeys.some(({ apiKey, maxVersion }) => apiKey === key && maxVersion >= version))
      return controllerId;
    const quorum = [{ topicName: '__cluster_metadata', partitions: [{ partitionIndex: 0 }] }];
    const { topics } = await this.ask(broker, describeQuorumV2.api, quorum);
    return topics[0]?.partitions[0]?.leaderId ?? controllerId;
  }

  /**
   * Asks one server after the other, the next without waiting for the end of one that hangs. The one that answers is
   * asked first the next time.
   * @template {unknown[]} Request
   * @template Response
   * @param {readonly Address[]} servers
   * @param {Api<Request, Response>} api
   * @param {Request} request
   * @returns {Promise<Response>}
   */
  async #askAny([server, ...others], api, ...request) {
    if (!server) throw new Error('there are no servers');
    const answer = this.ask(server, api, ...request).then((response) => {
      this.#bootstrap = [server, ...this.#bootstrap.filter((other) => other !== server)];
      return response;
    });
    const isSlow = await Promise.race([
      answer.then(
        () => false,
        () => true,
      ),
      sleep(HEAD_START_MS, true, { ref: false }),
    ]);
    return isSlow && others.length > 0
      ? Promise.any([answer, this.#askAny(others, api, ...request)])
      : answer;
  }
}
