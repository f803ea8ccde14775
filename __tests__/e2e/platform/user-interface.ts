import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { eventually } from '../../support/eventually';
import { kafkaTool, receive } from '../support/platform';
import { lastValues } from '../support/windows';

const UI = 'http://localhost:28080/clusters/e2e';

/** A page as text, without a browser. */
export async function page(path: string): Promise<string> {
  const response = await fetch(`${UI}/${path}`, { signal: AbortSignal.timeout(20_000) });
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

/** That the page shows the platform as it is; what it shows of a cluster in trouble has a suite of its own. */
export function userInterface(): void {
  let browser: Browser;
  let view: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    view = await browser.newPage();
  });
  afterAll(async () => browser.close());

  const cells = async (path: string): Promise<string> => {
    await view.goto(`${UI}/${path}`);
    return (await view.locator('main').innerText()).replace(/\s+/g, ' ');
  };

  test('shows the brokers at work and nothing in trouble', async () => {
    await eventually(async () => {
      const text = await cells('');
      for (const broker of [1, 2, 3]) expect(text).toContain(`kafka${broker}:${19_091 + broker}`);
      expect(text).toMatch(/under-replicated partitions:? 0|0 under-replicated/i);
    });
  });

  test('shows the topics that kafka-topics lists, with their partitions and copies', async () => {
    const described = await kafkaTool('kafka-topics', '--describe', '--exclude-internal');
    const text = await cells('topics?size=100');
    for (const [, name, partitions, copies] of described.matchAll(
      /^Topic: (\S+)\t.*PartitionCount: (\d+)\tReplicationFactor: (\d+)/gm,
    ))
      expect(text).toMatch(new RegExp(`\\b${name!.replaceAll('.', '\\.')} ${partitions} ${copies}\\b`));
  });

  test('draws the windows of aggregated_data, with a table of the same figures', async () => {
    const windows = lastValues(await receive('aggregated_data', (all) => all.length > 0));
    const text = await cells('windows');
    expect(await view.locator('main svg').count()).toBe(1);
    for (const [, average] of Object.entries(windows).sort().slice(-3))
      expect(text).toContain(Math.trunc(average).toLocaleString('en'));
  });

  test('takes no change', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await fetch(`${UI}/topics/user_events`, { method })).status).toBe(405);
  });
}
