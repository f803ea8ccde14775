import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import Docker from 'dockerode';
import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';
import { tlsOf, type ClientTls } from '../../cli/engine/client-certificates';
import { ADMIN } from '../../constructs/core/labels';

export const ROOT = join(__dirname, '..', '..');

export const docker = new Docker();

export type Security = 'plain' | 'secured';

/** What a broker shows others: its tools are nobody else. */
const AS_BROKER = [
  'security.protocol=SSL',
  'ssl.truststore.type=PEM',
  'ssl.truststore.location=/run/secrets/kafka-tls/ca.crt',
  'ssl.keystore.type=PEM',
  'ssl.keystore.location=/run/secrets/kafka-tls/kafka1.pem',
].join('\n');

/** The platform of a suite, beside whatever runs on this Engine: names, ports, state and output of its own. */
export class DeployedPlatform {
  /** Of the brokers, on the host. */
  public readonly hostPorts: readonly number[];
  /** In the environment of its program. */
  public readonly settings: Readonly<Record<string, string>>;

  public constructor(
    public readonly name: string,
    public readonly portOffset: number,
    private readonly security: Security = 'plain',
  ) {
    this.hostPorts = [9_092, 9_093, 9_094].map((port) => this.hostPort(port));
    this.settings = {
      PLATFORM_NAME: name,
      PLATFORM_PORT_OFFSET: String(portOffset),
      PLATFORM_PROFILE: 'small',
      PLATFORM_SECURITY: security,
      CDKTF_OUTPUT: `cdktf.${name}.out`,
      CDKTF_OUTDIR: `cdktf.${name}.out`,
    };
  }

  /** What a command of this platform sees. */
  public get environment(): NodeJS.ProcessEnv {
    return { ...process.env, ...this.settings, CI: '1' };
  }

  /** A port of the platform as this one publishes it. */
  public hostPort(port: number): number {
    return port + this.portOffset;
  }

  /** Runs a command as a user does; throws with its output if it fails. */
  public async run(command: string, ...args: string[]): Promise<string> {
    const options = { cwd: ROOT, env: this.environment, maxBuffer: 2 ** 26 };
    const { stdout } = await promisify(execFile)(command, args, options);
    return stdout;
  }

  public npm(...args: string[]): Promise<string> {
    return this.run('npm', ...args);
  }

  /** Without colours. */
  public async cdktf(...args: string[]): Promise<string> {
    return stripVTControlCharacters(await this.run('npx', 'cdktf', ...args));
  }

  public container(service: string): Docker.Container {
    return docker.getContainer(`${this.name}-${service}`);
  }

  /** Runs a command in a service's container. */
  public inContainer(service: string, ...command: string[]): Promise<string> {
    return this.run('docker', 'exec', `${this.name}-${service}`, ...command);
  }

  /** Runs one of Kafka's own command-line tools. */
  public kafkaTool(tool: string, ...args: string[]): Promise<string> {
    const at = [tool, '--bootstrap-server', 'kafka1:19092'];
    if (this.security === 'plain') return this.inContainer('kafka1', ...at, ...args);
    const script = 'exec "${@:1:3}" --command-config <(echo "$0") "${@:4}"';
    return this.inContainer('kafka1', 'bash', '-c', script, AS_BROKER, ...at, ...args);
  }

  /** Of a secured platform: where its certificates are. */
  public get secrets(): string {
    return join(ROOT, '.secrets', this.name);
  }

  /** What a user shows brokers. Read for each connection, because a start makes it, or makes it anew. */
  public tls(user = ADMIN): ClientTls | undefined {
    if (this.security === 'plain') return undefined;
    const now = (): ClientTls => tlsOf(this.secrets, user);
    return {
      get ca() {
        return now().ca;
      },
      get cert() {
        return now().cert;
      },
      get key() {
        return now().key;
      },
    };
  }

  /** A client that knows these ports only. */
  public kafka(ports: readonly number[] = this.hostPorts, config: Partial<KafkaConfig> = {}): Kafka {
    return new Kafka({
      clientId: this.name,
      brokers: ports.map((port) => `localhost:${port}`),
      ssl: this.tls(),
      logLevel: logLevel.NOTHING,
      retry: { retries: 10 },
      ...config,
    });
  }
}
