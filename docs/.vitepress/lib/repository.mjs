import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Documents outside of docs/ that are pages of the site, and where. */
export const DOCUMENTS = {
  'README.md': '/platform',
  'CONTRIBUTING.md': '/contributing',
  'CHANGELOG.md': '/changelog',
  'SECURITY.md': '/security',
  'bench/results.md': '/measurements',
};

/** Folders that are one page each, and where. */
const FOLDERS = { 'docs/adr': '/decisions' };

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;

/**
 * Where the site has what a document links to: a page of its own, or the source that a reader would look for in the
 * repository.
 * @param {string} document that has the link, from the root of the repository
 * @param {string} href relative to the document
 */
export function addressOf(document, href) {
  const [, to = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(href) ?? [];
  const path = join(dirname(document), to).replace(/\/$/, '');
  const page = DOCUMENTS[path] ?? FOLDERS[path];
  if (page) return page + hash;
  if (/^docs\/(?!api\/)/.test(path)) return `/${path.slice('docs/'.length)}${hash}`;
  return sourceAddress(path) + hash;
}

/**
 * With an ending, a server would take it for a file to hand out as it is.
 * @param {string} path from the root of the repository
 */
export const sourceAddress = (path) => `/source/${path.replaceAll('.', '-')}`;

/** Every file and folder outside of docs/ that a page links to. */
export function linkedSources() {
  const documents = [
    ...Object.keys(DOCUMENTS),
    'docs/index.md',
    ...['docs/adr', 'docs/beside', 'docs/guide'].flatMap((folder) =>
      readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
    ),
  ];
  const links = documents.flatMap((document) =>
    [...read(document).matchAll(LINK)].map(([, to]) => join(dirname(document), to).replace(/\/$/, '')),
  );
  return [...new Set(links)].filter((path) => addressOf('', path).startsWith('/source/')).sort();
}

/** @param {string} path from the root of the repository */
export const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/**
 * The files of a folder, or undefined if it is none.
 * @param {string} path from the root of the repository
 */
export function filesOf(path) {
  const folder = join(ROOT, path);
  if (!statSync(folder).isDirectory()) return undefined;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)))
    .filter((name) => !/(^|\/)(node_modules|target|\.)/.test(name))
    .sort();
}

/** @param {string} path of a document in Markdown, from the root of the repository */
export const titleOf = (path) => /^# (.+)$/m.exec(read(path))?.[1] ?? path;
