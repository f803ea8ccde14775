import { posix } from 'node:path';
import { Fn, Op } from 'cdktf';
import { check, text } from './checks';
import type { Check } from './properties';

const RUN = 'https://docs.docker.com/reference/cli/docker/container/run/';

/** An absolute path as a mount takes it. */
export const ABSOLUTE_PATH = /^\/[^:,\0]*$/;

/** As the Engine writes a path: without '.', '..', doubled slashes and one at the end. */
export const normalized = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '');

/** A folder of a container. */
export const FOLDER = check(
  RUN,
  "an absolute path without ':' and ',', and not the root",
  (path) => typeof path === 'string' && ABSOLUTE_PATH.test(path) && normalized(path) !== '/',
);

/** Whom a container runs as. */
export const USER: Check = {
  ...text('policy', 'a user by name or number, and not root', /^(?!(root|0+)?(:|$))[\w.-]+(:[\w.-]+)?$/),
  condition: (user) =>
    Op.and(
      Fn.can(Fn.regex('^[0-9A-Za-z_.-]+(:[0-9A-Za-z_.-]+)?$', String(user))),
      Op.not(Fn.can(Fn.regex('^(root|0+)(:|$)', String(user)))),
    ),
};
