import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import { ignore } from './answers';
import { readProject } from '../engine/project';
import { childrenEnded, endOrphans, identityOf, lives } from '../engine/children';
import { cacheFolder, CommandError } from '../program';

/**
 * Works in this project alone, on what is synthesized and initialized in its folder; ends once everything it began has
 * ended.
 * @throws CommandError if the folder is no project, or naming the other process that works in it
 */
export async function withLock<T>(work: () => Promise<T>, folder?: string): Promise<T> {
  readProject();
  const file = join(folder ?? cacheFolder(), 'running.pid');
  const [other = '', ...machine] = existsSync(file) ? readFileSync(file, 'utf8').split(' ') : [];
  if (machine.join(' ') === thisMachine() && lives(other))
    throw new CommandError(
      `Process ${Number.parseInt(other, 10)} is already starting or stopping the platform: wait until it ends, or interrupt it. (If it is something else, delete ${file}.)`,
    );
  writeFileSync(file, `${identityOf(process.pid)} ${thisMachine()}`);
  try {
    for (const command of await endOrphans())
      console.error(`Ended ${command}, which a killed run had left at work.`);
    return await work();
  } finally {
    await childrenEnded();
    rmSync(file, { force: true });
  }
}

const LOCK = 'cdktf-streaming.lock';

/** Seconds between two signs of life, and after how many without one an owner elsewhere is taken for dead. */
const BEAT = 10;
const DEAD_AFTER = 60;

interface Owner {
  readonly id: string;
  /** Where numbers of processes mean the same. */
  readonly machine: string;
  readonly process: string;
  /** For people. */
  readonly who: string;
  readonly since: string;
}

/** A volume as the Engine has it; the time is the Engine's. */
interface Made {
  readonly CreatedAt: string;
  readonly Labels: Readonly<Record<string, string>> | null;
}

/**
 * Keeps a platform for this process alone, whatever folder or machine another one works from: a volume on the Engine,
 * which makes one of a name once only, and says whose it is. Two more, made anew in turn every few seconds, are the sign
 * that its owner lives: while one is made anew, the other is there.
 * @returns what gives it back
 * @throws CommandError naming the owner and how long it has had it
 */
export async function lockPlatform(docker: Docker, platform: string): Promise<() => Promise<void>> {
  const lock = new PlatformLock(docker, platform);
  await lock.take();
  return () => lock.giveBack();
}

class PlatformLock {
  private readonly me: Owner = {
    id: randomUUID(),
    machine: thisMachine(),
    process: String(identityOf(process.pid)),
    who: `process ${process.pid} of ${userInfo().username} on ${hostname()}, in ${process.cwd()}`,
    since: new Date().toISOString(),
  };
  private readonly name: string;
  /** The next to be made anew comes first. */
  private signs: readonly [string, string];
  private beating: NodeJS.Timeout | undefined;
  private beaten = Promise.resolve();

  public constructor(
    private readonly docker: Docker,
    private readonly platform: string,
  ) {
    this.name = `${platform}.lock`;
    this.signs = [`${platform}.lock.alive`, `${platform}.lock.alive2`];
  }

  public async take(): Promise<void> {
    let owner = await this.claim();
    if (owner.id !== this.me.id && !(await this.isAlive(owner))) {
      await this.remove(this.name);
      await this.claim();
      // Somebody else may have found it dead at the same moment.
      await sleep(1_000);
      owner = await this.claim();
    }
    if (owner.id !== this.me.id)
      throw new CommandError(
        `The platform ${this.platform} is being changed by ${owner.who}, since ${owner.since}: wait until that ends, or interrupt it. (If it no longer exists, \`docker volume rm ${this.name}\`.)`,
      );
    await this.beat();
    const beat = (): void => void (this.beaten = this.beat().catch(() => undefined));
    this.beating = setInterval(beat, BEAT * 1000).unref();
  }

  public async giveBack(): Promise<void> {
    clearInterval(this.beating);
    await this.beaten;
    for (const each of [...this.signs, this.name]) await this.remove(each);
  }

  /** @returns whose it is */
  private async claim(): Promise<Owner> {
    const Labels = Object.fromEntries(
      Object.entries(this.me).map(([name, value]) => [`${LOCK}.${name}`, String(value)]),
    );
    // One that is there already is left as it is, with the labels of its owner.
    await this.docker.createVolume({ Name: this.name, Labels });
    const found = await this.inspect(this.name);
    // Given back between the two.
    if (!found) return this.claim();
    const labels = found.Labels ?? {};
    const said = (name: string): string => labels[`${LOCK}.${name}`] ?? 'someone else';
    return {
      id: said('id'),
      machine: said('machine'),
      process: said('process'),
      who: said('who'),
      since: said('since'),
    };
  }

  private async isAlive({ machine, process: owner }: Owner): Promise<boolean> {
    if (machine === this.me.machine) return lives(owner);
    const { SystemTime } = (await this.docker.info()) as { SystemTime: string };
    const made = await Promise.all([this.name, ...this.signs].map((each) => this.inspect(each)));
    const last = Math.max(...made.map((each) => Date.parse(each?.CreatedAt ?? '') || 0));
    return Date.parse(SystemTime) - last < DEAD_AFTER * 1000;
  }

  /** Undefined where there is none. */
  private async inspect(volume: string): Promise<Made | undefined> {
    return (await this.docker.getVolume(volume).inspect().catch(ignore(404))) as unknown as Made | undefined;
  }

  private async beat(): Promise<void> {
    const [older, newer] = this.signs;
    this.signs = [newer, older];
    await this.remove(older);
    await this.docker.createVolume({ Name: older, Labels: { [`${LOCK}.id`]: this.me.id } });
  }

  private async remove(volume: string): Promise<void> {
    await this.docker.getVolume(volume).remove().catch(ignore(404));
  }
}

/**
 * Two containers of one host may have the same name, and number their processes each from 1; so does a machine that was
 * switched off and on.
 */
function thisMachine(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
