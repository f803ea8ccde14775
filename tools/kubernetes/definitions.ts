import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { CommandError, tail } from '../../cli/program';
import { ensureArtifact, jarAddress } from '../lib/artifact';
import { findJava } from '../lib/java';
import { ROOT } from '../lib/root';

/** A Go module, and the checksum that `go.sum` would have of it. */
interface Module {
  readonly path: string;
  readonly version: string;
  readonly sum: string;
}

export const KUBERNETES: Module = {
  path: 'k8s.io/kubernetes',
  version: 'v1.37.2',
  sum: 'h1:A2VDEiObzkYqFTKhSsn0ZEb0RlLEXpHWj93gi2HqEwE=',
};

const SPARK_OPERATOR: Module = {
  path: 'github.com/kubeflow/spark-operator/v2',
  version: 'v2.3.0',
  sum: 'h1:cYN/331gwkdZ0S/ai72JQoUv7UK52O2OQOWFpl8XhPc=',
};

const STRIMZI = '1.2.0';
const JARS = [
  ['crd-generator', '76bb2430e702a1e6a24c071d26c865d5e9572cbc630d176d3b912033ae23ed00'],
  ['api', '566961ae5e5646a001ae91312beda5cba3a5d467e740e205e1b761754335fe4e'],
] as const;
const KINDS = [
  'kafka.Kafka',
  'nodepool.KafkaNodePool',
  'topic.KafkaTopic',
  'user.KafkaUser',
  'connect.KafkaConnect',
  'connector.KafkaConnector',
];
const GENERATOR_OPTIONS = [
  '--yaml',
  ...['--target-kube', '1.30+'],
  ...['--crd-api-version', 'v1'],
  ...['--api-versions', 'v1'],
  ...['--describe-api-versions', 'v1+'],
  ...['--storage-version', 'v1'],
];

/** What says which objects there may be. */
export interface Definitions {
  /** The operators' own, a CustomResourceDefinition each. */
  readonly operators: readonly string[];
  /** A folder with a document for each of Kubernetes' own groups. */
  readonly kubernetes: string;
}

/**
 * The definitions of the operators and of Kubernetes, from what each of them publishes; made once.
 * @throws CommandError if one cannot be had
 */
export async function ensureDefinitions(cache = join(ROOT, '.cache', 'kubernetes')): Promise<Definitions> {
  const [strimzi, spark, kubernetes] = await Promise.all([
    ensureStrimzi(cache),
    downloadModule(SPARK_OPERATOR),
    downloadModule(KUBERNETES),
  ]);
  return {
    operators: [strimzi, join(spark, 'config', 'crd', 'bases')].flatMap((folder) =>
      readdirSync(folder).map((file) => join(folder, file)),
    ),
    kubernetes: join(kubernetes, 'api', 'openapi-spec', 'v3'),
  };
}

/** As its build makes them, of its classes. */
async function ensureStrimzi(cache: string): Promise<string> {
  const folder = join(cache, `strimzi-${STRIMZI}`);
  if (existsSync(folder)) return folder;
  const java = await findJava({
    release: 21,
    needs: "The generator of Strimzi's definitions needs",
    anyInstalled: true,
  });
  const jars = await Promise.all(
    JARS.map(([name, sha256]) =>
      ensureArtifact(
        { what: `Strimzi's ${name}`, address: jarAddress('io.strimzi', name, STRIMZI), sha256 },
        cache,
      ),
    ),
  );
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const made = KINDS.map((name) => `io.strimzi.api.kafka.model.${name}=${join(unfinished, `${name}.yaml`)}`);
  const { failed, all = '' } = await execa(
    java,
    ['-cp', jars.join(delimiter), 'io.strimzi.crdgenerator.CrdGenerator', ...GENERATOR_OPTIONS, ...made],
    { all: true, reject: false },
  );
  if (failed) {
    rmSync(unfinished, { recursive: true });
    throw new CommandError(`Strimzi's definitions could not be made:\n${tail(all, 15)}`);
  }
  // Another run may have been quicker.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}

/** @returns its folder, in Go's own cache */
async function downloadModule({ path, version, sum }: Module): Promise<string> {
  const { failed, stdout, stderr } = await execa('go', ['mod', 'download', '-json', `${path}@${version}`], {
    cwd: ROOT,
    reject: false,
  });
  const answer = (stdout && !failed ? JSON.parse(stdout) : {}) as { Dir?: string; Sum?: string };
  if (!answer.Dir)
    throw new CommandError(
      `The Go module ${path} ${version}, which has definitions of objects, could not be downloaded. It needs Go 1.21 or later (https://go.dev/dl/) and Go's module proxy.`,
      tail(stdout || stderr, 5),
    );
  if (answer.Sum !== sum)
    throw new CommandError(`The Go module ${path} ${version} is not what it was: its checksum is another.`);
  return answer.Dir;
}
