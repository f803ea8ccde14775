import { renderMermaidSVG } from 'beautiful-mermaid';
import { addressOf, DOCUMENTS } from './repository.mjs';

/**
 * Links as they are right in the repository lead to the pages of the site, and diagrams are pictures that need no script.
 * @param {import('vitepress').MarkdownRenderer} md
 */
export function extend(md) {
  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    const document = documentOf(env);
    for (const { children } of tokens)
      for (const token of children ?? [])
        if (token.type === 'link_open') {
          const href = token.attrGet('href') ?? '';
          if (!/^([a-z]+:|[#/])/.test(href)) token.attrSet('href', addressOf(document, decodeURI(href)));
        }
  });
  // Alerts have {{ … }} in their texts, which are no expressions of the page.
  md.renderer.rules.text = (tokens, index) =>
    md.utils.escapeHtml(tokens[index].content).replaceAll('{{', '&#123;&#123;');
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, ...rest) =>
    tokens[index].info.trim() === 'mermaid' ? picture(tokens[index].content) : fence(tokens, index, ...rest);
}

/**
 * The document that a page is made of, from the root of the repository.
 * @param {{ relativePath: string }} env
 */
function documentOf({ relativePath }) {
  const address = `/${relativePath.replace(/\.md$/, '')}`;
  const [document] = Object.entries(DOCUMENTS).find(([, page]) => page === address) ?? [];
  return document ?? `docs/${relativePath}`;
}

/** @param {string} diagram in Mermaid's language */
function picture(diagram) {
  const svg = renderMermaidSVG(diagram, {
    bg: 'var(--vp-c-bg)',
    fg: 'var(--vp-c-text-1)',
    font: 'Inter',
    padding: 8,
    transparent: true,
  });
  // The page has its fonts already.
  return `<figure class="diagram" tabindex="0" v-pre>${svg.replace(/@import url\([^)]*\);/g, '')}</figure>\n`;
}
