/**
 * Whose clock a record's timestamp is.
 * @see https://kafka.apache.org/39/documentation.html#topicconfigs_message.timestamp.type
 */
export enum TimestampType {
  /** The producer's. */
  CREATE_TIME = 'CreateTime',
  /** The broker's, when it appends the record. */
  LOG_APPEND_TIME = 'LogAppendTime',
}
