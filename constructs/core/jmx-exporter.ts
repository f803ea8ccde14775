import { join } from 'node:path';
import { Construct } from 'constructs';
import type { ContainerImage } from './container-image';
import type { ImageBuild } from './image-build';
import type { JvmOptions } from './jvm';
import type { MetricsEndpoint, Series } from './metrics-endpoint';
import type { IPlatform } from './platform';
import type { StartOptions } from './start-command';
import type { Rule } from './validation';

/** Beans of a JVM whose attribute becomes series of Prometheus. */
export interface Bean {
  /** `domain:key=value,…`, in the order in which they are registered; each `*` stands for any text. */
  readonly name: string;
  readonly attribute: string;
  /** The name of the series; that of a counter ends in `_total`. */
  readonly metric: string;
  /** What the labels of a series are, by their names; `$1` is what the first `*` stands for. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** What a value is multiplied by, to be in the unit that the name says. @default 1 */
  readonly factor?: number;
}

/** In the container, and not published. By custom that of an exporter of Java's beans. */
export const EXPORTER_PORT = 9404;

/**
 * The version that all of Maven Central's mirrors have.
 * @see https://github.com/prometheus/jmx_exporter/releases/tag/1.0.1
 */
const VERSION = '1.0.1';
export const AGENT = {
  url: `https://repo1.maven.org/maven2/io/prometheus/jmx/jmx_prometheus_javaagent/${VERSION}/jmx_prometheus_javaagent-${VERSION}.jar`,
  sha256: '7d61f737fd661610ccc14aea79764faa1ea94a340cbc8f0029b3d2edea3d80c1',
  /** In every image, on no class path and no path of plugins. */
  path: '/opt/jmx-exporter/agent.jar',
};

const CONFIGURATION = '/tmp/metrics.json';

/**
 * How a script of an image of Kafka's family is started, so that its JVM shows these beans. The script hands the argument on
 * to the server alone: in the environment every tool that somebody runs in the container would start the agent again, and
 * end because its port is taken.
 * @param variable of the JVM's options, such as `KAFKA_OPTS`
 */
export function showingBeans(variable: string, beans: readonly Bean[]): StartOptions {
  const options = `-javaagent:${AGENT.path}=${EXPORTER_PORT}:${CONFIGURATION}`;
  return {
    files: { [CONFIGURATION]: exporterConfiguration(beans) },
    // What the environment says of it holds on.
    arguments: [`"${variable}=$${variable} ${options}"`],
  };
}

/** Beans, and of what the agent says of every JVM that which tells whether it has enough. */
const SERIES: readonly Series[] = [
  '(kafka|zookeeper|schema_registry)_.+',
  'process_(resident_memory_bytes|cpu_seconds_total|open_fds|max_fds)',
  'jvm_memory_(used|max)_bytes',
  'jvm_memory_pool_collection_used_bytes',
  'jvm_gc_collection_seconds_(count|sum)',
].map((from) => ({ from }));

/** Where it shows them. */
export function exporterEndpoint(job: string, labels?: Readonly<Record<string, string>>): MetricsEndpoint {
  return { job, port: EXPORTER_PORT, ...(labels && { labels }), series: SERIES };
}

/** Gives the services below `scope` the agent, where their image has none. */
export function addAgent(scope: Construct, platform: IPlatform, image: ContainerImage): void {
  if (!image.jmxExporter) platform.extendImage(scope, agentBuild(image));
}

function agentBuild({ fetcher }: ContainerImage): ImageBuild {
  return {
    name: 'metrics',
    files: { Dockerfile: join(__dirname, 'images', 'jmx-exporter.Dockerfile') },
    arguments: { FETCHER: fetcher, URL: AGENT.url, SHA256: AGENT.sha256, AGENT: AGENT.path },
  };
}

/**
 * As the agent reads it: JSON is YAML. To ask for few beans by name costs a quarter of asking for all and choosing.
 * @see https://prometheus.github.io/jmx_exporter/1.0.1/http-mode/rules/
 */
export function exporterConfiguration(beans: readonly Bean[]): string {
  return JSON.stringify({
    includeObjectNames: [...new Set(beans.map(({ name }) => name))],
    rules: beans.map(({ name, attribute, metric, labels, factor }) => ({
      pattern: patternOf(name, attribute),
      name: metric,
      type: metric.endsWith('_total') ? 'COUNTER' : 'GAUGE',
      ...(labels && { labels }),
      ...(factor !== undefined && { valueFactor: factor }),
    })),
  });
}

/** As the agent writes a bean and its attribute: `domain<key=value, key=value><>attribute: value`. */
function patternOf(name: string, attribute: string): string {
  const [, domain = '', keys = ''] = /^([^:]*):(.*)$/.exec(name) ?? [];
  const literal = (text: string): string => text.replaceAll('.', '[.]');
  // Kafka puts what is no plain word between quotes.
  const value = (text: string): string => literal(text).replaceAll('*', '"?([^"<>]+?)"?');
  return `^${literal(domain)}<${keys.split(',').map(value).join(', ')}><>${literal(attribute)}: `;
}

/** Of a JVM that shows its beans. */
export const ONE_AGENT: Rule<JvmOptions & { readonly metrics: boolean }> = {
  requires: 'With metrics, jvmOptions start no other agent.',
  fails: ({ metrics, jvmOptions = '' }) => metrics && /(^|\s)-javaagent:/.test(jvmOptions),
  message: () =>
    'jvmOptions must not have -javaagent while metrics is true: every tool in the container would start that agent, too, and one for metrics is there already; leave one of the two out.',
  source: 'policy',
};
