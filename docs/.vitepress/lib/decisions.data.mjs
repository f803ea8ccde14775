import { createContentLoader } from 'vitepress';

/** The newest first: what a reader of today is more likely to look for. */
export default createContentLoader('adr/*.md', {
  includeSrc: true,
  transform: (pages) =>
    pages
      .map(({ url, src }) => ({ url, title: /^# (.+)$/m.exec(src)?.[1] ?? url }))
      .sort((one, other) => other.url.localeCompare(one.url)),
});
