import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclEntry,
  type Admin,
} from 'kafkajs';
import { asWritten } from '../kafka-words';
import { CommandError } from '../../program';
import { withAdmin } from '../partitions';
import type { Entry, FoundEntry } from './entry';

const ANY = {
  resourceType: AclResourceTypes.ANY,
  resourcePatternType: ResourcePatternTypes.ANY,
  operation: AclOperationTypes.ANY,
  permissionType: AclPermissionTypes.ANY,
};

/** Every entry of a cluster's access control lists; none where nobody asks them. */
export async function aclsAt(servers: readonly string[], timeout?: number): Promise<readonly FoundEntry[]> {
  const resources = await withAdmin(servers, describe, timeout);
  return resources.flatMap(({ acls, ...resource }) =>
    acls.map((acl) => {
      const one = { ...resource, ...acl };
      return {
        ...entry({
          acl_principal: one.principal,
          acl_permission_type: word(AclPermissionTypes, one.permissionType),
          acl_operation: word(AclOperationTypes, one.operation),
          resource_type: word(AclResourceTypes, one.resourceType),
          resource_pattern_type_filter: word(ResourcePatternTypes, one.resourcePatternType),
          resource_name: one.resourceName,
          acl_host: one.host,
        }),
        denies: one.permissionType === AclPermissionTypes.DENY,
        remove: () => remove(servers, one),
      };
    }),
  );
}

async function describe(admin: Admin) {
  try {
    return (await admin.describeAcls(ANY)).resources;
  } catch (error) {
    if ((error as { readonly type?: string }).type === 'SECURITY_DISABLED') return [];
    throw error;
  }
}

async function remove(servers: readonly string[], acl: AclEntry): Promise<void> {
  const { filterResponses } = await withAdmin(servers, (admin) => admin.deleteAcls({ filters: [acl] }));
  for (const { errorCode, errorMessage } of filterResponses)
    if (errorCode !== 0)
      throw new CommandError(
        `The brokers at ${servers.join(', ')} keep an ACL: ${errorMessage ?? errorCode}`,
      );
}

/** @param values by their names */
function word(values: object, value: number): string {
  const [name] = Object.entries(values).find(([, each]) => each === value) ?? [String(value)];
  return asWritten(name);
}

/** One of the program, by the attributes of its resource. */
export const declaredAcl = (attributes: Readonly<Record<string, unknown>>): Entry =>
  entry(attributes as unknown as AclAttributes);

/** As the provider calls them. */
interface AclAttributes {
  readonly acl_principal: string;
  readonly acl_permission_type: string;
  readonly acl_operation: string;
  readonly resource_type: string;
  readonly resource_pattern_type_filter?: string;
  readonly resource_name: string;
  readonly acl_host: string;
}

function entry({
  acl_principal: of,
  acl_permission_type: permission,
  acl_operation: operation,
  resource_type: type,
  resource_pattern_type_filter: pattern = 'Literal',
  resource_name: name,
  acl_host: host,
}: AclAttributes): Entry {
  const from = host === '*' ? '' : ` from ${host}`;
  const which = pattern === 'Prefixed' ? `${name}…` : name;
  return {
    kind: 'acl',
    of,
    user: /^User:(?![*]$)(.*)$/s.exec(of)?.[1],
    // The provider writes TransactionalID.
    fields: [permission, operation, type.replace('ID', 'Id'), pattern, name, host],
    what: `${permission} ${operation} on the ${type} ${which} to ${of}${from}`,
  };
}
