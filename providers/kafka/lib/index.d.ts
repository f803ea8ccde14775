export * as acl from './acl';
export * as quota from './quota';
export * as topic from './topic';
export * as userScramCredential from './user-scram-credential';
export * as dataKafkaTopic from './data-kafka-topic';
export * as dataKafkaTopics from './data-kafka-topics';
export * as provider from './provider';
