import type { Entry } from './entry';
import type { Writer } from './writer';

/** Says of a line that nobody asked for why it is left out, and what to do. */
export function sayLeftOver(entry: Entry, { notes, products }: Writer): void {
  // Everybody may write these, and nobody reads them.
  if (entry.name.startsWith('x-')) return;
  const [kind = ''] = entry.path.split('.');
  const product = [...products].find(([service]) => entry.path.startsWith(`services.${service}.`));
  const key = product && entry.path.slice(`services.${product[0]}.`.length).replace(/[.[].*/s, '');
  const [, says] = WHY.find(([where]) => where.test(entry.path)) ?? [];
  notes.leftOut(
    entry,
    (product && (says === undefined || OF_PRODUCTS.has(key ?? ''))
      ? ofProduct(product[1], key ?? '')
      : says) ?? (kind === 'services' ? OF_CONTAINERS : 'nothing in the program takes its place.'),
  );
}

/** Of what constructs say otherwise than containers of one's own. */
const OF_PRODUCTS = new Set(['volumes', 'ports', 'environment', 'env_file']);

function ofProduct(construct: string, key: string): string {
  switch (key) {
    case 'volumes':
      return `${construct} has the volumes that its product needs, and mounts nothing else; an image of your own may hold what is read from there.`;
    case 'ports':
      return `${construct} publishes what it serves, and nothing else.`;
    case 'environment':
    case 'env_file':
      return `${construct} has no property for it: another image, or something else in it, reads it.`;
    default:
      return `${construct} has no property for it; where it is needed, the resource may have an attribute for it: addOverride.`;
  }
}

const OF_CONTAINERS =
  'no construct has it, and the program does not either; where it is needed, the resource may have an attribute for it: addOverride.';

/** The first that fits, by the path of what it is about. */
const WHY: readonly (readonly [where: RegExp, says: string])[] = [
  [
    /^services\..+\.(ipv[46]_address|link_local_ips|mac_address|priority|gw_priority)$/,
    'the Engine gives addresses in the network; services find each other by their names.',
  ],
  [
    /^services\..+\.network_mode$/,
    'it is in the network of the platform, as all are: its ports are published, and what it finds at localhost is in its own container.',
  ],
  [
    /^services\..+\.platform$/,
    "the image is pulled for the Engine's own platform; another takes an image built for that.",
  ],
  [
    /^services\..+\.(scale|deploy\.replicas)$/,
    'one container of it runs; for more, declare it once for each.',
  ],
  [/^services\..+\.deploy\.resources\.reservations/, 'memory and cores have limits, and are not reserved.'],
  [
    /^services\..+\.deploy(\.(mode|placement|update_config|rollback_config|restart_policy|endpoint_mode|labels))?\b/,
    'it is for Swarm, or says what is so anyway: a container that ends starts again, here.',
  ],
  [/^services\..+\.(develop|attach)\b/, 'it is about docker compose itself.'],
  [/^networks\..+\.name$/, 'the network is called as the platform; existingNetwork joins one that is there.'],
  [/^networks\b/, 'all services are in one bridge network of the platform, without further options.'],
  [
    /^volumes\..+\.(driver|driver_opts|labels)\b/,
    'volumes are local ones of the Engine, without options; one that is made by hand is named in existingVolumes.',
  ],
  [/^(volumes|secrets|configs)\b/, 'no container of the program has it.'],
];
