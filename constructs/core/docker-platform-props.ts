import { allOf, check, listOf, object, record, text, TRUE_OR_FALSE, wholeNumber } from './checks';
import { SERVICE_NAME, SERVICE_NAME_PATTERN } from './container-description';
import type { UniqueName } from './unique-name';
import { IMAGE_CATALOGUE_PROPERTIES } from './image-catalogue';
import type { ImageCatalogue } from './platform';
import { required, type Properties } from './properties';
import type { TreeRule } from './validation';

export interface DockerPlatformProps {
  /** One image per product. @default Images.public() */
  readonly images?: ImageCatalogue;
  /**
   * Tells two platforms on one Engine apart: the name of the network and the prefix of the volumes.
   * 2 to 32 of a-z, 0-9 and '-', beginning with a letter or digit; none of the Engine's own networks, such as `bridge`.
   * @default 'streaming'
   */
  readonly platformName?: string;
  /**
   * The name of a network that exists already, such as that of a compose file, `<project>_default`: services join it, and
   * those in it reach them by name. A deploy fails early if it is not there.
   * @default - a network of its own, with the platform's name
   */
  readonly existingNetwork?: string;
  /**
   * Further names by which a service is found in the network, by its own name: what others call the broker `kafka1`, say.
   * Up to 63 of a-z, A-Z, 0-9, '_', '.' and '-' each, and none the name of another service.
   * @default - none
   */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /**
   * Volumes that the Engine has already, by the name that the platform knows a volume by: `{ 'kafka1-data': 'shop_kafka' }`
   * lets the broker `kafka1` go on with what is in the volume `shop_kafka`. They are nobody's to remove: `down --volumes`
   * leaves them.
   * @default - none
   */
  readonly existingVolumes?: Readonly<Record<string, string>>;
  /**
   * Put before the name of every container: empty, or up to 64 of `[a-zA-Z0-9_.-]`, beginning with a letter or digit.
   * @default - the platform's name and '-'; nothing on the platform `streaming`, where the broker `kafka1` is the container `kafka1`
   */
  readonly containerPrefix?: string;
  /** Added to every port on the host. 0 to 50000. @default 0 */
  readonly portOffset?: number;
  /**
   * How many times as long everything may take, for slow machines: a deploy's waiting for services, their start-up time
   * and each of their health checks. A whole number from 1 to 10. @default 1
   */
  readonly patience?: number;
  /**
   * Whether files of {@link SecretFile.fromHost} are of the machine that deploys, and the Engine is on another one, such as
   * `DOCKER_HOST=ssh://…`. `cdktf-streaming up` then copies them there, before any container starts and at each deploy: over
   * the Engine's own interface into volumes, each of one container alone. In the container nothing else is in their folders.
   * @default false
   */
  readonly copiesSecretFiles?: boolean;
}

const NAMES = 'github.com/moby/moby names.RestrictedNameChars';
/** Networks that every Engine has, or one in a swarm. */
const ENGINES = ['bridge', 'host', 'none', 'default', 'ingress'];

const VOLUME_NAMES = "1 to 200 of a-z, A-Z, 0-9, '_', '.' and '-'";
export const VOLUME_PROPERTIES: Properties<{ name: string }> = {
  name: required(text(NAMES, VOLUME_NAMES, /^[a-zA-Z0-9_.-]{1,200}$/)),
};

export const DOCKER_PLATFORM_PROPERTIES: Properties<DockerPlatformProps> = {
  images: object(IMAGE_CATALOGUE_PROPERTIES),
  platformName: allOf(
    text(NAMES, "2 to 32 of a-z, 0-9 and '-', beginning with a letter or digit", /^[a-z0-9][a-z0-9-]{1,31}$/),
    check(
      'github.com/moby/moby runconfig.IsPreDefinedNetwork',
      `none of the Engine's own networks, ${ENGINES.join(', ')}`,
      (name) => !ENGINES.includes(name as string),
    ),
  ),
  existingNetwork: text(
    'https://docs.docker.com/engine/network/drivers/bridge/#differences-between-user-defined-bridges-and-the-default-bridge',
    "the name of a network, and not 'bridge', 'host', 'none' or 'default', in which no service is found by its name",
    /^(?!(bridge|host|none|default)$)[a-zA-Z0-9][a-zA-Z0-9_.-]*$/,
  ),
  containerPrefix: text(
    NAMES,
    "empty, or up to 64 of a-z, A-Z, 0-9, '_', '.' and '-', beginning with a letter or digit",
    /^([a-zA-Z0-9][a-zA-Z0-9_.-]{0,63})?$/,
  ),
  aliases: record(
    'https://docs.docker.com/reference/cli/docker/network/connect/#alias',
    SERVICE_NAME.allowed,
    SERVICE_NAME_PATTERN,
    listOf(
      text(
        'RFC 1123; policy',
        "1 to 63 of a-z, A-Z, 0-9, '_', '.' and '-', and not 'localhost'",
        /^(?!localhost$)[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,62}$/,
      ),
    ),
  ),
  existingVolumes: record(
    NAMES,
    VOLUME_NAMES,
    /^[a-zA-Z0-9_.-]{1,200}$/,
    text(NAMES, "the name of a volume, 2 or more of a-z, A-Z, 0-9, '_', '.' and '-'", /^[a-zA-Z0-9][\w.-]+$/),
  ),
  portOffset: wholeNumber('policy', 0, 50_000),
  patience: wholeNumber('policy', 1, 10),
  copiesSecretFiles: TRUE_OR_FALSE,
};

const PLATFORM_OF_ITS_OWN = 'one of their platforms another containerPrefix and portOffset';

export const PLATFORM_NAME: UniqueName = {
  kind: 'platform name',
  requires: 'Platforms on one Engine have different names, or they share network and volumes.',
  source: 'policy',
};
export const CONTAINER_NAME: UniqueName = {
  kind: 'container name',
  requires: 'Containers on one Engine have different names; so have services in one network.',
  source: 'https://docs.docker.com/reference/cli/docker/container/run/#name',
  cure: 'give one of them another serviceName or namePrefix',
  else: PLATFORM_OF_ITS_OWN,
};
export const NAME_IN_NETWORK: UniqueName = {
  kind: 'name in an existing network',
  requires: 'Services of platforms that join one network have different names.',
  source: 'https://docs.docker.com/engine/network/#user-defined-networks',
  cure: 'give one of them another serviceName, or let one of their platforms have a network of its own',
};
export const VOLUME_NAME: UniqueName = {
  kind: 'volume name',
  requires: 'Volumes of different platforms on one Engine have different names, or they are one.',
  source: 'https://docs.docker.com/reference/cli/docker/volume/create/#name',
  cure: 'give one of them another name, or one of their platforms another platformName',
};
export const FOREIGN_NETWORK: TreeRule = {
  requires: 'A network that a platform joins is made by none of the same program.',
  source: 'https://registry.terraform.io/providers/kreuzwerker/docker/latest/docs/data-sources/network',
};
export const KNOWN_NAMES: TreeRule = {
  requires: 'Aliases, and existing volumes, are of services and volumes that are on the platform.',
  source: 'policy',
};
export const HOST_NAME: TreeRule = {
  requires: "In one network no service has the name of another one's container.",
  source: 'https://docs.docker.com/engine/network/#dns-services',
};
export const HOST_PORT: UniqueName = {
  kind: 'host port',
  requires: 'A host port is published once on one Engine, also across stacks and platforms.',
  source: 'https://docs.docker.com/engine/network/#published-ports',
  cure: 'give one of them another hostPort',
  else: PLATFORM_OF_ITS_OWN,
};

export const DOCKER_PLATFORM_TREE_RULES: readonly TreeRule[] = [
  PLATFORM_NAME,
  CONTAINER_NAME,
  NAME_IN_NETWORK,
  VOLUME_NAME,
  FOREIGN_NETWORK,
  KNOWN_NAMES,
  HOST_NAME,
  HOST_PORT,
];
