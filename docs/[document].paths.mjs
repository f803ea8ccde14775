import { DOCUMENTS, read } from './.vitepress/lib/repository.mjs';

/** The documents that stand beside the code. */
export default {
  watch: Object.keys(DOCUMENTS).map((path) => `../${path}`),
  paths: () =>
    Object.entries(DOCUMENTS).map(([path, address]) => ({
      params: { document: address.slice(1) },
      content: read(path),
    })),
};
