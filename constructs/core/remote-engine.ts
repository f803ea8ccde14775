import { Container, type ContainerMounts } from '@cdktf/provider-docker/lib/container';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { TerraformStack, Token } from 'cdktf';
import { toProblem, type TreeProblems, type TreeRule } from './validation';

const FILES_OF_THE_HOST: TreeRule = {
  requires: "Files of this machine are mounted where the stack's Docker provider has its Engine on it.",
  source: 'https://docs.docker.com/engine/storage/bind-mounts/',
};
export const REMOTE_ENGINE_TREE_RULES: readonly TreeRule[] = [FILES_OF_THE_HOST];

/** Only known when the program's owner has made all providers. */
export const filesOnRemoteEngines: TreeProblems = (_, all) =>
  all
    .filter((each): each is Container => each instanceof Container)
    .flatMap((container) => {
      const host = remoteHost(TerraformStack.of(container));
      const mounts = container.mountsInput as readonly ContainerMounts[] | undefined;
      const files = (mounts ?? []).filter(({ type }) => type === 'bind').map(({ target }) => target);
      if (host === undefined || files.length === 0) return [];
      const sentence = `secretFiles: ${files.join(', ')} must not be of this machine, for the Engine is at ${host}; give the DockerPlatform copiesSecretFiles: true, and cdktf-streaming up copies it there.`;
      return [toProblem(container.node.scope ?? container, FILES_OF_THE_HOST, sentence)];
    });

function remoteHost({ node }: TerraformStack): string | undefined {
  const provider = node.children.find((child): child is DockerProvider => child instanceof DockerProvider);
  const host = provider?.host;
  if (host === undefined || Token.isUnresolved(host)) return undefined;
  // Without the user, who is none of a message's business.
  const [, name] = /^(?:ssh|tcp|https?):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(host) ?? [];
  return name === undefined || /^(localhost|127\..*|\[::1\])$/.test(name) ? undefined : name;
}
