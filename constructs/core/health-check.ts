import { duration, textOrToken, wholeNumber, wholeNumberOrToken } from './checks';
import { Duration } from './duration';
import { programAndArguments } from './program-words';
import { asText } from './resolved';
import { validateOptions, required, type Properties } from './properties';

/**
 * How often a check is made, and what its failures mean. A service that starts is also asked every second meanwhile, and a
 * healthy one every 10 s, or every `interval` if that is longer.
 */
export interface HealthCheckOptions {
  /** Time between two checks of a service that fails, or starts; more than zero. @default Duration.seconds(3) */
  readonly interval?: Duration;
  /** How long one check may take, before the platform's patience; more than zero. @default Duration.seconds(10) */
  readonly timeout?: Duration;
  /** How many checks in a row must fail before the service counts as unhealthy; 1 or more. @default 5 */
  readonly retries?: number;
  /** Start-up time in which failures don't count, before the platform's patience. @default Duration.seconds(60) */
  readonly startPeriod?: Duration;
}

/** How the platform finds out, inside the container, whether a service does its work. */
export class HealthCheck {
  /** Healthy when this Bash script exits with 0. The image must have `timeout`, as coreutils and busybox do. */
  public static bash(script: string, options: HealthCheckOptions = {}): HealthCheck {
    const { right, problem } = validateOptions(
      'a HealthCheck',
      BASH_HEALTH_CHECK_PROPERTIES,
      { script },
      options,
    );
    return new HealthCheck(['CMD', 'bash', '-c', String(right.script)], right, problem);
  }

  /** Healthy when a GET of `http://127.0.0.1:<port><path>` succeeds. The image must have `wget` and `timeout`. */
  public static http(port: number, path: string, options: HealthCheckOptions = {}): HealthCheck {
    const { right, problem } = validateOptions(
      'a HealthCheck',
      HTTP_HEALTH_CHECK_PROPERTIES,
      { port, path },
      options,
    );
    const address = `http://127.0.0.1:${asText(right.port)}${String(right.path)}`;
    return new HealthCheck(['CMD', 'wget', '-q', '-O', '/dev/null', address], right, problem);
  }

  /** Healthy when this program of the image exits with 0. */
  public static command(words: readonly string[], options: HealthCheckOptions = {}): HealthCheck {
    const { right, problem } = validateOptions(
      'a HealthCheck',
      COMMAND_HEALTH_CHECK_PROPERTIES,
      { words },
      options,
    );
    return new HealthCheck(['CMD', ...(right.words ?? [])], right, problem);
  }

  /** Healthy when this script of the image's own shell, `/bin/sh`, exits with 0. */
  public static shell(script: string, options: HealthCheckOptions = {}): HealthCheck {
    const { right, problem } = validateOptions(
      'a HealthCheck',
      BASH_HEALTH_CHECK_PROPERTIES,
      { script },
      options,
    );
    return new HealthCheck(['CMD-SHELL', String(right.script)], right, problem);
  }

  /**
   * The check that the image declares; without one, it counts as healthy while it runs. A deploy, and what starts after it,
   * waits for neither: only `cdktf-streaming up` does, at its end.
   */
  public static ofImage(): HealthCheck {
    return new HealthCheck([]);
  }

  /** Time between two checks. */
  public readonly interval: Duration;
  /** How long one check may take. */
  public readonly timeout: Duration;
  /** How many in a row must fail. */
  public readonly retries: number;
  /** Start-up time in which failures don't count. */
  public readonly startPeriod: Duration;

  private constructor(
    /** `CMD` and its words, before the platform says how often they are run, or `CMD-SHELL` and a script; empty where the image decides. */
    public readonly test: readonly string[],
    options: HealthCheckOptions = {},
    /** Why it cannot be. */
    public readonly problem?: string,
  ) {
    this.interval = options.interval ?? Duration.seconds(3);
    this.timeout = options.timeout ?? Duration.seconds(10);
    this.retries = options.retries ?? 5;
    this.startPeriod = options.startPeriod ?? Duration.seconds(60);
  }
}

const HEALTHCHECK = 'https://docs.docker.com/reference/dockerfile/#healthcheck';

const OPTIONS: Properties<HealthCheckOptions> = {
  interval: duration(HEALTHCHECK),
  timeout: duration(HEALTHCHECK),
  retries: wholeNumber(HEALTHCHECK, 1),
  startPeriod: duration(HEALTHCHECK, Duration.milliseconds(0)),
};

export const BASH_HEALTH_CHECK_PROPERTIES: Properties<HealthCheckOptions & { readonly script: string }> = {
  script: required(textOrToken(HEALTHCHECK, 'a script of Bash')),
  ...OPTIONS,
};

export const COMMAND_HEALTH_CHECK_PROPERTIES: Properties<
  HealthCheckOptions & { readonly words: readonly string[] }
> = {
  words: required(programAndArguments(HEALTHCHECK)),
  ...OPTIONS,
};

export const HTTP_HEALTH_CHECK_PROPERTIES: Properties<
  HealthCheckOptions & { readonly port: number; readonly path: string }
> = {
  port: required(wholeNumberOrToken(HEALTHCHECK, 1, 65_535)),
  path: required(
    textOrToken('RFC 3986', "a path of a URL, beginning with '/' and without spaces", /^\/[!-~]*$/),
  ),
  ...OPTIONS,
};
