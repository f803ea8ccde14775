import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';
import { refuseDeadAnchors } from './lib/anchors.mjs';
import { extend } from './lib/markdown.mjs';
import { sidebar } from './lib/sidebar.mjs';

export default defineConfig({
  title: 'cdktf-streaming',
  description: 'Kafka, Connect, Schema Registry and Spark as typed, validated constructs',
  lang: 'en',
  cleanUrls: true,
  outDir: '../.cache/docs',
  cacheDir: '../.cache/vitepress',
  // What the tests compare, which is no page.
  srcExclude: ['api/**', 'node_modules/**'],
  ignoreDeadLinks: 'localhostLinks',
  // Headings have the addresses that they have in the repository.
  markdown: { config: extend, anchor: { slugify: (heading) => slug(heading) } },
  buildEnd: refuseDeadAnchors,
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/guide/using-the-library', activeMatch: '^/(guide|platform)' },
      { text: 'Ten tasks', link: '/guide/ten-tasks' },
      { text: 'API', link: '/reference/', activeMatch: '^/reference/' },
      { text: 'Beside others', link: '/beside/', activeMatch: '^/beside/' },
      { text: 'Decisions', link: '/decisions', activeMatch: '^/(adr/|decisions)' },
      {
        text: 'Project',
        items: [
          { text: 'Changelog', link: '/changelog' },
          { text: 'Measurements', link: '/measurements' },
          { text: 'Contributing', link: '/contributing' },
          { text: 'Security', link: '/security' },
        ],
      },
    ],
    sidebar: sidebar(),
    outline: { level: [2, 3] },
    search: { provider: 'local', options: { _render: render } },
    docFooter: { prev: false, next: false },
  },
});

/** What is looked through: pages, not sources. */
function render(text, env, md) {
  const html = md.render(text, env);
  return env.frontmatter?.search === false ? '' : html;
}
