// The move of docs/guide/from-plaintext-to-tls.md.
import { resolve } from 'node:path';
import type { Construct } from 'constructs';
import {
  Authorization,
  Certificates,
  KafkaCluster,
  ListenerAuthentication,
  ListenerReach,
  Plaintext,
  type DockerPlatform,
} from '../../../../constructs';

type Programs = Record<
  'before' | 'used' | 'accepted' | 'done',
  (scope: Construct, platform: DockerPlatform) => KafkaCluster
>;

const authentication = ListenerAuthentication.mutualTls();

/** What is deployed, one after the other. */
export const STEPS: Programs = {
  before: (scope, platform) => new KafkaCluster(scope, 'brokers', { platform }),
  used: (scope, platform) => {
    // #region used
    const cluster = new KafkaCluster(scope, 'brokers', {
      platform,
      certificates: Certificates.folder(resolve('.secrets'), { plaintext: Plaintext.USED }),
      listeners: [
        // As they were.
        { name: 'INTERNAL', reach: ListenerReach.inside(), tls: false },
        { name: 'EXTERNAL', reach: ListenerReach.host(), tls: false },
        // As they are to be, at other ports.
        { name: 'BROKERS', reach: ListenerReach.inside(), port: 19_192, authentication },
        { name: 'ADMIN', reach: ListenerReach.host(), port: 9192, authentication },
      ],
    });
    // #endregion
    return cluster;
  },
  accepted: (scope, platform) => {
    const certificates =
      // #region accepted
      Certificates.folder(resolve('.secrets'), { plaintext: Plaintext.ACCEPTED });
    // #endregion
    return new KafkaCluster(scope, 'brokers', {
      platform,
      certificates,
      listeners: [
        { name: 'INTERNAL', reach: ListenerReach.inside(), tls: false },
        { name: 'EXTERNAL', reach: ListenerReach.host(), tls: false },
        { name: 'BROKERS', reach: ListenerReach.inside(), port: 19_192, authentication },
        { name: 'ADMIN', reach: ListenerReach.host(), port: 9192, authentication },
      ],
    });
  },
  done: (scope, platform) => {
    // #region done
    const cluster = new KafkaCluster(scope, 'brokers', {
      platform,
      certificates: Certificates.folder(resolve('.secrets')),
      listeners: [
        { name: 'BROKERS', reach: ListenerReach.inside(), port: 19_192, authentication },
        { name: 'ADMIN', reach: ListenerReach.host(), port: 9192, authentication },
      ],
      authorization: Authorization.acls(),
    });
    // #endregion
    return cluster;
  },
};
