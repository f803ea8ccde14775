import { posix } from 'node:path';
import { Fn, Op, ref, Token, type IResolvable } from 'cdktf';
import { check, record, valueObject } from './checks';
import { problemOf, type Check } from './properties';
import { formatValue } from './format-value';
import type { Rule } from './validation';

/**
 * A file that a container's program reads and nobody else: its content is in no program, plan, state or environment. It
 * must be readable for the user of the container, whose number on the host is the same: `chown 1000`, and `chmod 400`.
 * @see https://docs.docker.com/engine/storage/bind-mounts/
 */
export class SecretFile {
  /**
   * A file of the machine on which the Engine runs, which is this one unless the Engine is remote: then give the
   * {@link DockerPlatform} `copiesSecretFiles`. What is changed in it
   * is read when the program reads it again; a file that was put in its place is seen once the container is restarted.
   * @param path absolute; a variable's `stringValue`, where it differs from machine to machine
   */
  public static fromHost(path: string): SecretFile {
    return new SecretFile('bind', path, HOST_PATH.problem(path));
  }

  /**
   * A file in a volume of the Engine that exists, for an Engine on another machine. In the volume it has the name that it
   * has in the container; the volume is what the container sees in that folder, to read only.
   * @param volumeName as `docker volume ls` shows it
   */
  public static fromVolume(volumeName: string): SecretFile {
    return new SecretFile('volume', volumeName, VOLUME_NAME.problem(volumeName));
  }

  /**
   * A value of a Secret of Kubernetes that exists in the platform's namespace, such as one that Strimzi made.
   * @param secretName as `kubectl get secrets` shows it
   * @param key of the value in it. @default - the name of the file in the container
   */
  public static fromSecret(secretName: string, key?: string): SecretFile {
    const problem = OBJECT_NAME.problem(secretName) ?? (key === undefined ? undefined : KEY.problem(key));
    return new SecretFile('secret', secretName, problem, undefined, key);
  }

  /** Why it cannot be. */
  public readonly problem?: string;

  private constructor(
    /** As it is mounted: a file of the host, a volume of the Engine, or a value of a Secret of Kubernetes. */
    public readonly type: 'bind' | 'volume' | 'secret',
    /** The path on the host, or the name of the volume or Secret. */
    public readonly source: string,
    problem: string | undefined,
    /** The name of a line `<name>=<secret>` without which nobody could log in. @internal */
    public readonly line?: string,
    /** Of a value in a Secret. @internal */
    public readonly key?: string,
  ) {
    this.problem = problem && `is a SecretFile whose ${PARAMETERS[type]} ${problem}`;
  }

  /** The same file, which must have a line of that name, for programs that are not particular about it. @internal */
  public withLine(name: string): SecretFile {
    return new SecretFile(this.type, this.source, undefined, name, this.key);
  }

  /** What stands in a line of it, read by Terraform, which keeps it to itself. @internal */
  public textOf(name: string): string {
    const content = Token.asString(Fn.sensitive(Fn.file(this.source)));
    return Token.asString(Fn.one(Fn.regex(`(?m)^${name}=(.+?)[[:cntrl:]]*$`, content)));
  }
}

/** Secret files by their absolute path in the container. */
export type SecretFiles = Readonly<Record<string, SecretFile>>;

const MOUNTS = 'https://docs.docker.com/engine/storage/bind-mounts/';
const ABSOLUTE = /^\/(?!.*(^|\/)\.{1,2}(\/|$))([^/:,\0${}%]+\/)*[^/:,\0${}%]+$/;
const HOST_PATH = check(
  MOUNTS,
  "the absolute path of a file on the Engine's machine, such as path.resolve('secrets/db.properties')",
  (path) => typeof path === 'string' && (Token.isUnresolved(path) || ABSOLUTE.test(path)),
);
const VOLUME_NAME = check(
  'github.com/moby/moby names.RestrictedNameChars',
  'the name of a volume, 2 or more of a-z, A-Z, 0-9, _, . and -',
  (name) => typeof name === 'string' && /^[a-zA-Z0-9][\w.-]+$/.test(name),
);
const OBJECTS = 'https://kubernetes.io/docs/concepts/configuration/secret/';
const OBJECT_NAME = check(
  OBJECTS,
  "the name of a Secret, 1 to 253 of a-z, 0-9, '-' and '.'",
  (name) => typeof name === 'string' && /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name),
);
const KEY = check(
  OBJECTS,
  "of a key of a-z, A-Z, 0-9, '-', '_' and '.'",
  (key) => typeof key === 'string' && /^(?!\.{1,2}$)[\w.-]{1,253}$/.test(key),
);
const PARAMETERS = { bind: 'path', volume: 'volumeName', secret: 'secretName' } as const;
const A_FILE = valueObject(
  "a SecretFile, such as SecretFile.fromHost('/folder/db.properties')",
  'type',
  'source',
);
export const SECRET_FILE: Check = {
  ...A_FILE,
  // Its messages show no value: somebody may have given the secret itself.
  problem: (file) =>
    A_FILE.problem(file) &&
    ((file as { readonly problem?: string } | null)?.problem ?? `must be ${A_FILE.allowed}`),
};
/** What was checked as text, or a secret, may be a file instead. */
export const orFile = (other: Check): Check => ({
  source: other.source,
  allowed: `${other.allowed}; or a SecretFile`,
  judgesTokens: true,
  problem: (value) => problemOf(value instanceof SecretFile ? SECRET_FILE : other, value),
});
const FILES = record(
  MOUNTS,
  'absolute paths of files, in a folder of their own such as /run/secrets',
  /^\/(?!(proc|sys|dev)\/)([^/:,\0${}%]+\/)+[^/:,\0${}%]+$/,
  SECRET_FILE,
);
export const SECRET_FILES: Check = {
  ...FILES,
  problem: (files) => (typeof files === 'object' ? FILES.problem(files) : `must be ${FILES.allowed}`),
};

/** A file as an Engine mounts it. */
interface Mount {
  readonly type: 'bind' | 'volume';
  readonly source: string;
  readonly target: string;
  readonly readOnly: true;
}

/**
 * How the Engine brings them: a file of the host is mounted itself, and of a volume its folder.
 * @param copies whether files of the host are in volumes as well, which the platform knows
 */
export function secretMounts(files: SecretFiles = {}, copies = false): Mount[] {
  const mounts = Object.entries(files).flatMap(([path, { type, source }]): Mount[] => {
    if (type === 'secret' || (copies && type === 'bind')) return [];
    return [{ type, source, target: type === 'bind' ? path : posix.dirname(path), readOnly: true }];
  });
  return [...new Map(mounts.map((mount) => [`${mount.source} ${mount.target}`, mount])).values()];
}

/** What Terraform asks of each file of the host before it makes a container: the Engine's own message says no cure. */
export function secretsExist(files: SecretFiles = {}): { condition: IResolvable; errorMessage: string }[] {
  return Object.entries(files)
    .filter(([, { type }]) => type === 'bind')
    .map(([path, { source, line }]) => ({
      // Terraform takes no condition that refers to nothing of the program.
      condition: Op.and(
        Op.gte(Fn.lengthOf(ref('path.root')), 1),
        line === undefined ? Fn.fileexists(source) : hasLine(source, line),
      ),
      errorMessage: `secretFiles: there is no file ${source} for ${path}${line === undefined ? '' : `, or it has no line ${line}=…, of letters, digits and . _ ~ - alone`}. Make it, readable for the container's user; for an Engine on another machine give the DockerPlatform copiesSecretFiles: true.`,
    }));
}

/** Characters that mean themselves to whoever reads such a file. */
const hasLine = (source: string, line: string): IResolvable =>
  Fn.can(Fn.regex(`(?m)^${line}=[0-9A-Za-z_.~-]+$`, Fn.file(source)));

interface Paths {
  readonly secretFiles?: SecretFiles;
  readonly files?: Readonly<Record<string, string>>;
  readonly writablePaths?: readonly string[];
  readonly volumes?: readonly { readonly path: string }[];
}

/** Where the Engine would mount two things, or one below a folder in which it may make nothing. */
function clashes({ secretFiles, files = {}, writablePaths = [], volumes = [] }: Paths): string[] {
  const mounts = secretMounts(secretFiles);
  const others = [...Object.keys(files), ...writablePaths, ...volumes.map(({ path }) => path)];
  return mounts
    .filter(({ type, target }, index) => {
      const isIn = (path: string): boolean => path === target || path.startsWith(`${target}/`);
      const further = mounts.filter((_, at) => at !== index).map((mount) => mount.target);
      return type === 'volume'
        ? [...others, ...further].some(isIn)
        : [...others, ...further].includes(target);
    })
    .map(({ target }) => target);
}

export const SECRET_FILES_RULE: Rule<Paths> = {
  requires: 'Where a secret file is, or the folder of one from a volume, is nothing else.',
  fails: (facts) => clashes(facts).length > 0,
  message: (facts) =>
    `secretFiles must be where nothing else is, in volumes, files, writablePaths or a secret file of another volume; got ${clashes(facts).map(formatValue).join(', ')}, take another folder such as /run/secrets.`,
  source: MOUNTS,
};
