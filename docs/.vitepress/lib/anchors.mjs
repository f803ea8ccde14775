import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';

/**
 * VitePress refuses a link to a page that is not there; this, one to a place that the page has not.
 * @param {{ outDir: string, site: { base: string } }} config
 */
export function refuseDeadAnchors({ outDir, site: { base } }) {
  const files = readdirSync(outDir, { recursive: true }).filter((name) => name.endsWith('.html'));
  const pages = new Map(
    files.map((name) => {
      const html = parse(readFileSync(join(outDir, name), 'utf8'));
      const links = html.querySelectorAll('main a[href*="#"]').map((link) => link.getAttribute('href'));
      return [name, { ids: new Set(html.querySelectorAll('[id]').map(({ id }) => id)), links }];
    }),
  );
  const dead = [...pages].flatMap(([name, { links }]) =>
    links
      .map((href) => new URL(href, `http://site${base}${name}`))
      .filter(({ host, pathname, hash }) => {
        if (host !== 'site' || hash === '') return false;
        const path = decodeURIComponent(pathname.slice(base.length));
        const target = pages.get(path) ?? pages.get(`${path}.html`) ?? pages.get(`${path}index.html`);
        return target && !target.ids.has(decodeURIComponent(hash.slice(1)));
      })
      .map(({ pathname, hash }) => `${name}: ${pathname}${hash}`),
  );
  if (dead.length > 0)
    throw new Error(`Links to headings that are not there:\n${[...new Set(dead)].join('\n')}`);
}
