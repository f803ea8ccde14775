import { isResolved } from './resolved';
import { holdsListOrMap, unpassable } from './escape-template';
import { formatValue } from './format-value';

/** A reference, taken apart. */
interface Parts {
  /** Registry and path: `mirror.example.com:5000/hub/cp-kafka`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const EXAMPLE = "such as 'confluentinc/cp-kafka:7.9.6'";

function parts(reference: string): Parts {
  const [named = '', digest] = reference.split(/@(.*)/s);
  // A colon before the last slash is that of the registry's port.
  const [, repository = named, tag] = /^(.*?)(?::([^/]*))?$/s.exec(named) ?? [];
  return { repository, tag, digest };
}

/**
 * Why nothing can be run by a reference, or, unless it is `unpinned`, another image tomorrow; undefined if it is right.
 * @see https://github.com/distribution/reference/blob/v0.6.0/reference.go
 */
export function referenceProblem(reference: unknown, unpinned = false): string | undefined {
  if (typeof reference !== 'string')
    return `must be the reference of an image, ${EXAMPLE}; got ${formatValue(reference)}`;
  // It is only rendered, and Terraform alone knows what it comes to.
  if (!isResolved(reference)) return holdsListOrMap(reference) ? unpassable(reference) : undefined;
  const wrong = mistake(reference, unpinned);
  return wrong === undefined ? undefined : `must ${wrong}; got ${formatValue(reference)}`;
}

const REGISTRY =
  /^([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.(?=[a-zA-Z0-9])|(?=:|$)))+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/;

function mistake(reference: string, unpinned: boolean): string | undefined {
  if (/^\w+:\/\//.test(reference))
    return "name its registry without a protocol: 'mirror.example.com/…', not 'https://mirror.example.com/…'";
  if (/\s/.test(reference)) return `have no white space, ${EXAMPLE}`;
  const { repository, tag, digest } = parts(reference);
  const path = repository.replace(/^(?:[^/]*[.:][^/]*|localhost)\//, '');
  const registry = repository.slice(0, -path.length).replace(/\/$/, '');
  if (registry !== '' && !REGISTRY.test(registry))
    return "have a registry of a host and a port, such as 'mirror.example.com:5000'";
  if (repository.length > 255) return 'have a name of at most 255 characters, its registry included';
  if (/[A-Z]/.test(path)) return 'have its name in lower case, as registries have it';
  if (!/^[a-z0-9]+((\.|__?|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|__?|-+)[a-z0-9]+)*)*$/.test(path))
    return `have a name of a-z, 0-9, '.', '_', '-' and '/', ${EXAMPLE}`;
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return "have a digest of 64 hexadecimal digits: '@sha256:…'";
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag) && tag !== '')
    return "have a tag of 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', beginning with none of the last two";
  if (!unpinned && digest === undefined && (tag === undefined || tag === '' || tag === 'latest'))
    return `have a tag other than 'latest', or a digest, ${EXAMPLE}: pin the version you mean`;
  return tag === '' ? `have a tag after the colon, ${EXAMPLE}` : undefined;
}

/** What publishes a product, wherever it is mirrored, and what this library builds. */
const UPSTREAM =
  /(^|\/)(cp-[a-z-]+|apache\/(kafka|kafka-native|spark|spark-py)|cdktf-streaming\/[a-z0-9-]+)$|^((docker\.io\/)?library\/)?spark$/;
/** No date, no name of a build: `7.9.6`, `v3.5.7-scala2.12-java17`. */
const VERSION = /^v?(\d{1,2}(?:\.\d+)+)(?:-.*)?$/;

export interface VersionOfReference {
  /** As the tag has it, without what follows the numbers. */
  readonly version: string;
  /** Whether it is the product's own, and not what somebody else's tag looks like. */
  readonly certain: boolean;
}

/** The version that a reference tells; undefined if it tells none. */
export function versionOf(reference: string): VersionOfReference | undefined {
  const { repository, tag = '' } = parts(reference);
  const [, version] = VERSION.exec(tag) ?? [];
  if (version !== undefined) return { version, certain: UPSTREAM.test(repository) };
  const [digits] = /^\d+/.exec(tag) ?? [];
  return digits === undefined ? undefined : { version: digits, certain: false };
}

/** The last part of the repository: `cp-kafka`. */
export function nameOf(reference: string): string {
  return parts(reference).repository.split('/').at(-1) ?? '';
}

export function tagOf(reference: string): string {
  return parts(reference).tag ?? '';
}
