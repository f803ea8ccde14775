import { allOf, check, listOf, text } from '../core/checks';
import { validateOptions, type Properties } from '../core/properties';
import { ADMIN, LABEL } from '../core/labels';
import { asText } from '../core/resolved';
import type { Settings } from '../core/setting-rules';

export interface AclOptions {
  /** Users, without `User:`, who may do everything, beside the brokers, the controllers and `admin`. @default - none */
  readonly superUsers?: readonly string[];
}

/**
 * Who may do what in a cluster.
 * @see https://kafka.apache.org/39/documentation.html#security_authz
 */
export class Authorization {
  /** What access control lists allow, and nothing else. */
  public static acls(options: AclOptions = {}): Authorization {
    const { right, problem } = validateOptions('an Authorization', AUTHORIZATION_PROPERTIES, {}, options);
    return new Authorization(right.superUsers ?? [], problem);
  }

  private constructor(
    public readonly superUsers: readonly string[],
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {}

  /**
   * What brokers and controllers are told alike.
   * @param nodes the host names of all of them
   * @internal
   */
  public settings(nodes: readonly string[]): Record<string, string> {
    const users = [...new Set([...nodes, ADMIN, ...this.superUsers])];
    return {
      [AUTHORIZER_CLASS]: 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': users.map((user) => `User:${user}`).join(';'),
      // No setting, but a variable of the images. Confluent's hide who was refused what: the authorizer says so at INFO.
      'log4j.loggers': 'kafka.authorizer.logger=INFO',
    };
  }
}

const AUTHORIZER_CLASS = 'authorizer.class.name';

/** Tells commands whose log says what was refused. @param settings of brokers or controllers */
export function authorizerLabel(settings: Settings): Record<string, string> {
  const { [AUTHORIZER_CLASS]: authorizer = '' } = settings;
  return authorizer === '' ? {} : { [LABEL.authorizer]: asText(authorizer) };
}

const AUTHORIZATION = 'https://kafka.apache.org/39/documentation.html#security_authz';

const SUPER_USER = allOf(
  text(AUTHORIZATION, "the name of a user, without ';' and 'User:'", /^(?!User:)[^;\s]([^;]*[^;\s])?$/),
  check(
    'policy',
    "not 'ANONYMOUS', who is everybody that does not say who they are",
    (user) => user !== 'ANONYMOUS',
  ),
);

export const AUTHORIZATION_PROPERTIES: Properties<AclOptions> = { superUsers: listOf(SUPER_USER) };
