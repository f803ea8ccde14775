import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import Docker from 'dockerode';
import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';

export const ROOT = join(__dirname, '..', '..');

export const docker = new Docker();

/** The platform of a suite, beside whatever runs on this Engine: names, ports, state and output of its own. */
export class DeployedPlatform {
  /** Of the brokers, on the host. */
  public readonly hostPorts: readonly number[];
  private readonly settings: Readonly<Record<string, string>>;

  public constructor(
    public readonly name: string,
    public readonly portOffset: number,
  ) {
    this.hostPorts = [9_092, 9_093, 9_094].map((port) => this.hostPort(port));
    this.settings = {
      PLATFORM_NAME: name,
      PLATFORM_PORT_OFFSET: String(portOffset),
      PLATFORM_PROFILE: 'small',
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
    return this.inContainer('kafka1', tool, '--bootstrap-server', 'kafka1:19092', ...args);
  }

  /** A client that knows these ports only. */
  public kafka(ports: readonly number[] = this.hostPorts, config: Partial<KafkaConfig> = {}): Kafka {
    return new Kafka({
      clientId: this.name,
      brokers: ports.map((port) => `localhost:${port}`),
      logLevel: logLevel.NOTHING,
      retry: { retries: 10 },
      ...config,
    });
  }
}
