import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { manifestFiles, type ManifestFile } from '../../../cli/engine/manifests';
import { readStacks } from '../../../cli/engine/synthesis';
import { synthProgram } from '../../support/program';
import type { Rendered } from '../../support/kubernetes';

const SETTINGS = {
  PLATFORM_TARGET: 'kubernetes',
  PLATFORM_IMAGE_REGISTRY: 'registry.example.com/team',
  PLATFORM_SHARED_STORAGE_CLASS: 'nfs',
};

function filesOf(settings: Record<string, string> = {}): readonly ManifestFile[] {
  const outdir = mkdtempSync(join(tmpdir(), 'kubernetes-'));
  synthProgram({ ...SETTINGS, ...settings }, outdir);
  return manifestFiles(readStacks(outdir));
}

const objectsIn = (files: readonly ManifestFile[]): readonly Rendered[] =>
  files.flatMap(({ text }) => parseAllDocuments(text).map((each) => each.toJS() as Rendered));

/** Without the application's own text, which has tests of its own. */
const shown = (text: string): string =>
  text
    .replace(/^( +)(\S+\.py): \|\n(?:\1 .*\n|\n)+/gm, '$1$2: <the file>\n')
    .replace(/cdktf-streaming\.files: .*/g, 'cdktf-streaming.files: <the digest>');

const standard = filesOf();

test.each(standard.map((each) => [each.name, each] as const))(
  '%s is as it was last read',
  (name, { text }) => {
    expect(shown(text)).toMatchSnapshot(name);
  },
);

test('the whole platform is there: brokers, topics, services and applications', () => {
  const names = objectsIn(standard)
    .filter(({ kind }) => /^(Kafka.*|Deployment|SparkApplication)$/.test(kind))
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(names.sort()).toEqual([
    'Deployment kafka-ui',
    'Deployment listener',
    'Deployment schema-registry',
    'Kafka streaming',
    'KafkaConnect kafka-connect',
    'KafkaNodePool dual-role',
    'KafkaTopic aggregated-data',
    'KafkaTopic aggregated-data-dead-letter',
    'KafkaTopic compose-connect-configs',
    'KafkaTopic compose-connect-offsets',
    'KafkaTopic compose-connect-status',
    'KafkaTopic schemas',
    'KafkaTopic user-events',
    'KafkaTopic user-events-dead-letter',
    'SparkApplication kafka-spark-app',
  ]);
});

test.each(['standard', 'small', 'performance'])('the profile %s is one of Kubernetes, too', (profile) => {
  const kinds = objectsIn(filesOf({ PLATFORM_PROFILE: profile })).map(({ kind }) => kind);
  expect(kinds).toContain('SparkApplication');
});

test.each(['public', 'local'])('all images of the family %s come from the registry', (PLATFORM_IMAGES) => {
  const text = filesOf({ PLATFORM_IMAGES })
    .map((each) => each.text)
    .join('');
  const images = [...text.matchAll(/^ +image: (.*)$/gm)].map(([, image]) => image);
  expect(images.length).toBeGreaterThan(3);
  for (const image of images) expect(image).toMatch(/^registry\.example\.com\/team\//);
});

test('its state is apart from that of a platform of the same name on Docker', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'kubernetes-'));
  synthProgram(SETTINGS, outdir);
  const json = readFileSync(join(outdir, 'stacks', 'topics', 'cdk.tf.json'), 'utf8');
  expect(json).toContain('"../../../.state/streaming.kubernetes/topics.tfstate"');
});
