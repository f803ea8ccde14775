import { call, object, text, type Code } from './code';
import type { Description, FoundAcl, FoundQuota } from './description';
import { path, sorted, type Item, type Items, type LeftOut } from './item';
import { size } from './quantities';

/** What brokers know of users: one item for each of them, because who has an ACL in a program has all of them there. */
export function userItems({ acls, quotas, users }: Description): Items {
  const ofUsers = quotas.filter(({ user }) => user !== undefined);
  const named = [...users, ...ofUsers.map(({ user }) => String(user))].map((name) => `User:${name}`);
  const principals = sorted(
    [...new Set([...named, ...acls.map(({ principal }) => principal)])],
    (each) => each,
  );
  const items = principals.map((principal) =>
    principalItem(
      principal,
      acls.filter((each) => each.principal === principal),
      ofUsers.find(({ user }) => principal === `User:${user}`),
    ),
  );
  return { items, leftOut: quotas.filter(({ user }) => user === undefined).map(leftQuota) };
}

const leftQuota = ({ of }: FoundQuota): LeftOut => ({
  what: `the quota of ${of}`,
  why: 'the library has quotas of single users only; it stays as it is, beside the program',
});

function principalItem(principal: string, acls: readonly FoundAcl[], quota?: FoundQuota): Item {
  const name = /^User:(?!\*$)(.+)$/s.exec(principal)?.[1];
  const isPlain = (acl: FoundAcl): boolean =>
    name !== undefined && acl.permission === 'Allow' && acl.host === '*';
  const plain = sorted(acls.filter(isPlain), inOrder).map(rule);
  const others = sorted(
    acls.filter((each) => !isPlain(each)),
    inOrder,
  );
  const limits = quota && quotaOf(quota);
  const user = call('user', text(name ?? ''), ...(limits ? [limits] : []));
  const statements: Code[] = [
    ...(name === undefined ? [] : [plain.length > 0 ? [user, call('.allow', ...plain)] : user]),
    ...others.map(acl),
  ];
  return {
    what: name === undefined ? `the ACLs of ${principal}` : `the user ${name}`,
    paths: [
      ...(name === undefined ? [] : [path('users', name)]),
      ...others.map((each) => path('users', idOf(each))),
    ],
    ways: [statements],
  };
}

const inOrder = (acl: FoundAcl): string =>
  [acl.permission, acl.resourceType, acl.name, acl.patternType, acl.operation, acl.host].join(' ');

const rule = ({ resourceType, name, patternType, operation }: FoundAcl): Code =>
  object({
    resourceType: text(resourceType),
    name: text(name),
    patternType: text(patternType),
    operation: text(operation),
  });

const idOf = ({
  principal,
  permission,
  operation,
  resourceType,
  patternType,
  name,
  host,
}: FoundAcl): string =>
  `${permission} ${principal} ${operation} ${resourceType} ${name}${patternType === 'Prefixed' ? '…' : ''}${host === '*' ? '' : ` from ${host}`}`;

function acl(found: FoundAcl): Code {
  const { principal, permission, operation, resourceType, patternType, name, host } = found;
  const kind = principal.split(':', 1).join();
  const props = object({
    cluster: 'cluster',
    principal: text(principal),
    principalType: kind === 'User' ? undefined : text(kind),
    resourceType: text(resourceType),
    name: text(name),
    patternType: patternType === 'Literal' ? undefined : text(patternType),
    operation: text(operation),
    permission: permission === 'Allow' ? undefined : text(permission),
    host: host === '*' ? undefined : text(host),
  });
  return ['new ', call('Acl', 'stack', text(idOf(found)), props)];
}

const quotaOf = ({ limits }: FoundQuota): Code =>
  object(
    Object.fromEntries(
      Object.entries(limits).map(([name, value]) => [LIMITS[name] ?? name, limit(name, value)]),
    ),
  );

const LIMITS: Readonly<Record<string, string>> = {
  producer_byte_rate: 'producerByteRate',
  consumer_byte_rate: 'consumerByteRate',
  request_percentage: 'requestPercentage',
  controller_mutation_rate: 'controllerMutationRate',
};

const limit = (name: string, value: number): Code =>
  name.endsWith('_byte_rate') ? size(value) : String(value);

/** To be written only where there are users. */
export const USERS_BEGIN = `  /** Somebody whom the brokers know already: no password is made. */
  const user = (name: string, quota?: UserQuota): KafkaUser =>
    new KafkaUser(stack, name, { cluster, authentication: UserAuthentication.external(), quota });

`;
