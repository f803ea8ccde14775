import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeEngine, type FakeEngine, type Reply } from './fake-engine';

export const KAFKA = 'confluentinc/cp-kafka:7.9.6';
export const ok = { status: 200, body: {} };
export const says = (status: number, message: string): Reply => ({ status, body: { message } });
export const noHost =
  'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host';

const environment = { ...process.env };
const engines: FakeEngine[] = [];

/** Where a test has Docker's configuration, and its fake Engine. */
export interface EngineOfATest {
  folder: string;
  engine: FakeEngine;
}

/** A folder for each test of a file, Docker's configuration in it, no settings of the platform, and Engines that end with it. */
export function withFakeEngines(): EngineOfATest {
  const own = {} as EngineOfATest;
  beforeEach(() => {
    own.folder = mkdtempSync(join(tmpdir(), 'engine-'));
    process.env.DOCKER_CONFIG = own.folder;
    delete process.env.PLATFORM_IMAGES;
    delete process.env.PLATFORM_PROFILE;
    delete process.env.PLATFORM_IMAGE_REGISTRY;
  });
  afterEach(async () => {
    process.env = { ...environment };
    await Promise.all(engines.splice(0).map((each) => each.close()));
  });
  return own;
}

export async function start(own: EngineOfATest, reply: Parameters<typeof fakeEngine>[0]): Promise<void> {
  own.engine = await fakeEngine(reply);
  engines.push(own.engine);
  process.env.DOCKER_HOST = own.engine.address;
}

/** An Engine without images, or with these, whose registries answer so. */
export function registries(
  own: EngineOfATest,
  answer: Reply | ((path: string) => Reply),
  have: RegExp = /$^/,
): Promise<void> {
  return start(own, (path) => {
    if (path.includes('/images/')) return have.test(path) ? ok : 'none';
    if (path.includes('/volumes')) return { status: 200, body: { Volumes: [] } };
    if (path.includes('/containers')) return { status: 200, body: [] };
    return typeof answer === 'function' ? answer(path) : answer;
  });
}
