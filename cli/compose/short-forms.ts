import type { Entry } from './entry';
import type { Notes } from './notes';

/** A port that a service listens on, and where it is on the host. */
export interface Port {
  readonly container: number;
  readonly host?: number;
  /** That is bound; undefined for all. */
  readonly address?: string;
  readonly entry: Entry;
}

/** `[[address:]host:]container[/protocol]`, of which both may be ranges, or the same as a map. */
export function portsIn(entry: Entry, notes: Notes): Port[] {
  const { host, container, address, protocol } = entry.isScalar ? shortPort(entry) : longPort(entry);
  if (protocol !== 'tcp') {
    notes.leftOut(
      entry,
      `only ports of TCP are published, got ${protocol}; add it to the resource by addOverride.`,
    );
    return [];
  }
  const containers = range(container);
  const hosts = host === undefined ? [] : range(host);
  if (containers.length === 0 || (hosts.length > 0 && hosts.length !== containers.length)) {
    notes.leftOut(entry, 'it is no port, or ranges of different length; give each port its own line.');
    return [];
  }
  if (host === undefined)
    notes.changed(
      entry,
      'it has no port of the host, and is reached in the network alone; give it a hostPort.',
    );
  return containers.map((each, index) => ({
    container: each,
    ...(hosts[index] !== undefined && { host: hosts[index] }),
    ...(address !== undefined && address !== '0.0.0.0' && { address }),
    entry,
  }));
}

interface Written {
  readonly host?: string;
  readonly container: string;
  readonly address?: string;
  readonly protocol: string;
}

function shortPort(entry: Entry): Written {
  const [ports = '', protocol = 'tcp'] = (entry.peek() ?? '').split('/');
  const parts = ports.split(':');
  const container = parts.pop() ?? '';
  const host = parts.pop();
  return {
    container,
    ...(host && { host }),
    ...(parts.length > 0 && { address: parts.join(':') }),
    protocol,
  };
}

function longPort(entry: Entry): Written {
  const [container = '', host, address, protocol = 'tcp'] = [
    'target',
    'published',
    'host_ip',
    'protocol',
  ].map((key) => entry.get(key)?.peek());
  return { container, host, address, protocol };
}

function range(text: string): number[] {
  const [first = NaN, last = first] = text.split('-').map(Number);
  return first >= 1 && last >= first && last <= 65_535
    ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
    : [];
}

/** Something that is mounted. */
export interface Mount {
  readonly type: 'bind' | 'volume' | 'anonymous' | 'tmpfs' | 'other';
  /** A path of the host, or a volume's name. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly entry: Entry;
}

/** `[source:]target[:mode]`, or the same as a map. */
export function mountsIn(entry: Entry): Mount[] {
  if (!entry.isScalar) {
    const [type = 'volume', source = '', target = '', readOnly] = [
      'type',
      'source',
      'target',
      'read_only',
    ].map((key) => entry.get(key)?.peek());
    const known = (['bind', 'volume', 'tmpfs'] as const).find((each) => each === type) ?? 'other';
    const kind = known === 'volume' && source === '' ? 'anonymous' : known;
    return [{ type: kind, source, target, readOnly: readOnly === 'true', entry }];
  }
  const text = entry.peek() ?? '';
  const parts = text.split(':');
  if (parts.length === 1) return [{ type: 'anonymous', source: '', target: text, readOnly: false, entry }];
  const [source = '', target = '', mode = ''] = parts;
  const type = /^[./~]/.test(source) ? 'bind' : 'volume';
  return [{ type, source, target, readOnly: mode.split(',').includes('ro'), entry }];
}
