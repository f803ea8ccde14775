import { extname } from 'node:path';
import { filesOf, linkedSources, read, sourceAddress } from '../.vitepress/lib/repository.mjs';

/** What pages link to in the repository, as it is. */
export default {
  paths: () =>
    linkedSources().map((path) => ({
      params: { path: sourceAddress(path).slice('/source/'.length) },
      content: page(path),
    })),
};

/** @param {string} path */
function page(path) {
  const files = filesOf(path);
  const [language, text] = files
    ? ['text', files.join('\n')]
    : [extname(path).slice(1) || 'text', read(path).trimEnd()];
  return [`# ${path}`, '', '`````' + language, text, '`````'].join('\n');
}
