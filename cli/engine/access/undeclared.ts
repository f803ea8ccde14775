import { said } from '../../program';
import { withAdmin } from '../partitions';
import { retryTransient } from '../passing';
import { isAskable, resourcesOf, type KafkaProvider, type Stack } from '../synthesis';
import { aclsAt, declaredAcl } from './acls';
import { isDeclared, type Entry, type FoundEntry } from './entry';
import { declaredPassword, passwordsAt } from './passwords';
import { declaredQuota, quotasAt } from './quotas';

/** Of each kind how the program says it. */
const DECLARED = {
  kafka_acl: declaredAcl,
  kafka_quota: declaredQuota,
  kafka_user_scram_credential: declaredPassword,
};

/** By type of resource, how its attributes are read. */
export const READERS = Object.entries(DECLARED);

/** Whether a stack has users, quotas or ACLs. */
export const holdsAccess = (stack: Pick<Stack, 'resources'>): boolean =>
  READERS.some(([type]) => stack.resources(type).length > 0);

/** A Kafka cluster of whose users the program says anything. */
export interface AccessCluster {
  readonly servers: readonly string[];
  /** The name of the first stack that does. */
  readonly stack: string;
  readonly declared: readonly Entry[];
}

/** Who sets no limit can wait for brokers that are busy, or electing. */
const asking = <T>(timeout: number | undefined, ask: () => Promise<T>): Promise<T> =>
  timeout === undefined ? retryTransient(ask) : ask();

/**
 * Those that can be asked; two lists of servers may be of one cluster.
 * @throws CommandError where one does not answer
 */
export async function accessClusters(
  stacks: readonly Stack[],
  timeout?: number,
): Promise<readonly AccessCluster[]> {
  const parts = stacks.flatMap((stack) =>
    stack.kafkaProviders.map((provider) => ({
      stack: stack.name,
      provider,
      declared: declaredBy(stack, provider),
    })),
  );
  // Of which cluster these are only Terraform knows.
  const elsewhere = parts.flatMap(({ provider, declared }) => (isAskable(provider) ? [] : declared));
  const clusters = new Map<string, AccessCluster>();
  for (const { stack, provider, declared } of parts) {
    if (!isAskable(provider) || declared.length === 0) continue;
    const { servers } = provider;
    const { clusterId } = await asking(timeout, () =>
      withAdmin(servers, (admin) => admin.describeCluster(), timeout),
    );
    const before = clusters.get(clusterId) ?? { servers, stack, declared: elsewhere };
    clusters.set(clusterId, { ...before, declared: [...before.declared, ...declared] });
  }
  return [...clusters.values()];
}

const declaredBy = (stack: Stack, provider: KafkaProvider): readonly Entry[] =>
  READERS.flatMap(([type, read]) =>
    resourcesOf(stack, provider, type).map(({ attributes }) => read(attributes)),
  );

/** What brokers have beside what the program says. */
export interface Undeclared {
  /** What a deploy takes away: the program says all that this user may do. */
  readonly going: readonly FoundEntry[];
  /** What it takes away only if it is told to: of users that the program does not know, or to shut one out. */
  readonly staying: readonly FoundEntry[];
  /** What could not be asked, in sentences. */
  readonly unknown: readonly string[];
}

/** @param known what else is no news, such as what Terraform is about to take away */
export async function undeclaredAt(
  { servers, declared }: AccessCluster,
  known: readonly Entry[] = [],
  timeout?: number,
): Promise<Undeclared> {
  const answers = await Promise.allSettled(
    [aclsAt, quotasAt, passwordsAt].map((ask) => asking(timeout, () => ask(servers, timeout))),
  );
  const found = answers
    .flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
    .filter((each) => !isDeclared(each, [...declared, ...known]));
  const goes = (each: FoundEntry): boolean => !each.denies && isOfDeclared(each, declared);
  return {
    going: found.filter(goes),
    staying: found.filter((each) => !goes(each)),
    unknown: answers.flatMap((each) => (each.status === 'rejected' ? said(each.reason) : [])),
  };
}

/** Whether the program says all of the kind that this user has. Of whom it knows anything, it knows the quota. */
function isOfDeclared({ user, kind }: Entry, declared: readonly Entry[]): boolean {
  return (
    user !== undefined && declared.some((each) => each.user === user && [each.kind, 'quota'].includes(kind))
  );
}
