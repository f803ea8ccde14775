import { chownSync } from 'node:fs';
import { docker } from '../support/deployed-platform';
import { PemFiles } from '../support/pem-files';
import { StartedProgram } from '../support/started-program';
import { TokenIssuer } from '../support/token-issuer';
import { attempt, ATTEMPTS, type World } from './support/doors';

const program = new StartedProgram('e2e/programs/doors.ts', 'e2e-doors', 28_000);
const passwords = { carol: 'carols-secret', bob: 'bobs-secret', eve: 'of eve' };
const files = new PemFiles();
let world: World;

/** Where containers find what listens on the machine of the Engine. */
async function machine(): Promise<string> {
  const { IPAM } = (await docker.getNetwork('bridge').inspect()) as {
    readonly IPAM: { readonly Config: readonly { readonly Subnet: string; readonly Gateway?: string }[] };
  };
  const [config] = IPAM.Config;
  // An Engine that has not been restarted since its first start says only the subnet, whose first address it takes.
  return config?.Gateway ?? config?.Subnet.replace(/\.0\/\d+$/, '.1') ?? '127.0.0.1';
}

beforeAll(async () => {
  await program.remove();
  const host = await machine();
  files.authority('other');
  files.leaf('kafka1', ['DNS:kafka1', 'DNS:localhost']);
  for (const name of ['admin', 'alice', 'mallory']) files.leaf(name, [`DNS:${name}`]);
  files.leaf('ended', ['DNS:alice'], { subject: '/CN=alice', days: -1 });
  files.leaf('stranger', ['DNS:alice'], { subject: '/CN=alice', authority: 'other' });
  files.leaf('issuer', [`IP:${host}`]);
  files.write('users.properties', `bob=${passwords.bob}\neve=${passwords.eve}\n`);
  // The images' own user reads them.
  if (process.getuid?.() === 0)
    for (const name of ['kafka1.pem', 'users.properties']) chownSync(`${files.folder}/${name}`, 1000, 1000);
  const issuer = await TokenIssuer.start({
    host,
    cert: files.read('issuer.crt'),
    key: files.read('issuer.key'),
    clients: {},
    claims: { aud: 'kafka' },
  });
  const port = (first: number): string => `localhost:${first + 28_000}`;
  const doors = { EXTERNAL: port(9092), USERS: port(9192), PARTNERS: port(9292), TOKENS: port(9392) };
  world = { doors, files, issuer, passwords };
  process.env.TF_VAR_carol_password = passwords.carol;
  await program.deploy({ FOLDER: files.folder, ISSUER: issuer.url });
});

afterAll(async () => {
  delete process.env.TF_VAR_carol_password;
  await world.issuer.stop();
  await program.remove();
});

test.each(ATTEMPTS)('%s %s %s at %s: %p', async (...tried) => {
  const tries = attempt(tried, world);
  const may = tried[4];
  await (may ? expect(tries).resolves.toBeUndefined() : expect(tries).rejects.toThrow());
});
