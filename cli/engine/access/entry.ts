import { isLiteral } from '../synthesis';

/** One thing that brokers know of users, and of whom else they ask: an entry of their access control lists, a quota, a password. */
export interface Entry {
  /** With the kind, the word after `--allow` that lets it be taken away. */
  readonly kind: 'acl' | 'quota' | 'user';
  /** Whose it is: `User:billing` of an ACL, `user=billing` of a quota, `billing` of a password. */
  readonly of: string;
  /** The name of the one user whose it is; undefined where it is of others, or of many. */
  readonly user?: string;
  /** What else tells it from others; what only Terraform knows is anything. */
  readonly fields: readonly string[];
  /** In words. */
  readonly what: string;
}

/** One that brokers have. */
export interface FoundEntry extends Entry {
  /** Whether it shuts somebody out, which may have been urgent. */
  readonly denies?: boolean;
  remove(): Promise<void>;
}

/** Whether what the brokers have is what the program says. */
export function isDeclared(found: Entry, declared: readonly Entry[]): boolean {
  return declared.some(
    ({ kind, of, fields }) =>
      kind === found.kind &&
      isMeant(of, found.of) &&
      fields.every((field, index) => isMeant(field, found.fields[index])),
  );
}

const isMeant = (said: string, found: string | undefined): boolean => said === found || !isLiteral(said);

/** The word that says yes to its going. */
export const allowKey = ({ kind, of }: Pick<Entry, 'kind' | 'of'>): string => `${kind}:${of}`;

/** As a shell takes it. */
export function shellWord(key: string): string {
  return /^[\w:.,=@+-]+$/.test(key) ? key : `'${key.replaceAll("'", `'\\''`)}'`;
}
