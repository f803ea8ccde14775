import type { TerraformResource } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { Address } from './address';
import {
  allOf,
  duration,
  ENVIRONMENT,
  instanceLike,
  listOf,
  object,
  oneOf,
  valueObject,
  text,
} from './checks';
import { Duration } from './duration';
import type { HealthCheck } from './health-check';
import { declareMetrics } from './measured-services';
import { METRICS_ENDPOINTS, METRICS_RULES } from './metrics-endpoint';
import { ownerLabel, withNeedsOfImage } from './image-needs';
import { addDependencies } from './dependencies';
import { withCopies } from './copied-secrets';
import { BY_FILE, nothingSecretAmongWords } from './plain-sight';
import type { IPlatform, ServiceDescription, ServicePort } from './platform';
import { validateProps, problemOf, required, type Check, type Properties } from './properties';
import { portCheck } from './port';
import { hostNameOf, HOST_ADDRESS, HOST_NAME, PORT_RULES } from './service-port';
import { CONSTRUCTS, CONTAINER_PROPERTIES, CONTAINER_RULES, containerFacts } from './container-description';
import { formatValue } from './format-value';
import { throwReported, reportProblem, validate, type TreeRule } from './validation';
import { placed } from './placed';
import { SECRET_FILES_RULE, type SecretFiles } from './secret-file';

export interface ServiceProps
  extends
    Omit<ServiceDescription, 'ports' | 'stopGracePeriod' | 'startTimeout'>,
    Partial<Pick<ServiceDescription, 'ports' | 'stopGracePeriod' | 'startTimeout'>> {
  /** What runs it. */
  readonly platform: IPlatform;
}

/** A service, as others see it. */
export interface IService extends IConstruct {
  /** The DNS name in the platform's network. */
  readonly serviceName: string;
  /**
   * The address inside the platform's network.
   * @param portName the port's `name`
   * @throws ValidationError if there is no such port
   */
  internalAddress(portName: string): Address;
  /**
   * The address on the host, the platform's port offset included.
   * @param portName the port's `name`
   * @throws ValidationError if there is no such port, or it is not published on the host
   */
  hostAddress(portName: string): Address;
}

/** A service of the platform: hardened, health-checked, restarted, with limits and rotated logs. */
export class Service extends Construct implements IService {
  public readonly serviceName: string;
  public readonly platform: IPlatform;
  private readonly ports: readonly ServicePort[];
  private readonly environment: Record<string, string>;
  private description: ServiceDescription;

  /** What is broken is refused at synth, all of it together. */
  public constructor(scope: Construct, id: string, props: ServiceProps) {
    super(...placed(scope, id));
    const { platform, ...given } = validateProps(this, props, SERVICE_PROPERTIES);
    // Without a prototype, so that no name means anything but itself.
    this.environment = Object.assign(Object.create(null), given.environment) as Record<string, string>;
    const whole = withNeedsOfImage<ServiceDescription>(this, platform, {
      ...given,
      environment: this.environment,
      ports: given.ports ?? [],
      stopGracePeriod: given.stopGracePeriod ?? Duration.seconds(10),
      startTimeout: given.startTimeout ?? Duration.minutes(5),
    });
    const description = (this.description = withCopies(platform, whole));
    this.serviceName = description.serviceName;
    this.platform = platform;
    this.ports = description.ports;
    validate(this, containerFacts(platform, description), CONTAINER_RULES);
    validate(this, { platform, ports: description.ports }, PORT_RULES);
    validate(this, description, METRICS_RULES);
    platform.runService(this, description);
    declareMetrics(this, platform, description);
  }

  public internalAddress(portName: string): Address {
    return new Address(this.serviceName, this.port(portName).port);
  }

  public hostAddress(portName: string): Address {
    const published = this.port(portName);
    const { hostPort } = published;
    if (hostPort === undefined) {
      reportProblem(
        this,
        PUBLISHED_PORT,
        `its port '${portName}' is not published on the host; give it a hostPort.`,
      );
      throwReported(this);
    }
    return new Address(hostNameOf(published), this.platform.hostPort(hostPort));
  }

  /** Tells the program something more. What it was told before cannot be told otherwise. */
  public addEnvironment(name: string, value: string): void {
    const before = this.environment[name];
    const problem = problemOf(ENVIRONMENT, { [typeof name === 'string' ? name : '']: value });
    if (problem !== undefined) reportProblem(this, ENVIRONMENT, `environment ${problem}.`);
    else if (before !== undefined && before !== value)
      reportProblem(
        this,
        SAID_ONCE,
        `environment has ${name} already, as ${formatValue(before)}; got ${formatValue(value)}, leave one out.`,
      );
    else this.environment[name] = value;
  }

  /** Tells the program otherwise what the construct that runs it has told it. @internal */
  public setEnvironment(name: string, value: string): void {
    this.environment[name] = value;
  }

  /** Lets the program read further secrets, but what it reads already; and labels its container. @internal */
  public addSecretFiles(files: SecretFiles, labels: Readonly<Record<string, string>> = {}): void {
    const { secretFiles: before = {}, ...rest } = this.description;
    const further = Object.fromEntries(Object.entries(files).filter(([path]) => !(path in before)));
    if (Object.keys({ ...further, ...labels }).length === 0) return;
    this.description = { ...rest, secretFiles: { ...before, ...further } };
    validate(this, this.description, [SECRET_FILES_RULE]);
    this.platform.addSecretFiles(this, further, { ...labels, ...ownerLabel({ ...rest, labels }) });
  }

  /** Makes the service start once `others` are there and healthy, and stop before they do. */
  public startAfter(...others: readonly IConstruct[]): void {
    const problem = problemOf(CONSTRUCTS, others);
    if (problem !== undefined) {
      reportProblem(this, CONSTRUCTS, `what it starts after ${problem}.`);
      return;
    }
    addDependencies(this.node.findChild('Resource') as TerraformResource, others);
  }

  private port(name: string): ServicePort {
    const port = this.ports.find((p) => p.name === name);
    if (port) return port;
    const known = this.ports.map((p) => `'${p.name}'`).join(', ') || 'none';
    reportProblem(
      this,
      KNOWN_PORT,
      `there is no port ${formatValue(name)}; the service's ports are ${known}.`,
    );
    throwReported(this);
  }
}

export { portCheck };

const SERVICE_PORT: Properties<ServicePort> = {
  name: required(text('policy', 'a name for people')),
  port: required(portCheck),
  hostPort: portCheck,
  hostAddress: HOST_ADDRESS,
  hostName: HOST_NAME,
  scheme: oneOf('policy', { HTTP: 'http' }),
};

/** What runs the services of a construct that may take it from what it works with. */
export const platformReferenceIfAny = instanceLike(
  'a DockerPlatform or a KubernetesPlatform',
  'runService',
  'images',
);
/** What runs the services of a construct. */
export const platformReference = required(platformReferenceIfAny);

const WORDS = nothingSecretAmongWords(BY_FILE);
/** A health check is shown by docker inspect. */
const NO_SECRET_IN_CHECK: Check = {
  ...WORDS,
  problem: (given) => WORDS.problem((given as HealthCheck | null)?.test),
};

export const SERVICE_PROPERTIES: Properties<ServiceProps> = {
  ...CONTAINER_PROPERTIES,
  platform: platformReference,
  ports: listOf(object(SERVICE_PORT)),
  healthCheck: required(
    allOf(
      valueObject("a HealthCheck, such as HealthCheck.http(8080, '/health')", 'test', 'interval', 'retries'),
      NO_SECRET_IN_CHECK,
    ),
  ),
  stopGracePeriod: duration('https://docs.docker.com/reference/cli/docker/container/stop/'),
  startTimeout: duration('policy'),
  metrics: METRICS_ENDPOINTS,
};

const PUBLISHED_PORT: TreeRule = {
  requires: 'A port whose address on the host is asked for has a hostPort.',
  source: 'policy',
};
const KNOWN_PORT: TreeRule = {
  requires: 'A port whose address is asked for is one of the ports.',
  source: 'policy',
};
const SAID_ONCE: TreeRule = {
  requires: 'A variable of the environment is not given two values.',
  source: 'policy',
};
export const SERVICE_TREE_RULES: readonly TreeRule[] = [PUBLISHED_PORT, KNOWN_PORT, SAID_ONCE];
