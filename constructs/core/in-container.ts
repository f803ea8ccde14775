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

const BY_NAME = text(
  'policy',
  'a user by name or number, and not root',
  /^(?!(root|0+)?(:|$))[\w.-]+(:[\w.-]+)?$/,
);
/** The greatest number of a user or a group that the Engine takes. */
export const MOST_USERS = 2 ** 31 - 1;

/** Whom a container runs as. */
export const USER: Check = {
  ...BY_NAME,
  problem: (user) =>
    BY_NAME.problem(user) ??
    check('github.com/moby/sys/user GetExecUser', `of numbers up to ${MOST_USERS}`, (given) =>
      String(given)
        .split(':')
        .every((part) => !/^\d+$/.test(part) || Number(part) <= MOST_USERS),
    ).problem(user),
  condition: (user) =>
    Op.and(
      Fn.can(Fn.regex('^[0-9A-Za-z_.-]+(:[0-9A-Za-z_.-]+)?$', String(user))),
      Op.not(Fn.can(Fn.regex('^(root|0+)(:|$)', String(user)))),
    ),
};
