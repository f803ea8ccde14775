import type { Entry } from './entry';
import { bytesIn } from './quantities';
import type { ComposeService } from './service';
import { properties, text, texts } from './code';
import type { Writer } from './writer';

const flag = (entry: Entry): string | undefined => (entry.text() === 'true' ? 'true' : undefined);
const word = (entry: Entry): string => text(entry.text() ?? '');
const words = (entry: Entry): string =>
  `[${(entry.isList ? entry.items : [entry]).map((each) => text(each.text() ?? '')).join(', ')}]`;
const pairs = (entry: Entry): [name: string, value: string][] =>
  entry.entries.map(([name, each]) => {
    const value = each.text() ?? '';
    const [, key = '', rest = ''] = entry.isList
      ? (/^([^=:]*)[=:]?(.*)$/.exec(value) ?? [])
      : [undefined, name, value];
    return [key, rest];
  });

/** What the library has no property for, and Terraform's resource an attribute. */
const ATTRIBUTES: Readonly<
  Record<string, readonly [attribute: string, code: (entry: Entry) => string | undefined]>
> = {
  working_dir: ['working_dir', word],
  tty: ['tty', flag],
  stdin_open: ['stdin_open', flag],
  privileged: ['privileged', flag],
  read_only: ['read_only', flag],
  stop_signal: ['stop_signal', word],
  pid: ['pid_mode', word],
  ipc: ['ipc_mode', word],
  runtime: ['runtime', word],
  group_add: ['group_add', words],
  dns: ['dns', words],
  dns_search: ['dns_search', words],
  cap_add: ['capabilities', (entry) => `{ add: ${words(entry)} }`],
  cpu_shares: ['cpu_shares', (entry) => entry.text()],
  shm_size: [
    'shm_size',
    (entry) => String(Math.ceil((bytesIn(entry.text() ?? '') ?? 64 * 1024 ** 2) / 1024 ** 2)),
  ],
  sysctls: ['sysctls', (entry) => texts(Object.fromEntries(pairs(entry)))],
  extra_hosts: [
    'host',
    (entry) =>
      `[${pairs(entry)
        .map(([host, ip]) => properties({ host: text(host), ip: text(ip) }))
        .join(', ')}]`,
  ],
  tmpfs: [
    'tmpfs',
    (entry) =>
      texts(
        Object.fromEntries(
          (entry.isList ? entry.items : [entry]).map((each) => {
            const [path = '', options = ''] = (each.text() ?? '').split(':');
            return [path, options];
          }),
        ),
      ),
  ],
  ulimits: [
    'ulimit',
    (entry) =>
      `[${entry.entries
        .map(([name, each]) => {
          const [soft, hard] = each.isScalar
            ? [each.text(), each.text()]
            : [each.get('soft')?.text(), each.get('hard')?.text()];
          return properties({ name: text(name), soft, hard });
        })
        .join(', ')}]`,
  ],
};

/** Writes what no property says onto the resource. */
export function overrides(writer: Writer, service: ComposeService, variable: string): void {
  const all: Record<string, string | undefined> = {};
  for (const [key, [attribute, code]] of Object.entries(ATTRIBUTES)) {
    const entry = service.entry.get(key);
    if (!entry) continue;
    all[attribute] = code(entry);
    entry.done();
  }
  if (Object.values(all).every((each) => each === undefined)) return;
  writer.usesOverride = true;
  writer.statements.push(`override(${variable}, ${properties(all)});`);
}
