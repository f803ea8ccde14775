import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, ROOT, titleOf } from './repository.mjs';

/** The guide in the order in which people need it; a page that is missing here fails the build. */
const GUIDE = {
  Start: ['using-the-library', 'the-command', 'ten-tasks', 'from-compose', 'running-clusters'],
  'What runs': [
    'platforms',
    'own-service',
    'connectors-and-subjects',
    'listener',
    'the-page',
    'observability',
    'kubernetes',
    'from-laptop-to-cluster',
  ],
  'Topics and users': ['topics', 'users-and-acls'],
  Security: ['secured', 'secured-clusters', 'from-plaintext-to-tls'],
  Changes: [
    'changing-a-running-platform',
    'from-zookeeper-to-kraft',
    'from-spark-3.5-to-4',
    'what-it-survives',
  ],
  Tests: ['testing-your-stacks', 'integration-tests'],
  Reference: ['rules'],
};

const pagesOf = (folder) =>
  readdirSync(join(ROOT, 'docs', folder))
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => name.slice(0, -'.md'.length))
    .sort();

const item = (folder, page) => ({ text: titleOf(`docs/${folder}/${page}.md`), link: `/${folder}/${page}` });

export function sidebar() {
  const placed = Object.values(GUIDE).flat();
  const missing = pagesOf('guide').filter((page) => !placed.includes(page));
  if (missing.length > 0)
    throw new Error(`docs/.vitepress/lib/sidebar.mjs has no place for: ${missing.join(', ')}`);

  const guide = [
    {
      text: 'The platform',
      items: [
        { text: 'Quick start', link: '/' },
        { text: 'Start, settings, troubleshooting', link: '/platform' },
      ],
    },
    ...Object.entries(GUIDE).map(([text, pages]) => ({
      text,
      items: pages.map((page) => item('guide', page)),
    })),
    beside(),
  ];
  const decisions = [
    { text: 'Decisions', link: '/decisions', items: pagesOf('adr').map((page) => item('adr', page)) },
  ];
  return {
    '/': guide,
    '/adr/': decisions,
    '/decisions': decisions,
    '/reference/': reference(),
  };
}

const beside = () => ({
  text: 'Beside others',
  link: '/beside/',
  items: pagesOf('beside').map((page) => item('beside', page)),
});

/** Entry points by the names by which they are imported. */
const MODULES = {
  index: 'cdktf-streaming',
  testing: 'cdktf-streaming/testing',
  'local-images': 'cdktf-streaming/local-images',
};

/** As TypeDoc writes it. */
function reference() {
  const path = 'docs/reference/typedoc-sidebar.json';
  if (!existsSync(join(ROOT, path))) return [];
  const items = JSON.parse(read(path)).map((module) => ({
    ...module,
    text: MODULES[module.text] ?? module.text,
  }));
  return [{ text: 'API', link: '/reference/', items }];
}
