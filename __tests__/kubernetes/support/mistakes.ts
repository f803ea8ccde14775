import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, type Document } from 'yaml';

export const PLATFORM = readFileSync(join(__dirname, 'platform.yaml'), 'utf8');

/** One thing that is wrong with the platform, and what refuses it. */
export interface Broken {
  readonly mistake: string;
  /** The object's kind and name. */
  readonly object: string;
  readonly path: readonly (string | number)[];
  /** Left out: the field is missing. */
  readonly value?: unknown;
  readonly refusal: RegExp;
}

/** The platform's object with the mistake, as YAML. */
export function broken({ object, path, value }: Broken): string {
  const [document] = parseAllDocuments(PLATFORM).filter((each) => titleOf(each) === object);
  if (!document) throw new Error(`the platform has no ${object}`);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document.toString();
}

const titleOf = (document: Document): string =>
  `${String(document.get('kind'))} ${String(document.getIn(['metadata', 'name']))}`;

type Row = [mistake: string, path: string, value: unknown, refusal: RegExp];

/** Rows of one object; a path's parts stand between spaces. */
export const of = (object: string, rows: readonly Row[]): Broken[] =>
  rows.map(([mistake, path, value, refusal]) => ({
    mistake,
    object,
    path: path.split(' ').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    value,
    refusal,
  }));

export const unknown = (field: string): RegExp => new RegExp(`unknown field "${field}"`);
export const lacks = (field: string): RegExp => new RegExp(`lacks the field "${field}"`);
export const MISSING = undefined;
