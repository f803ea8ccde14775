import { App, Testing } from 'cdktf';
import { parseAllDocuments } from 'yaml';
import { manifestFiles } from '../../../../cli/engine/manifests';
import {
  ContainerApp,
  ContainerImage,
  HealthCheck,
  KafkaCluster,
  KubernetesPlatform,
  Size,
} from '../../../../constructs';
import { synthesize } from '../../../../constructs/testing';
import { objectsOf } from '../../../support/kubernetes';
import { newStack } from '../../../support/synth';
import { synthesized } from '../../../support/synthesized';

function program(): App {
  const app = Testing.app();
  const stack = newStack('platform', app);
  const platform = new KubernetesPlatform(stack, 'platform');
  const kafka = new KafkaCluster(newStack('kafka', app), 'kafka', { platform });
  const web = new ContainerApp(newStack('services', app), 'web', {
    kafka,
    image: ContainerImage.of('example/web:1', { user: '1000' }),
    memory: Size.mebibytes(64),
    healthCheck: HealthCheck.bash('exit 0'),
    environment: { TEMPLATE: '${a} %{b} $${c}', ANSWER: 'yes', NUMBER: '010', EMPTY: '' },
    files: { '/etc/web.conf': 'one: 1\n\n\n' },
  });
  web.reads(kafka.addTopic('user_events'));
  return app;
}

const filesOf = (app: App): ReturnType<typeof manifestFiles> =>
  manifestFiles(
    Object.entries(synthesize(app).stacks).map(([name, { resource = {} }]) =>
      synthesized(name, { kubectl_manifest: Object.values(resource.kubectl_manifest ?? {}) }),
    ),
  );

test('writes all objects as the API takes them, a file for each stack, the namespace first', () => {
  const app = program();
  const files = filesOf(app);
  expect(files.map(({ name }) => name)).toEqual([
    '01-platform.yaml',
    '02-kafka.yaml',
    '03-services.yaml',
    '04-topics.yaml',
  ]);
  // As the tools of Kubernetes read it.
  const read = files
    .flatMap(({ text }) => parseAllDocuments(text, { version: '1.1' }))
    .map((each): unknown => each.toJS());
  expect(read.filter((each) => each !== null)).toEqual(expect.arrayContaining([...objectsOf(app)]));
  expect(files[2]!.text).toContain('value: ${a} %{b} $${c}\n');
  expect(files[0]!.text).toMatch(/^# Written by .*\n---\napiVersion: v1\nkind: Namespace\n/);
});

test('writes the same bytes at every synth', () => {
  expect(filesOf(program())).toEqual(filesOf(program()));
});

test('says so if there is nothing for Kubernetes', () => {
  expect(() => manifestFiles([synthesized('docker', {})])).toThrow('No stack has anything for Kubernetes');
});
