import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { App, Testing } from 'cdktf';
import { BEANS as CONNECT } from '../../../constructs/connect/worker-beans';
import { measuredServices } from '../../../constructs/core/measured-services';
import type { Series } from '../../../constructs/core/metrics-endpoint';
import { BEANS as KAFKA } from '../../../constructs/kafka/broker-beans';
import { BEANS as ZOOKEEPER } from '../../../constructs/zookeeper/zookeeper-beans';
import { addStacks } from '../../../stacks';
import { foldersOf, readSettings } from '../../../stacks/settings';
import { ROOT } from '../../../tools/lib/root';

/** The names of all series in an expression, as Prometheus' own parser of its editor finds them. */
export function seriesIn(expression: string): readonly string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ name, node }) => {
      if (name === '⚠') throw new Error(`not in PromQL, at ${node.from}: ${expression}`);
      if (name === 'VectorSelector') {
        const identifier = node.getChild('Identifier');
        names.push(identifier ? expression.slice(identifier.from, identifier.to) : '');
      }
    },
  });
  return names;
}

/** Of Prometheus itself, and of its rules. */
const OWN = ['up', 'ALERTS', 'service_memory_limit_bytes'];

/** What the library names series by itself; what JVMs and Spark say are names of theirs. */
const NAMED = [...KAFKA, ...CONNECT, ...ZOOKEEPER].map(({ metric }) => metric);

/** What the local page says: it is JavaScript for another Node, and read as text. */
function ofPage(): readonly string[] {
  const text = readFileSync(join(ROOT, 'images/kafka-ui/src/metrics.js'), 'utf8');
  const [, help = ''] = /const HELP = \{(.*?)\n\};/s.exec(text) ?? [];
  return [...help.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
}

/** Whether anything of the whole platform, as it is declared, exports a series of this name. */
export function exporters(): (name: string) => boolean {
  const app: App = Testing.app();
  const folders = foldersOf(ROOT);
  const { platform } = addStacks(app, readSettings({ PLATFORM_METADATA: 'zookeeper' }, app.node, folders));
  const services = measuredServices(platform, platform.platform.networkName);
  const endpoints = services.flatMap((each) => each.endpoints);
  const all = endpoints.flatMap(({ series = [] }) => series);
  const page = ofPage();
  const constants = endpoints.flatMap((each) => Object.keys(each.constants ?? {}));
  // A group of names that the library gives is kept as a whole, and says nothing of each.
  const isExported = (name: string): boolean =>
    /^(kafka|zookeeper)_/.test(name)
      ? NAMED.includes(name) || all.some((each) => page.some((from) => renamed(each, from) === name))
      : all.some((each) => isOf(each, name));
  return (name) => OWN.includes(name) || constants.includes(name) || isExported(name);
}

const whole = ({ from }: Series): RegExp => new RegExp(`^(?:${from})$`);

/** What a series that is there as `from` is called in Prometheus; undefined where it is not kept. */
function renamed(series: Series, from: string): string | undefined {
  const found = whole(series).exec(from);
  return found
    ? (series.name ?? from).replaceAll(/\$(\d)/g, (_, index: number) => found[index] ?? '')
    : undefined;
}

const isOf = (series: Series, name: string): boolean =>
  series.name === undefined
    ? whole(series).test(name)
    : new RegExp(`^${series.name.replaceAll(/\$\d/g, '.+')}$`).test(name);
