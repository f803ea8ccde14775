import { posix } from 'node:path';
import { ofPlatform } from '../core/mounts';
import { normalized } from '../core/in-container';
import type { ContainerDescription } from '../core/platform';
import type { SecretFiles } from '../core/secret-file';
import { without } from '../core/without';
import { HARDENED_CONTAINER, HARDENED_POD } from './hardening';
import { digest } from './object-name';
import { resourcesOf } from './quantities';
import { reaching } from './reach-labels';
import { secretVolumes, volumeOf } from './secret-volumes';

/** By which a workload and its service are found. */
const NAME = 'app.kubernetes.io/name';

/** One container in a pod of its own, and what it was told later. */
export class Workload {
  private further: SecretFiles = {};
  private labels: Readonly<Record<string, string>> = {};

  public constructor(
    public readonly namespace: string,
    private readonly description: ContainerDescription,
    /** The names of what it works with. */
    private readonly reached: () => readonly string[],
  ) {}

  public get name(): string {
    return this.description.serviceName;
  }

  public add(files: SecretFiles, labels: Readonly<Record<string, string>>): void {
    this.further = { ...this.further, ...files };
    this.labels = { ...this.labels, ...labels };
  }

  /** What its pods are found by. */
  public get selector(): Readonly<Record<string, string>> {
    return { [NAME]: this.name };
  }

  /** What every object of it has. @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
  public get commonLabels(): Readonly<Record<string, string>> {
    return {
      ...this.selector,
      'app.kubernetes.io/part-of': this.namespace,
      'app.kubernetes.io/managed-by': 'cdktf-streaming',
    };
  }

  /** What commands know it by, as an Engine's labels are elsewhere; values of labels could not have it all. */
  public get annotations(): Readonly<Record<string, string>> {
    return { ...this.description.labels, ...this.labels };
  }

  /** Its files as a ConfigMap has them, each by its name: by more of its path where another one has that. */
  public get configs(): readonly { readonly key: string; readonly path: string; readonly content: string }[] {
    const files = Object.entries(this.description.files ?? {});
    const names = files.map(([path]) => posix.basename(path));
    return files.map(([path, content], index) => {
      const name = names[index] as string;
      const key = name.replace(/[^\w.-]+/g, '-');
      const isOwn = key === name && names.indexOf(name) === names.lastIndexOf(name);
      return { key: isOwn ? key : `${key}-${digest(path)}`, path: normalized(path), content };
    });
  }

  /** @param container what its kind adds to the container @param pod what its kind adds to the pod */
  public template(container: object, pod: object): object {
    return {
      metadata: this.podMetadata,
      spec: {
        ...pod,
        securityContext: { ...HARDENED_POD, ...this.owner },
        enableServiceLinks: false,
        automountServiceAccountToken: false,
        containers: [{ ...this.container, ...container }],
        volumes: this.podVolumes,
      },
    };
  }

  /** The same for pods that Spark makes, whose container, image and resources are its own. */
  public sparkTemplate(container: object): object {
    const { env, securityContext, volumeMounts } = this.container;
    return {
      metadata: this.podMetadata,
      spec: {
        securityContext: { ...HARDENED_POD, ...this.owner },
        containers: [{ env, securityContext, volumeMounts, ...container }],
        volumes: this.podVolumes,
      },
    };
  }

  private get podMetadata(): object {
    return {
      labels: { ...this.commonLabels, ...reaching(this.reached()) },
      // A pod reads files of a ConfigMap once: what else is in them makes another.
      ...(this.configs.length > 0 && {
        annotations: { 'cdktf-streaming.files': digest(JSON.stringify(this.configs)) },
      }),
    };
  }

  public get image(): string {
    return this.description.image.reference;
  }

  private get podVolumes(): readonly object[] | undefined {
    return someOrNone(this.volumes.map((volume) => without(volume, ['mounts'])));
  }

  private get container(): Container {
    const { image, entrypoint, command, environment = {}, memory, cpus } = this.description;
    return {
      name: this.name,
      image: image.reference,
      ...(entrypoint && { command: [...entrypoint] }),
      args: command && [...command],
      env: someOrNone(
        Object.entries(environment)
          .map(([name, value]) => ({ name, value: unexpanded(value) }))
          .sort((one, other) => (one.name < other.name ? -1 : 1)),
      ),
      resources: resourcesOf(memory, cpus),
      securityContext: { ...HARDENED_CONTAINER, readOnlyRootFilesystem: image.readOnlyRoot },
      volumeMounts: someOrNone(
        this.volumes.flatMap(({ name, mounts }) => mounts.map((each) => ({ name, ...each }))),
      ),
    };
  }

  /** By number, because Kubernetes does not look into the image for who a name is. */
  private get owner(): object {
    const { user, group } = numbersOf(this.description);
    return user === undefined
      ? {}
      : { runAsUser: user, ...(group !== undefined && { runAsGroup: group }), fsGroup: group ?? user };
  }

  private get volumes(): readonly Mounted[] {
    const { volumes = [], image, writablePaths = [] } = this.description;
    const claims = ofPlatform(volumes).map(({ volume: { volumeName }, path, readOnly }) => ({
      name: volumeName,
      persistentVolumeClaim: { claimName: volumeName },
      mounts: [{ mountPath: normalized(path), ...(readOnly === true && { readOnly }) }],
    }));
    const taken = claims.flatMap(({ mounts }) => mounts.map(({ mountPath }) => mountPath));
    // In an image whose root may be written, they would hide what it has there.
    const written = image.readOnlyRoot ? ['/tmp', ...writablePaths].map(normalized) : [];
    return [
      ...byName(claims),
      ...[...new Set(written)]
        .filter((path) => !taken.includes(path))
        .map((mountPath) => ({
          name: volumeOf('writable', mountPath),
          emptyDir: {},
          mounts: [{ mountPath }],
        })),
      ...this.fileVolumes(),
      ...secretVolumes({ ...this.description.secretFiles, ...this.further }),
    ];
  }

  private fileVolumes(): readonly Mounted[] {
    if (this.configs.length === 0) return [];
    const mounts = this.configs.map(({ key, path }) => ({ mountPath: path, subPath: key, readOnly: true }));
    return [{ name: 'files', configMap: { name: `${this.name}-files` }, mounts }];
  }
}

/** What is said of the one container of a pod. */
interface Container {
  readonly env: readonly object[] | undefined;
  readonly securityContext: object;
  readonly volumeMounts: readonly object[] | undefined;
  readonly [field: string]: unknown;
}

/** A volume of a pod, and where its container sees it. */
interface Mounted {
  readonly [kind: string]: unknown;
  readonly name: string;
  readonly mounts: readonly {
    readonly mountPath: string;
    readonly subPath?: string;
    readonly readOnly?: boolean;
  }[];
}

/** One claim that is mounted twice is one volume. */
function byName(all: readonly Mounted[]): readonly Mounted[] {
  const names = [...new Set(all.map(({ name }) => name))];
  return names.map((name) => {
    const same = all.filter((each) => each.name === name);
    return { ...same[0], name, mounts: same.flatMap(({ mounts }) => mounts) };
  });
}

const someOrNone = <Each>(all: readonly Each[]): readonly Each[] | undefined =>
  all.length > 0 ? all : undefined;

/** Kubernetes puts other variables in for `$(NAME)`, unless the dollar is doubled. */
const unexpanded = (value: string): string => value.replaceAll('$(', '$$$$(');

/** Of the user and its group; undefined where nobody said a number. */
export function numbersOf({ user, image }: ContainerDescription): {
  readonly user?: number;
  readonly group?: number;
} {
  const [, own, group] = /^(\d+)(?::(\d+))?$/.exec(user ?? '') ?? [];
  if (own !== undefined) return { user: Number(own), group: group === undefined ? undefined : Number(group) };
  return user === image.user ? { user: image.uid } : {};
}
