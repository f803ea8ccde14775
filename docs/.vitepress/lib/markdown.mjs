import { addressOf, DOCUMENTS } from './repository.mjs';

/**
 * Links as they are right in the repository lead to the pages of the site.
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
  const braces = (html) => html.replaceAll('{{', '&#123;&#123;');
  md.renderer.rules.text = (tokens, index) => braces(md.utils.escapeHtml(tokens[index].content));
  const code = md.renderer.rules.code_inline;
  md.renderer.rules.code_inline = (...given) => braces(code(...given));
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
