import { allOf, check, number, object, size } from '../core/checks';
import type { Check, Properties } from '../core/properties';
import type { Size } from '../core/size';

/**
 * How much a user may take of each broker; who takes more is slowed down. A changed quota is taken away and made anew: for
 * about a second there is none.
 * @see https://kafka.apache.org/39/documentation.html#design_quotas
 */
export interface UserQuota {
  /** What it may write per second; more than 0. @default - no limit */
  readonly producerByteRate?: Size;
  /** What it may read per second; more than 0. @default - no limit */
  readonly consumerByteRate?: Size;
  /** Time of the threads that answer it, in percent of one thread; more than 0. @default - no limit */
  readonly requestPercentage?: number;
  /** Partitions that it may have made or deleted per second; more than 0. @default - no limit */
  readonly controllerMutationRate?: number;
}

const QUOTAS = 'https://kafka.apache.org/39/documentation.html#quotas';
const KEYS = 'org.apache.kafka.server.config.QuotaConfig';
const positive = number(KEYS, 'a number, more than 0', (value) => value > 0);

export const USER_QUOTA_PROPERTIES: Properties<UserQuota> = {
  producerByteRate: size(KEYS),
  consumerByteRate: size(KEYS),
  requestPercentage: positive,
  controllerMutationRate: positive,
};

/** The provider plans an empty one, and then waits for it in vain. */
export const USER_QUOTA: Check = allOf(
  object(USER_QUOTA_PROPERTIES),
  check(
    QUOTAS,
    'with one limit at least',
    (given) => Object.values(Object(given) as object).filter((each) => each !== undefined).length > 0,
  ),
);

/** As Kafka calls it. */
export function quotaConfig(quota: UserQuota): Record<string, number> {
  const config = {
    producer_byte_rate: quota.producerByteRate?.toBytes(),
    consumer_byte_rate: quota.consumerByteRate?.toBytes(),
    request_percentage: quota.requestPercentage,
    controller_mutation_rate: quota.controllerMutationRate,
  };
  return Object.fromEntries(
    Object.entries(config).filter((each): each is [string, number] => each[1] !== undefined),
  );
}
