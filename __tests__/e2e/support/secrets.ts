import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { docker } from '../../support/deployed-platform';

/** A text in which no secret may be, and where it was found. */
export interface Place {
  readonly where: string;
  readonly text: string;
}

const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----\n([^-]+)-----END/g;

/** What nobody but its owner may read of a folder of keys, by their files: of each key a line that no other has. */
export function secretsIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((name) => /\.(pem|key)$/.test(name));
  return new Map(
    files.flatMap((name) => {
      const [, body = ''] = [...readFileSync(join(folder, name), 'utf8').matchAll(KEY)].at(0) ?? [];
      return body.split('\n')[1] ? [[name, body.split('\n')[1]!] as const] : [];
    }),
  );
}

/** Which secrets are in which of the places. */
export function found(secrets: ReadonlyMap<string, string>, places: Iterable<Place>): readonly string[] {
  return [...places].flatMap(({ where, text }) =>
    [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => `${name} in ${where}`),
  );
}

/** All files in a folder, and in those in it; links to providers' programs aside. */
export function filesIn(folder: string): readonly Place[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.terraform\/providers\//.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((where) => ({ where, text: readFileSync(where, 'latin1') }));
}

/** What the Engine tells of a platform's containers: their descriptions, logs and processes. */
export async function toldByEngine(platform: string): Promise<readonly Place[]> {
  const filters = { label: [`cdktf-streaming.platform=${platform}`] };
  const all = await docker.listContainers({ all: true, filters });
  const places = await Promise.all(
    all.map(async ({ Id, Names: [name] }): Promise<Place[]> => {
      const container = docker.getContainer(Id);
      const image = docker.getImage((await container.inspect()).Image);
      const told = {
        inspect: JSON.stringify([await container.inspect(), await image.inspect(), await image.history()]),
        logs: (await container.logs({ stdout: true, stderr: true })).toString('latin1'),
        processes: JSON.stringify(await container.top({ ps_args: '-eo pid,args' })),
      };
      return Object.entries(told).map(([what, text]) => ({ where: `${what} of ${name}`, text }));
    }),
  );
  return [...places.flat(), { where: 'ps', text: execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }) }];
}
