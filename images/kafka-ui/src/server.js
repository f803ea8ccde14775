import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { addActions, withAction } from './actions/index.js';
import { layout } from './html/layout.js';
import { path } from './html/parts.js';
import { metrics } from './metrics.js';
import { clustersPage } from './pages/clusters.js';
import { connectorPage, connectorsPage } from './pages/connectors.js';
import { groupPage, groupsPage } from './pages/groups.js';
import { metricsPage } from './pages/metrics.js';
import { overviewPage } from './pages/overview.js';
import { subjectPage, subjectsPage } from './pages/subjects.js';
import { COUNTS, topicPage } from './pages/topic.js';
import { readQuery, topicsPage } from './pages/topics.js';
import { windowsPage } from './pages/windows.js';

/** @import { Context } from 'hono' */
/** @import { Page } from './html/layout.js' */
/** @import { Login } from './http.js' */
/** @import { Source } from './settings.js' */

const ASSETS = { 'style.css': 'text/css', 'live.js': 'text/javascript', 'icon.svg': 'image/svg+xml' };

/** @type {Readonly<Record<string, (source: Source, context: Context) => Promise<Page>>>} */
const PAGES = {
  '': overviewPage,
  '/topics': (source, { req }) =>
    topicsPage(
      source,
      readQuery((name) => req.query(name)),
    ),
  '/topics/:topic': (source, { req }) =>
    topicPage(source, parameter(req, 'topic'), {
      count: COUNTS.find((each) => String(each) === req.query('count')) ?? COUNTS[0] ?? 1,
      partition: wholeNumber(req.query('partition')),
    }),
  '/groups': groupsPage,
  '/groups/:group': (source, { req }) => groupPage(source, parameter(req, 'group')),
  '/connectors': connectorsPage,
  '/connectors/:connect/:connector': (source, { req }) =>
    connectorPage(source, parameter(req, 'connect'), parameter(req, 'connector')),
  '/subjects': subjectsPage,
  '/subjects/:subject': (source, { req }) =>
    subjectPage(source, parameter(req, 'subject'), {
      from: wholeNumber(req.query('from')),
      to: wholeNumber(req.query('to')),
    }),
  '/windows': windowsPage,
  '/metrics': (source, { req }) => metricsPage(source, { dashboard: undefined, range: req.query('range') }),
  '/metrics/:dashboard': (source, { req }) =>
    metricsPage(source, { dashboard: parameter(req, 'dashboard'), range: req.query('range') }),
};

/**
 * Answers GET and HEAD only, and changes nothing, but for the forms of clusters that are managed.
 * @param {readonly Source[]} sources
 * @param {Login} [login] whom alone it shows anything. @default - whoever asks
 */
export function createServer(sources, login) {
  const app = new Hono();
  const clusters = sources.map(({ name }) => name);

  app.use(trimTrailingSlash());

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      // Both mean something over TLS only; the first would also bind what else the host serves.
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
    }),
  );
  const methods = sources.some(({ manages }) => manages) ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
  app.use(async (c, next) => {
    if (!methods.includes(c.req.method))
      return c.text('This page only reads.\n', 405, { allow: methods.join(', ') });
    c.header('cache-control', 'no-cache');
    return next();
  });

  // As Spring answers for kafbat/kafka-ui, whether or not Kafka can be reached.
  app.get('/actuator/health', (c) => c.json({ status: 'UP' }));

  if (login) app.use(basicAuth({ ...login, realm: 'Kafka' }));

  // As kafbat/kafka-ui has it, for Prometheus.
  app.get('/metrics', async (c) =>
    c.text(await metrics(sources), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );

  for (const [name, type] of Object.entries(ASSETS)) {
    const content = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
    app.get(`/assets/${name}`, etag(), (c) =>
      c.body(content, 200, { 'content-type': `${type}; charset=utf-8` }),
    );
  }

  app.get('/', async (c) => {
    const [only, ...others] = clusters;
    if (only !== undefined && others.length === 0) return c.redirect(path`/clusters/${only}`);
    return c.html(layout(await clustersPage(sources), { clusters }));
  });

  for (const [address, page] of Object.entries(PAGES))
    app.get(`/clusters/:cluster${address}`, async (c) => {
      const cluster = c.req.param('cluster');
      const source = sources.find(({ name }) => name === cluster);
      if (!source) return c.notFound();
      const [, section] = address.split('/');
      const { status, ...shown } = withAction(await page(source, c), address, source, c);
      return c.html(
        layout(shown, { clusters, cluster, section: section ? `/${section}` : '' }),
        status ?? 200,
      );
    });

  addActions(app, sources, login);

  app.notFound((c) =>
    c.html(
      layout(
        { title: 'Not found', content: html`<p class="empty">There is nothing at this address.</p>` },
        { clusters },
      ),
      404,
    ),
  );
  app.onError((error, c) => {
    // Who has to log in is told so in this way.
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return c.html(
      layout(
        {
          title: 'Error',
          content: html`<p class="notice bad">
            This page could not be made. The log of this server has the reason.
          </p>`,
        },
        { clusters },
      ),
      500,
    );
  });
  return app;
}

/**
 * @param {Context['req']} request
 * @param {string} name
 */
function parameter(request, name) {
  return request.param(name) ?? '';
}

/** @param {string | undefined} text */
function wholeNumber(text) {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
