import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type Docker from 'dockerode';
import type { ContainerImage } from '../../constructs/core/container-image';
import { Images } from '../../constructs/core/image-catalogue';
import type { Choices } from '../../cli/commands/up';
import { CommandError } from '../../cli/program';
import { hasImage } from '../../cli/setup/debian-image';
import { ask, registryOf } from '../../cli/setup/registry';
import { reportStep } from '../../cli/tasks';
import { lineOf } from '../../constructs/core/kafka-version';
import { LABEL, ROLE } from '../../constructs/core/labels';
import type { SparkLine } from '../../constructs/core/setting-tables';
import { DEFAULTS, kafkaOf } from '../../stacks/settings';

const GIBIBYTE = 2 ** 30;

/** The Engine that the standard profile is made for; below that, small. */
const STANDARD_MEMORY = 16 * GIBIBYTE;

/** Machines sold as 16 GB report a little less. */
const TOLERANCE = GIBIBYTE;

export interface Choice {
  readonly value: string;
  readonly reason: string;
  /** By the user, or by a start before this one. */
  readonly isSet?: boolean;
}

const TITLE = 'Profile, images, Kafka and Spark';

const SET = { reason: 'as set in .env or the environment', isSet: true };

/**
 * The profile, the family of images and the lines of Kafka and Spark, which the program reads from its settings. Only a family whose
 * images are there is kept in `.env`.
 * @param asked the profile that somebody wants
 */
export function choices(asked?: string): Choices {
  let family: Choice | undefined;
  return {
    choose: {
      title: TITLE,
      task: async ({ docker }, task) => {
        const size = await chooseProfile(docker, asked);
        if (process.env.PLATFORM_PROFILE !== size.value) saveSetting('PLATFORM_PROFILE', size.value);
        const kafka = await chooseKafka(docker);
        const spark = await chooseSpark(docker);
        process.env.PLATFORM_SPARK = spark.value;
        reportStep(task, `${TITLE}: asking the registries`);
        family = await chooseImages(docker);
        process.env.PLATFORM_IMAGES = family.value;
        task.title = `Profile ${size.value} (${size.reason}), images ${family.value} (${family.reason}), Kafka ${kafka.value} (${kafka.reason}), Spark ${spark.value} (${spark.reason})`;
      },
    },
    keep: () => {
      if (family && !family.isSet)
        saveSetting('PLATFORM_IMAGES', family.value, family.value === 'local' ? FOR_WANT : '');
    },
  };
}

/** The asked for profile, else the one chosen before, else what the Engine's memory allows. */
export async function chooseProfile(docker: Docker, asked?: string): Promise<Choice> {
  if (asked) return { value: asked, reason: 'as asked' };
  const before = process.env.PLATFORM_PROFILE;
  if (before) return { value: before, ...SET };
  const { MemTotal: memory } = (await docker.info()) as { MemTotal: number };
  return {
    value: memory >= STANDARD_MEMORY - TOLERANCE ? 'standard' : 'small',
    reason: `the Engine has ${(memory / GIBIBYTE).toFixed(0)} GiB`,
  };
}

/** What `.env` says beside a line of Kafka that nobody asked for. */
export const AS_IT_RUNS = 'as the platform runs; 4 upgrades it';

/** The line of Kafka asked for, else in KRaft the one that runs, else the program's own. */
export async function chooseKafka(docker: Docker, file = '.env'): Promise<Choice> {
  const { mode, kafka } = kafkaOf((name) => process.env[name]);
  if (process.env.PLATFORM_KAFKA) {
    const isKept = linesOf(file).includes(line('PLATFORM_KAFKA', kafka, AS_IT_RUNS));
    return { value: kafka, ...SET, ...(isKept && { reason: AS_IT_RUNS }) };
  }
  if (kafka === '3.9')
    return { value: kafka, reason: mode === 'kraft' ? 'as of secured platforms' : 'the last with ZooKeeper' };
  const brokers = await containersAs(docker, ROLE.broker);
  // In the middle of an upgrade some are of the other line: then it goes on.
  const isFormer = ({ Labels }: Docker.ContainerInfo): boolean =>
    lineOf(Number.parseInt(Labels[LABEL.kafkaVersion] ?? '3')) === '3.9';
  if (brokers.length === 0 || !brokers.every(isFormer))
    return { value: kafka, reason: 'as of new platforms in KRaft' };
  saveSetting('PLATFORM_KAFKA', '3.9', AS_IT_RUNS, file);
  return { value: '3.9', reason: AS_IT_RUNS };
}

/**
 * The line of Spark asked for, else the one that runs, else the program's own. Nothing is written to `.env`, which is for
 * every platform of the folder: 4 would take along those that run 3.5.
 */
export async function chooseSpark(docker: Docker): Promise<Choice> {
  const asked = process.env.PLATFORM_SPARK;
  if (asked) return { value: asked, ...SET };
  const workers = await containersAs(docker, ROLE.sparkWorker);
  // In the middle of an upgrade some are of the other line: then it goes on.
  if (workers.some(({ Labels }) => Number.parseInt(Labels[LABEL.sparkVersion] ?? '3') >= 4))
    return { value: '4' satisfies SparkLine, reason: 'as the platform runs; keep PLATFORM_SPARK=4 in .env' };
  return {
    value: DEFAULTS.PLATFORM_SPARK,
    reason: workers.length > 0 ? 'as the platform runs; PLATFORM_SPARK=4 upgrades it' : 'as of new platforms',
  };
}

/** The platform's containers of a role. */
async function containersAs(docker: Docker, role: string): Promise<Docker.ContainerInfo[]> {
  const name = process.env.PLATFORM_NAME || DEFAULTS.PLATFORM_NAME;
  const filters = { label: [`${LABEL.platform}=${name}`] };
  const all = await docker.listContainers({ all: true, filters });
  return all.filter(({ Labels }) => Labels[LABEL.role]?.split(',').includes(role));
}

/** What the environment itself says: this file is loaded before `.env` is. */
const ASKED_FOR = process.env.PLATFORM_IMAGES;

/** What `.env` says beside a family that was not asked for, but for want of another one. */
export const FOR_WANT = 'for want of a registry; asked again while nothing is deployed';

/**
 * The family chosen before, because another one under the same volumes is a migration; else what can be had.
 * @param within milliseconds, in which a registry must answer
 * @throws CommandError if a registry answers, but gives no images
 */
export async function chooseImages(docker: Docker, file = '.env', within?: number): Promise<Choice> {
  const before = process.env.PLATFORM_IMAGES;
  const isOpen = !ASKED_FOR && before === 'local' && isForWant(file) && !(await isDeployed(docker));
  if (before && !isOpen) return { value: before, ...SET };

  const registry = process.env.PLATFORM_IMAGE_REGISTRY || undefined;
  const { kafka } = kafkaOf((name) => process.env[name]);
  // Another line than there is, is refused by the program, with all else that is wrong.
  const catalogue = Images.public(
    registry,
    undefined,
    kafka === '4' ? kafka : undefined,
    process.env.PLATFORM_SPARK === '4' ? '4' : undefined,
  );
  const images: readonly ContainerImage[] = Object.values(catalogue);
  const present = await Promise.all(images.map(({ reference }) => hasImage(docker, reference)));
  const missing = images.map(({ reference }) => reference).filter((_, index) => !present[index]);
  // One of each registry, for some count what they are asked.
  const asked = new Map(missing.reverse().map((reference) => [registryOf(reference), reference]));
  const answers = await Promise.all([...asked.values()].map((reference) => ask(docker, reference, within)));
  const reasons = [...new Set(answers.flatMap(({ why }) => why || []))].join('; ');

  if (answers.every(({ has }) => has))
    return {
      value: 'public',
      reason: missing.length > 0 ? 'an image registry answers' : 'the Engine has them',
    };
  if (answers.some(({ has, refuses }) => has || refuses))
    throw new CommandError(
      `The public images cannot be pulled: ${reasons}.\nOr have images built here out of package registries: PLATFORM_IMAGES=local npm start`,
    );
  return { value: 'local', reason: `no image registry answers: ${reasons}` };
}

/** Any platform counts: all that are deployed from here have the family in `.env`. */
async function isDeployed(docker: Docker): Promise<boolean> {
  const filters = { label: [LABEL.platform] };
  const { Volumes: volumes } = (await docker.listVolumes({ filters })) as { Volumes?: unknown[] | null };
  return Boolean(volumes?.length) || (await docker.listContainers({ all: true, filters })).length > 0;
}

function isForWant(file: string): boolean {
  return linesOf(file).includes(line('PLATFORM_IMAGES', 'local', FOR_WANT));
}

/**
 * Writes a setting to `.env`, so that cdktf called directly uses the same; other lines stay as they are.
 * @param comment behind it
 */
export function saveSetting(name: string, value: string, comment = '', file = '.env'): void {
  process.env[name] = value;
  const lines = linesOf(file);
  const index = lines.findIndex((each) => each.startsWith(`${name}=`));
  const said = line(name, value, comment);
  if (lines[index] === said) return;
  if (index < 0) lines.push(said);
  else lines[index] = said;
  writeFileSync(file, `${lines.join('\n')}\n`);
}

const line = (name: string, value: string, comment: string): string =>
  `${name}=${value}${comment && ` # ${comment}`}`;

function linesOf(file: string): string[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : [];
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
