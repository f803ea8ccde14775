import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import type { Kafka } from 'kafkajs';

/** What somebody tries at the brokers. */
export interface Attempt {
  /** What it takes, as `kafka-acls` has it. */
  readonly right: string;
  readonly make: (kafka: Kafka) => Promise<unknown>;
}

/** A record that most topics refuse for its size, if not for who sends it, so that it is in nobody's way. */
const TOO_LARGE = 'x'.repeat(1_500_000);

const asAdmin = (kafka: Kafka, work: (admin: ReturnType<Kafka['admin']>) => Promise<unknown>) => {
  const admin = kafka.admin();
  return admin
    .connect()
    .then(() => work(admin))
    .finally(() => admin.disconnect());
};

const write = async (kafka: Kafka, topic: string): Promise<unknown> => {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const messages = [{ value: TOO_LARGE, partition: 0 }];
  return producer.send({ topic, acks: -1, messages }).finally(() => producer.disconnect());
};

/** Everything that a user may be tempted to, with these topics and groups. */
export function attempts(topics: readonly string[], groups: readonly string[]): readonly Attempt[] {
  const made = `made-${Date.now()}`;
  const everything = {
    resourceType: AclResourceTypes.CLUSTER,
    resourceName: 'kafka-cluster',
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: 'User:nobody',
    host: '*',
    operation: AclOperationTypes.ALL,
    permissionType: AclPermissionTypes.ALLOW,
  };
  return [
    ...topics.flatMap((topic): Attempt[] => [
      {
        right: `Describe Topic ${topic}`,
        make: (k) => asAdmin(k, (admin) => admin.fetchTopicOffsets(topic)),
      },
      { right: `Write Topic ${topic}`, make: (kafka) => write(kafka, topic) },
    ]),
    ...groups.map((groupId): Attempt => ({
      right: `Describe Group ${groupId}`,
      make: (kafka) => asAdmin(kafka, (admin) => admin.describeGroups([groupId])),
    })),
    {
      right: 'Create Cluster kafka-cluster',
      make: (kafka) =>
        asAdmin(kafka, (admin) =>
          admin.createTopics({ topics: [{ topic: made }], validateOnly: true, waitForLeaders: false }),
        ),
    },
    {
      right: 'Alter Cluster kafka-cluster',
      make: (kafka) => asAdmin(kafka, (admin) => admin.createAcls({ acl: [everything] })),
    },
  ];
}

/** KafkaJS does not say why it was told of no coordinator; every group that is tried has one. */
const REFUSED = /AUTHORIZATION_FAILED|GroupCoordinatorNotFound/;

/** Whether brokers refuse it because of who tries it. */
export async function isRefused({ make }: Attempt, kafka: Kafka): Promise<boolean> {
  try {
    await make(kafka);
    return false;
  } catch (error) {
    return REFUSED.test(kindsOf(error));
  }
}

/** Of an error and what caused it. */
function kindsOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { type = '', errors = [] } = error as { type?: string; errors?: unknown[] };
  return [error.name, type, ...errors.map(kindsOf), kindsOf(error.cause)].join(' ');
}
