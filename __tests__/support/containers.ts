import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ContainerImage } from '../../constructs/core/container-image';

const run = promisify(execFile);

export interface ContainerSettings {
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder in the container → name of a volume. */
  readonly volumes?: Readonly<Record<string, string>>;
  /** Folders that the service writes to although its root is read-only. */
  readonly writable?: readonly string[];
  readonly command?: readonly string[];
  /** A port for clients on the host. */
  readonly port?: number;
}

/** Containers on a network of their own, as hardened as the platform's; `remove` takes everything away, also half-made. */
export class Containers {
  private readonly prefix = `contract-${randomBytes(3).toString('hex')}`;
  private readonly names: string[] = [];
  private readonly volumeNames: string[] = [];
  private network: string | undefined;

  /** A volume that is empty when it is first mounted. */
  public volume(): string {
    const name = `${this.prefix}-${this.volumeNames.length}`;
    this.volumeNames.push(name);
    return name;
  }

  /** Starts a container that the others reach as `host`. */
  public async start(host: string, image: ContainerImage, settings: ContainerSettings): Promise<Container> {
    if (!this.network) {
      this.network = this.prefix;
      await docker(['network', 'create', this.network]);
    }
    const name = `${this.prefix}-${host}`;
    this.names.push(name);
    const { environment = {}, volumes = {}, writable = [], command = [], port } = settings;
    await docker([
      ...['run', '--detach', '--name', name, '--hostname', host],
      ...['--network', this.network, '--network-alias', host],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--memory', '1g'],
      ...(port === undefined ? [] : ['--publish', `127.0.0.1::${port}`]),
      ...(image.readOnlyRoot ? ['--read-only', '--tmpfs', '/tmp:exec'] : []),
      ...(image.readOnlyRoot ? writable.flatMap((folder) => ['--tmpfs', folder]) : []),
      ...Object.entries(environment).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
      ...Object.entries(volumes).flatMap(([folder, volume]) => ['--volume', `${volume}:${folder}`]),
      ...[image.reference, ...command],
    ]);
    return new Container(name);
  }

  /** Takes one container away, so that another may be `host`. */
  public async removeOne(host: string): Promise<void> {
    await docker(['rm', '--force', '--volumes', `${this.prefix}-${host}`]);
    this.names.splice(this.names.indexOf(`${this.prefix}-${host}`), 1);
  }

  public async remove(): Promise<void> {
    if (this.names.length > 0) await docker(['rm', '--force', '--volumes', ...this.names]);
    if (this.volumeNames.length > 0) await docker(['volume', 'rm', '--force', ...this.volumeNames]);
    if (this.network) await docker(['network', 'rm', this.network]);
  }
}

export class Container {
  public constructor(private readonly name: string) {}

  /** What a command prints in the container. @throws if it fails */
  public async exec(...command: string[]): Promise<string> {
    return docker(['exec', this.name, ...command]);
  }

  public async sh(script: string): Promise<string> {
    return this.exec('bash', '-c', script);
  }

  /** Where the host reaches the port that was published: `127.0.0.1:32768`. */
  public async hostAddress(): Promise<string> {
    return (await docker(['port', this.name])).split(' -> ')[1]!;
  }

  /** Waits until a script succeeds in the container. */
  public async until(script: string): Promise<void> {
    try {
      await this.sh(`timeout 60 bash -c 'until ${script}; do sleep 0.2; done' 2> /dev/null`);
    } catch {
      throw new Error(`Not true within 60 s: ${script}\n${await this.logs()}`);
    }
  }

  /** Waits for the end of the container: its exit code and everything that it printed. */
  public async end(): Promise<{ exitCode: number; output: string }> {
    const exitCode = Number(await docker(['wait', this.name]));
    return { exitCode, output: await this.logs() };
  }

  /** Asks the container to stop; its exit code is 137 if it did not within the time of grace. */
  public async stop(): Promise<number> {
    await docker(['stop', '--time', '30', this.name]);
    return (await this.end()).exitCode;
  }

  public async startAgain(): Promise<void> {
    await docker(['start', this.name]);
  }

  public async logs(): Promise<string> {
    const { stdout, stderr } = await run('docker', ['logs', this.name], { maxBuffer: 64 * 1024 * 1024 });
    return stdout + stderr;
  }
}

/** A client that waits for a broken service would wait for ever, and its test for as long as it may. */
const LONGEST_COMMAND_MS = 120_000;

async function docker(args: readonly string[]): Promise<string> {
  const { stdout } = await run('docker', args, { maxBuffer: 64 * 1024 * 1024, timeout: LONGEST_COMMAND_MS });
  return stdout.trim();
}
