import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kafka } from 'kafkajs';
import { tlsOf } from '../../cli/engine/client-certificates';
import { ADMIN } from '../../constructs/core/labels';
import { ROOT } from '../support/deployed-platform';
import { OwnProject, type Outcome } from '../support/own-project';
import deploy from './support/deploy';
import { clientOf, platform, program, programSettings } from './support/platform';
import { inStages } from './support/scenario';

let project: OwnProject;
/** Where what runs already was synthesized to, and so has its state. */
const CDKTF_OUTPUT = join(ROOT, platform.settings.CDKTF_OUTPUT!);

/** Deploys a step of docs/guide/from-plaintext-to-tls.md by the command. */
const up = (step: number): Promise<Outcome> =>
  project.command(['up', '--setup'], { ...programSettings, CDKTF_OUTPUT, STEP: String(step) });

async function take(step: number): Promise<void> {
  expect(await up(step)).toMatchObject({ exitCode: 0 });
}

/** Of the listener that has TLS in every step. */
const byCertificate = (): Kafka =>
  clientOf(
    [9_192, 9_193, 9_194].map((port) => platform.hostPort(port)),
    tlsOf(platform.secrets, ADMIN),
  );

beforeAll(() => {
  project = new OwnProject('faults/program.ts');
});

// Whatever step it ended in, the other scenarios' clients speak plaintext.
afterAll(async () => {
  await program!.remove();
  rmSync(platform.secrets, { recursive: true, force: true });
  project.remove();
  await deploy();
});

inStages(
  '23. From plaintext to TLS in three deploys, once back between them',
  [
    {
      fault: async () => {
        const { exitCode, all } = await up(3);
        expect([exitCode, all]).toEqual([1, expect.stringContaining('--allow listeners:at-once')]);
        await take(1);
        await take(2);
      },
    },
    {
      clientNow: byCertificate,
      fault: async () => {
        await take(1);
        await take(2);
        await take(3);
      },
    },
  ],
  { timeout: 3_600_000 },
);
