import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import type { Kafka } from 'kafkajs';
import { tlsOf } from '../../cli/engine/client-certificates';
import { authoritiesOf, certificatesIn, replaceFile } from '../../cli/setup/certificate-authority';
import { ADMIN } from '../../constructs/core/labels';
import { BROKERS, clientOf, platform } from './support/platform';
import { inStages } from './support/scenario';

const { secrets } = platform;

/** With the files that there are now, whatever becomes of them: most clients read them once. */
const clientNow = (): Kafka => clientOf(platform.hostPorts, tlsOf(secrets, ADMIN));

/** Those that are trusted, the one that signs first. */
const authorities = (): string[] => authoritiesOf(secrets).map(({ fingerprint256 }) => fingerprint256);

const rotate = (): Promise<string> => platform.npm('start', '--', '--rotate-authority');

/** What a broker shows those who connect. */
async function shownAt(port: number): Promise<X509Certificate> {
  const socket = connect({ host: 'localhost', port, ...tlsOf(secrets, ADMIN) });
  await once(socket, 'secureConnect');
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  return new X509Certificate(raw);
}

/** Every broker shows the certificate in its file, and that is signed by whoever signs now. */
async function expectTaken(): Promise<readonly X509Certificate[]> {
  const shown = await Promise.all(platform.hostPorts.map(shownAt));
  const inFiles = BROKERS.map((broker) => certificatesIn(join(secrets, `${broker}.pem`))[0]!);
  const fingerprints = (all: readonly X509Certificate[]): string[] => all.map((each) => each.fingerprint256);
  expect(fingerprints(shown)).toEqual(fingerprints(inFiles));
  const [signer] = authoritiesOf(secrets);
  expect(shown.map((each) => each.verify(signer!.publicKey))).toEqual(BROKERS.map(() => true));
  return shown;
}

/** The same certificates, but that they end in ten days. */
function shorten(): void {
  const openssl = (input: string, ...words: string[]): string =>
    execFileSync('openssl', ['x509', '-copy_extensions', 'copyall', ...words], {
      input,
      stdio: 'pipe',
    }).toString();
  const signer = ['-CA', join(secrets, 'ca.crt'), '-CAkey', join(secrets, 'ca.key'), '-set_serial', '1'];
  for (const name of readdirSync(secrets).filter((each) => each.endsWith('.pem'))) {
    const file = join(secrets, name);
    const both = readFileSync(file, 'utf8');
    const request = openssl(both, '-x509toreq', '-signkey', file);
    const [key = ''] = both.split('-----BEGIN CERTIFICATE-----');
    const made = key + openssl(request, '-req', ...signer, '-days', '10');
    replaceFile(file, made, 0o400, statSync(file).uid);
  }
}

// What a run that was killed has left half-way.
beforeAll(async () => {
  while (authorities().length > 1) await rotate();
});

let before: string;
let after: string;

inStages(
  '24. Another certificate authority takes over in three starts',
  [
    async () => {
      [before] = authorities() as [string];
      await rotate();
      after = authorities()[1]!;
      expect(authorities()).toEqual([before, after]);
    },
    async () => {
      await rotate();
      expect(authorities()).toEqual([after, before]);
    },
    async () => {
      await rotate();
      expect(authorities()).toEqual([after]);
    },
  ].map((step) => ({
    clientNow,
    fault: async () => {
      await step();
      await expectTaken();
    },
  })),
  { timeout: 3_600_000 },
);

inStages(
  '25. All certificates soon end: the next start renews them',
  [
    {
      clientNow,
      fault: async () => {
        shorten();
        await platform.npm('start');
        const soon = Date.now() + 300 * 24 * 3_600_000;
        const ends = (await expectTaken()).map(({ validTo }) => Date.parse(validTo) > soon);
        expect(ends).toEqual(BROKERS.map(() => true));
      },
    },
  ],
  { timeout: 1_800_000 },
);
