import { wholeNumber } from '../core/checks';
import { validateOptions, required, type Properties } from '../core/properties';
import { A_SECRET, isHidden, isInNoState, type Secret } from '../core/secret';

export interface ScramOptions {
  /** A sensitive variable of the user's stack, which becomes an ephemeral one: Terraform keeps its value nowhere. */
  readonly password: Secret;
  /** Another password counts with another version: to rotate it, add 1. Whole number, 1 or more. @default 1 */
  readonly version?: number;
}

/** How a user shows who it is. */
export class UserAuthentication {
  /**
   * By a password, of which the brokers keep what checks it. It is in no synthesized file, no plan and no state, which takes
   * Terraform or OpenTofu 1.11.
   * @see https://kafka.apache.org/39/documentation.html#security_sasl_scram
   */
  public static scramSha512(options: ScramOptions): UserAuthentication {
    const { right, problem } = validateOptions(
      'a UserAuthentication',
      SCRAM_PROPERTIES,
      {},
      options as unknown,
    );
    const { password, version = 1 } = right;
    const scram = password === undefined ? undefined : { password, version };
    return new UserAuthentication('SCRAM-SHA-512', scram, problem);
  }

  /**
   * By a password that whoever runs the brokers makes: on Kubernetes Strimzi, which keeps it in a Secret of the user's name,
   * under `password`.
   */
  public static generatedScramSha512(): UserAuthentication {
    return new UserAuthentication('SCRAM-SHA-512', undefined, undefined, true);
  }

  /** By a certificate: that of the set-up, for brokers that run here; else one that whoever runs them hands out. */
  public static mutualTls(): UserAuthentication {
    return new UserAuthentication('mutual TLS');
  }

  /** By a token whose claim names the user, which its issuer hands out. Nothing is made of it here. */
  public static oauthBearer(): UserAuthentication {
    return new UserAuthentication('OAUTHBEARER');
  }

  /** By what others keep, such as a file of the brokers. Nothing is made of it here. */
  public static external(): UserAuthentication {
    return new UserAuthentication('external');
  }

  private constructor(
    public readonly kind: 'SCRAM-SHA-512' | 'mutual TLS' | 'OAUTHBEARER' | 'external',
    /** What is made of it; undefined where nothing is. */
    public readonly scram?: Required<ScramOptions>,
    /** Why it cannot be. */
    public readonly problem?: string,
    /** Whether an operator makes it. @internal */
    public readonly isGenerated = false,
  ) {}
}

/** Its message shows no value: that may be the secret. */
export const SCRAM_PROPERTIES: Properties<ScramOptions> = {
  password: required({
    source: 'policy',
    allowed: A_SECRET,
    problem: (secret) =>
      isHidden(secret) && isInNoState(secret)
        ? undefined
        : `must not be a secret that everybody can read, or that is in Terraform's state: give ${A_SECRET}`,
    judgesTokens: true,
  }),
  version: wholeNumber('policy', 1),
};
