import type { IConstruct } from 'constructs';
import { normalized } from './in-container';
import { LABEL, SECRET_LABEL } from './labels';
import type { ContainerDescription, IPlatform } from './platform';
import { isRefused, reportProblem, type TreeRule } from './validation';

/** What a service or a task says of its container, with what its image asks for. */
export function withNeedsOfImage<Description extends ContainerDescription>(
  scope: IConstruct,
  platform: IPlatform,
  description: Description,
): Description {
  const { image, serviceName, volumes = [], writablePaths = [], dangerouslyAs } = description;
  const user = dangerouslyAs === undefined ? (description.user ?? image.user) : description.user;
  // A wrong user was refused already.
  if (user === undefined && dangerouslyAs === undefined && !isRefused(scope))
    reportProblem(scope, USER_SAID, NO_USER);
  const mounted = volumes.map(({ path }) => normalized(path));
  const declared = Object.entries(image.declaredVolumes)
    .filter(([, path]) => !mounted.includes(normalized(path)))
    .map(([name, path]) => ({ volume: platform.volume(`${serviceName}-${name}`), path }));
  return {
    ...description,
    user,
    volumes: [...volumes, ...declared],
    writablePaths: [...image.writablePaths, ...writablePaths],
  };
}

/** Says whose the files of certificates and copied secrets must be, where its labels say that there are some. */
export function ownerLabel({ image, user, labels = {} }: ContainerDescription): Record<string, string> {
  const isCopied = Object.keys(labels).some((name) => name.startsWith(SECRET_LABEL));
  if (!(isCopied || LABEL.certificateNames in labels || LABEL.user in labels)) return {};
  const uid = /^\d+(?=:|$)/.exec(user ?? '')?.[0] ?? (user === image.user ? image.uid : undefined);
  return uid === undefined ? {} : { [LABEL.userId]: String(uid) };
}

const NO_USER =
  "user must be given, because nothing runs as root and its image names none; name one here, or for all of its containers in ContainerImage.of(…, { user: '1000' }); or say that it may, with dangerouslyAs.";
const USER_SAID: TreeRule = {
  requires: 'Of whatever runs, it or its image says as whom.',
  source: 'policy',
};
export const IMAGE_NEEDS_TREE_RULES: readonly TreeRule[] = [USER_SAID];
