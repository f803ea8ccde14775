import type { ContainerDescription } from './platform';
import { formatValue } from './format-value';
import { HostPath } from './host-path';
import type { Rule } from './validation';

const RUN = 'https://docs.docker.com/reference/cli/docker/container/run/';

const twiceSaid = ({ environment = {}, dangerouslyVisible = {} }: ContainerDescription): string[] =>
  Object.keys(dangerouslyVisible).filter((name) => name in environment);
const mountsEngine = ({ volumes = [] }: ContainerDescription): boolean =>
  volumes.some(({ volume }) => volume instanceof HostPath && volume.isEngine);

/** What loosens a container's hardening is said by name, and said again at every synth. */
export const LOOSENED: readonly Rule<ContainerDescription>[] = [
  {
    requires: 'What runs dangerouslyAs somebody names no other user.',
    fails: ({ user, dangerouslyAs }) => dangerouslyAs !== undefined && user !== undefined,
    message: ({ user }) =>
      `user must be left out beside dangerouslyAs, got ${formatValue(user)}; leave one of them out.`,
    source: 'policy',
  },
  {
    requires: 'Nothing runs as root, or as whom the image says.',
    severity: 'warning',
    fails: ({ dangerouslyAs }) => dangerouslyAs !== undefined,
    message: ({ dangerouslyAs, image }) =>
      `dangerouslyAs is ${formatValue(dangerouslyAs)}: ${dangerouslyAs === 'root' ? 'it is root' : `whom ${image.reference} names may be root`} in its container, with capabilities; give user the name or number of whom the image can do with, where there is one.`,
    source: `${RUN}#cap-add`,
  },
  {
    requires: 'A variable is given once: as text, or as a secret.',
    fails: (container) => twiceSaid(container).length > 0,
    message: (container) =>
      `dangerouslyVisible must have no variable that environment has, got ${twiceSaid(container).join(', ')}; leave one out.`,
    source: 'policy',
  },
  {
    requires: 'No secret is in the environment of a container.',
    severity: 'warning',
    fails: ({ dangerouslyVisible = {} }) => Object.keys(dangerouslyVisible).length > 0,
    message: ({ dangerouslyVisible = {} }) =>
      `dangerouslyVisible: ${Object.keys(dangerouslyVisible).join(', ')} can be read in Terraform's state and in docker inspect; where the program takes a file instead, give secretFiles.`,
    source: 'policy',
  },
  {
    requires: 'What runs is pinned.',
    severity: 'warning',
    fails: ({ image }) => image.problem === undefined && image.isUnpinned,
    message: ({ image }) =>
      `the image ${image.reference} is not pinned: what runs is what the Engine has under that name, tomorrow perhaps another; give it the tag of a version.`,
    source: 'policy',
  },
  {
    requires: "The Engine's socket is in no container.",
    severity: 'warning',
    fails: mountsEngine,
    message: () =>
      "volumes has the Engine's socket: whoever is in the container is root on the machine; leave it out where it can do without.",
    source: 'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  },
];
