import { isIP } from 'node:net';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { layout } from '../html/layout.js';
import { link } from '../html/parts.js';
import { reason } from '../part.js';
import { Refusal } from './action.js';
import { produce } from './produce.js';
import { reset } from './reset.js';
import { restart } from './restart.js';

/** @import { Context, Hono } from 'hono' */
/** @import { Action } from './action.js' */
/** @import { Page } from '../html/layout.js' */
/** @import { Login } from '../http.js' */
/** @import { Source } from '../settings.js' */

/** By the address of the page that has them. @type {Readonly<Record<string, Action>>} */
const ACTIONS = {
  '/topics/:topic': produce,
  '/groups/:group': reset,
  '/connectors/:connect/:connector': restart,
};

/**
 * The page with what can be done there, if its cluster is managed.
 * @param {Page} page
 * @param {string} address as in {@link ACTIONS}
 * @param {Source} source
 * @param {Context} context
 * @returns {Page}
 */
export function withAction(page, address, { manages }, { req }) {
  const action = ACTIONS[address];
  if (!manages || !action || page.status !== undefined) return page;
  const content = html`<p class="actions">${link(`${req.path}/${action.name}`, action.label)}</p>
    ${page.content}`;
  return { ...page, content };
}

/**
 * The forms and what they do, for clusters that are managed alone.
 * @param {Hono} app
 * @param {readonly Source[]} sources
 * @param {Login | undefined} login
 */
export function addActions(app, sources, login) {
  const managed = sources.filter(({ manages }) => manages);
  if (managed.length === 0) return;
  const clusters = sources.map(({ name }) => name);
  const ownPages = csrf();

  for (const [address, action] of Object.entries(ACTIONS)) {
    const [, section] = address.split('/');
    /** @param {Context} c @param {Page} page @param {200 | 404 | 409 | 502} status */
    const show = (c, page, status) =>
      c.html(layout(page, { clusters, cluster: c.req.param('cluster'), section: `/${section}` }), status);
    /** @param {Context} c */
    const sourceOf = (c) => managed.find(({ name }) => name === c.req.param('cluster'));

    app.get(`/clusters/:cluster${address}/${action.name}`, async (c) => {
      const source = sourceOf(c);
      if (!source) return c.notFound();
      try {
        return show(c, await action.form(source, c.req.param()), 200);
      } catch (error) {
        return show(c, refused(c, action, error), statusOf(error));
      }
    });

    app.post(`/clusters/:cluster${address}/${action.name}`, ownPages, async (c) => {
      const source = sourceOf(c);
      if (!source) return c.notFound();
      // Another site can have its name lead here, and then ask as if it were this one; not as a number, nor with a login.
      if (!login && !isOwn(new URL(c.req.url).hostname))
        return c.text('Open this page as localhost, or give it a login.\n', 403);
      try {
        const { confirmed, ...given } = fieldsOf(await c.req.parseBody());
        if (confirmed !== 'yes') throw new Refusal('It was not confirmed.');
        const done = await action.perform(source, c.req.param(), given);
        log(login, source, done);
        return c.redirect(c.req.path.replace(/\/[^/]+$/, ''), 303);
      } catch (error) {
        log(login, source, `could not ${action.name}: ${reason(error)}`);
        return show(c, refused(c, action, error), statusOf(error));
      }
    });
  }
}

/** @param {unknown} error */
const statusOf = (error) => (error instanceof Refusal ? 409 : 502);

/**
 * @param {Context} c
 * @param {Action} action
 * @param {unknown} error
 * @returns {Page}
 */
function refused(c, action, error) {
  return {
    title: action.label,
    content: html`<p class="notice bad">
        <strong>Nothing was done.</strong> <span class="reason">${reason(error)}</span>
      </p>
      <p>${link(c.req.path.replace(/\/[^/]+$/, ''), 'Back')}</p>`,
  };
}

/** @param {string} host */
const isOwn = (host) => host === 'localhost' || isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0;

/** @param {Record<string, unknown>} body */
const fieldsOf = (body) =>
  /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))
  );

/**
 * Who did what, and when, in one line whatever a name holds.
 * @param {Login | undefined} login
 * @param {Source} source
 * @param {string} done
 */
function log(login, source, done) {
  const who = login?.username ?? 'a visitor';
  console.log(`${new Date().toISOString()} ${who}: ${source.name}: ${done}`.replace(/\p{Cc}+/gu, ' '));
}
