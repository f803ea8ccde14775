import { Op } from 'cdktf';
import {
  allOf,
  ANY_TEXT,
  check,
  ENVIRONMENT,
  instanceLike,
  listOf,
  listOfOrToken,
  number,
  object,
  oneOf,
  record,
  size,
  text,
  TRUE_OR_FALSE,
  VARIABLE_NAME,
  VARIABLE_NAMES,
} from './checks';
import { IMAGE } from './container-image';
import { FOLDER, normalized, USER } from './in-container';
import { programAndArguments } from './program-words';
import { BY_FILE, hiddenSecret, nothingSecret, nothingSecretAmongWords } from './plain-sight';
import { holdsListOrMap } from './escape-template';
import { HostPath } from './host-path';
import { ofPlatform } from './mounts';
import type { ContainerDescription, IPlatform, VolumeMount } from './platform';
import { required, type Check, type Properties } from './properties';
import { repeated } from './repeated';
import { ENDPOINT_LABEL, LABEL, SECRET_LABEL } from './labels';
import { LOOSENED } from './loosened-rules';
import { SECRET_FILES, SECRET_FILES_RULE } from './secret-file';
import { formatValue } from './format-value';
import { Size } from './size';
import type { Rule } from './validation';

const CONSTRAINTS = 'https://docs.docker.com/engine/containers/resource_constraints';
/** The least that the Engine takes as a limit. */
export const memoryCheck = size(`${CONSTRAINTS}/#memory`, Size.mebibytes(6));
const RUN = 'https://docs.docker.com/reference/cli/docker/container/run/';
/** Whose path may be one that Terraform alone knows: the Engine itself refuses a wrong one. */
const MOUNTED: Check = { ...FOLDER, kind: 'string', condition: () => undefined };
/** Ends in the name of a file. */
const FILE = /^\/(?!(.*\/)?\.{0,2}$)[^:,\0]*$/s;
/** Any text: what Terraform cannot pass on is uploaded as bytes. */
const CONTENT: Check = {
  ...check('policy', 'text, with no half of a character, no list and no map of Terraform', (content) => {
    return typeof content === 'string' && !/\p{Surrogate}/u.test(content) && !holdsListOrMap(content);
  }),
  kind: 'string',
  condition: () => undefined,
};

const VOLUME: Check = instanceLike(
  "a volume of the platform, such as platform.volume('data')",
  'volumeName',
  'node',
);
export const VOLUME_MOUNT_PROPERTIES: Properties<VolumeMount> = {
  volume: required({
    ...VOLUME,
    problem: (value) => {
      if (value instanceof HostPath) return value.problem;
      const problem = VOLUME.problem(value);
      return problem && typeof value === 'string'
        ? `${problem}; a folder of this machine is HostPath.of(path.resolve('dags'))`
        : problem;
    },
  }),
  path: required(MOUNTED),
  readOnly: TRUE_OR_FALSE,
};

export const SERVICE_NAME_PATTERN = /^(?!localhost$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** A host name in the platform's network. */
export const SERVICE_NAME = text(
  'RFC 1123',
  "1 to 63 of a-z, 0-9 and '-', not at either end, because it is a host name, and not 'localhost'",
  SERVICE_NAME_PATTERN,
);

/** Each container has them, and commands go by what they say. */
const OWN_LABELS = [LABEL.platform, LABEL.stack, LABEL.service, LABEL.digest];

/** What the names of several services begin with. */
export const NAME_PREFIX = text(
  'RFC 1123',
  "up to 40 of a-z, 0-9 and '-', beginning with a letter or digit, because host names begin with it",
  /^([a-z0-9][a-z0-9-]{0,39})?$/,
);

export const CONSTRUCT = instanceLike('a construct', 'node');
export const CONSTRUCTS = listOf(CONSTRUCT);

export const CONTAINER_PROPERTIES: Properties<ContainerDescription> = {
  serviceName: required(SERVICE_NAME),
  image: required(IMAGE),
  user: USER,
  dangerouslyAs: oneOf(RUN, { IMAGE: 'image', ROOT: 'root' }),
  entrypoint: allOf(programAndArguments(RUN), nothingSecretAmongWords(BY_FILE)),
  command: allOf(listOfOrToken(ANY_TEXT), nothingSecretAmongWords(BY_FILE)),
  environment: ENVIRONMENT,
  dangerouslyVisible: record('POSIX.1-2017 8.1', VARIABLE_NAMES, VARIABLE_NAME, hiddenSecret),
  volumes: listOf(object(VOLUME_MOUNT_PROPERTIES)),
  files: allOf(
    record(RUN, "absolute paths of files, without ':' and ','", FILE, CONTENT),
    nothingSecret(BY_FILE),
  ),
  secretFiles: SECRET_FILES,
  writablePaths: listOf(FOLDER),
  memory: required(memoryCheck),
  cpus: {
    ...number(`${CONSTRAINTS}/#cpu`, 'a number of cores, 0.01 or more', (cpus) => cpus >= 0.01),
    kind: 'number',
    condition: (cpus) => Op.gte(cpus, 0.01),
  },
  labels: allOf(
    record(
      'https://docs.docker.com/engine/manage-resources/labels/',
      "letters, digits, '.', '_', '-' and '/', beginning and ending with a letter or digit, and none that the platform gives itself",
      new RegExp(
        `^(?!(${OWN_LABELS.join('|')})$|${ENDPOINT_LABEL}|${SECRET_LABEL})[A-Za-z0-9]([\\w./-]*[A-Za-z0-9])?$`,
      ),
      ANY_TEXT,
    ),
    nothingSecret(BY_FILE),
  ),
  dependsOn: CONSTRUCTS,
};

export interface ContainerFacts extends ContainerDescription {
  readonly containerName: string;
  readonly platform: IPlatform;
}

export function containerFacts(platform: IPlatform, description: ContainerDescription): ContainerFacts {
  return { ...description, platform, containerName: platform.containerName(description.serviceName) };
}

const mountPaths = ({ volumes = [] }: ContainerDescription): string[] =>
  volumes.map(({ path }) => normalized(path));

const filePaths = ({ files = {} }: ContainerDescription): string[] => Object.keys(files).map(normalized);

/** Volumes that are part of another platform, which may be removed without this one. */
const foreignVolumes = ({ volumes = [], platform }: ContainerFacts): string[] =>
  ofPlatform(volumes)
    .map(({ volume }) => volume)
    .filter((volume) => volume.node.scopes.some((each) => each !== platform && 'runService' in each))
    .map((volume) => `${formatValue(volume.volumeName)} of ${volume.node.scope?.node.path}`);

const ofKubernetes = ({ secretFiles = {}, platform }: ContainerFacts): string[] =>
  platform.isKubernetes === true
    ? []
    : Object.keys(secretFiles).filter((path) => secretFiles[path]?.type === 'secret');

/** Files where something else must be, or be above it. */
function filesInTheWay(container: ContainerDescription): string[] {
  const folders = [...mountPaths(container), ...(container.writablePaths ?? []).map(normalized)];
  const files = filePaths(container);
  return files.filter(
    (file) =>
      folders.some((other) => `${other}/`.startsWith(`${file}/`)) ||
      files.some((other) => other.startsWith(`${file}/`)),
  );
}

/** What the Engine itself puts into every container, over whatever is there. */
const ENGINES = /^\/(proc|sys|dev)(\/|$)|^\/etc\/(hosts|hostname|resolv\.conf)$/;
const inProc = (container: ContainerDescription): string[] =>
  [...mountPaths(container), ...(container.writablePaths ?? []).map(normalized)].filter((path) =>
    /^\/proc(\/|$)/.test(path),
  );

export const CONTAINER_RULES: readonly Rule<ContainerFacts>[] = [
  {
    requires: 'The container, prefix and all, has a name that the Engine takes.',
    fails: ({ containerName }) => !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(containerName),
    message: ({ containerName }) =>
      `the container's name must match [a-zA-Z0-9][a-zA-Z0-9_.-]+, got ${formatValue(containerName)}; take another serviceName or containerPrefix.`,
    source: 'github.com/moby/moby names.RestrictedNameChars',
  },
  {
    requires: 'No two volumes are at the same path of a container.',
    fails: (facts) => repeated(mountPaths(facts)).length > 0,
    message: (facts) =>
      `volumes must be at different paths, got more than one at ${repeated(mountPaths(facts)).map(formatValue).join(', ')}; give each its own.`,
    source: 'github.com/moby/moby daemon.registerMountPoints',
  },
  {
    requires: 'A volume is of the platform that runs what it is for.',
    fails: (facts) => foreignVolumes(facts).length > 0,
    message: (facts) =>
      `volumes must be of ${facts.platform.node.path}, which runs it; got ${foreignVolumes(facts).join(', ')}, take platform.volume of that one.`,
    source: 'policy',
  },
  {
    requires: 'On an Engine no secret file is of a Secret of Kubernetes.',
    fails: (facts) => ofKubernetes(facts).length > 0,
    message: (facts) =>
      `secretFiles: ${ofKubernetes(facts).map(formatValue).join(', ')} must not be SecretFile.fromSecret(…), which a KubernetesPlatform alone has; take SecretFile.fromHost('/folder/file').`,
    source: 'policy',
  },
  {
    requires:
      'A file is not where a folder must be: a volume, a writable path or the folder of another file.',
    fails: (facts) => filesInTheWay(facts).length > 0,
    message: (facts) =>
      `files must not be where volumes, writablePaths or the folders of other files are, got ${filesInTheWay(facts).map(formatValue).join(', ')}; give them other paths.`,
    source: RUN,
  },
  {
    requires: 'Each file has one content, however its path is written.',
    fails: (facts) => repeated(filePaths(facts)).length > 0,
    message: (facts) =>
      `files must have different paths, got more than one for ${repeated(filePaths(facts)).map(formatValue).join(', ')}; leave one out.`,
    source: 'policy',
  },
  {
    requires: 'No file is where the Engine mounts something of its own, and hides it.',
    fails: (facts) => filePaths(facts).some((path) => ENGINES.test(path)),
    message: (facts) =>
      `files must not be in /proc, /sys or /dev, nor /etc/hosts, /etc/hostname or /etc/resolv.conf, which the Engine mounts itself; got ` +
      `${filePaths(facts)
        .filter((path) => ENGINES.test(path))
        .map(formatValue)
        .join(', ')}, give them other paths.`,
    source: RUN,
  },
  {
    requires: 'Nothing is mounted in /proc.',
    fails: (facts) => inProc(facts).length > 0,
    message: (facts) =>
      `volumes and writablePaths must not be in /proc, got ${inProc(facts).map(formatValue).join(', ')}; give them other paths.`,
    source: 'github.com/opencontainers/runc checkProcMount',
  },
  SECRET_FILES_RULE,
  ...LOOSENED,
];
