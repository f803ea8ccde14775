import { Token } from 'cdktf';
import { check } from './checks';
import { problemOf } from './properties';
import { ABSOLUTE_PATH } from './in-container';

/**
 * A folder or file of the machine on which the Engine runs, mounted as it is: what changes there changes in the container,
 * and what the container writes is there. It must be readable for the container's user. A folder that is not there is made,
 * and is root's.
 * @see https://docs.docker.com/engine/storage/bind-mounts/
 */
export class HostPath {
  /** @param path absolute, such as `path.resolve('dags')`; a variable's `stringValue`, where it differs from machine to machine */
  public static of(path: string): HostPath {
    const problem = problemOf(HOST_PATH, path);
    return new HostPath(path, problem && `is a HostPath whose path ${problem}`);
  }

  private constructor(
    /** On the Engine's machine. */
    public readonly path: string,
    /** Why it cannot be mounted. */
    public readonly problem?: string,
  ) {}

  /** Whether whoever is in the container can do everything on the machine. @internal */
  public get isEngine(): boolean {
    return /(^|\/)docker\.sock$/.test(this.path);
  }
}

const HOST_PATH = {
  ...check(
    'https://docs.docker.com/engine/storage/bind-mounts/',
    "the absolute path of a folder or file on the Engine's machine, without ':' and ',', such as path.resolve('dags')",
    (path) => typeof path === 'string' && (Token.isUnresolved(path) || ABSOLUTE_PATH.test(path)),
  ),
  judgesTokens: true as const,
};
