import type { TerraformStack } from 'cdktf';
import {
  DASHBOARDS,
  DockerPlatform,
  Grafana,
  Images,
  KubernetesPlatform,
  Prometheus,
} from '../../../../constructs';
import { assertValid } from '../../../../constructs/core/validation';
import { textOf } from '../../../../constructs/core/escape-template';
import { localFamily } from '../../../../constructs/local-images';
import { container, IMAGES, newPlatform, newStack } from '../../../support/synth';

function grafana(portOffset = 0): { stack: TerraformStack; made: Grafana; files: Map<string, unknown> } {
  const stack = newStack();
  const platform = newPlatform(stack, { portOffset });
  const prometheus = new Prometheus(stack, 'prometheus', { platform });
  const made = new Grafana(stack, 'grafana', { platform, prometheus });
  const uploads = container(stack, 'grafana').upload ?? [];
  const files = new Map(uploads.map(({ file, content }) => [file, JSON.parse(textOf(content)) as unknown]));
  return { stack, made, files };
}

test('asks the Prometheus that it is given, and shows its dashboards, which nobody changes there', () => {
  const { files } = grafana();
  expect(files.get('/etc/grafana/provisioning/datasources/prometheus.yaml')).toMatchObject({
    datasources: [{ type: 'prometheus', uid: 'prometheus', url: 'http://prometheus:9090', editable: false }],
  });
  expect(files.get('/etc/grafana/provisioning/dashboards/prometheus.yaml')).toMatchObject({
    providers: [
      { disableDeletion: true, allowUiUpdates: false, options: { path: '/etc/grafana/dashboards' } },
    ],
  });
  for (const { id, title } of DASHBOARDS)
    expect(files.get(`/etc/grafana/dashboards/${id}.json`)).toMatchObject({
      uid: id,
      title,
      editable: false,
    });
  expect(files.size).toBe(DASHBOARDS.length + 2);
});

test('lets everybody look who reaches it, and nobody log in', () => {
  const { stack } = grafana();
  const { env, ports } = container(stack, 'grafana');
  expect(env).toEqual(
    expect.arrayContaining([
      'GF_AUTH_ANONYMOUS_ENABLED=true',
      'GF_AUTH_ANONYMOUS_ORG_ROLE=Viewer',
      'GF_AUTH_BASIC_ENABLED=false',
      'GF_AUTH_DISABLE_LOGIN_FORM=true',
      'GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION=true',
      'GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH=/etc/grafana/dashboards/overview.json',
    ]),
  );
  expect(ports).toMatchObject([{ ip: '127.0.0.1', internal: 3000, external: 3000 }]);
});

test('keeps nothing: it has no volume, and all that it shows is in the program', () => {
  const { user, volumes } = container(grafana().stack, 'grafana');
  expect({ user, volumes }).toEqual({ user: '472', volumes: [] });
});

test('is at the port that users know, behind the offset of its platform', () => {
  expect(grafana().made.hostUrl).toBe('http://localhost:3000');
  expect(grafana(100).made.hostUrl).toBe('http://localhost:3100');
});

test('is refused with images that have none, and says what draws the same there', () => {
  const stack = newStack();
  const platform = newPlatform(stack, { images: { ...IMAGES, grafana: undefined } });
  const prometheus = new Prometheus(stack, 'prometheus', { platform });
  expect(() => new Grafana(stack, 'grafana', { platform, prometheus })).toThrow(
    /^test\/grafana cannot be made:\n {2}- platform must have images with a grafana, .*KafkaUi with prometheus draws the same panels\. \[policy\].*$/,
  );
  expect([Images.public().grafana, localFamily('images').grafana]).toEqual([expect.anything(), undefined]);
});

test('is refused on Kubernetes, once', () => {
  const stack = newStack();
  const prometheus = new Prometheus(stack, 'prometheus', { platform: newPlatform(stack) });
  const platform = new KubernetesPlatform(stack, 'kubernetes');
  expect(() => new Grafana(stack, 'grafana', { platform, prometheus })).toThrow(
    /^test\/grafana cannot be made:\n {2}- platform must be a DockerPlatform, .*$/,
  );
});

test('is refused in another network than the Prometheus that it asks', () => {
  const stack = newStack();
  const prometheus = new Prometheus(stack, 'prometheus', { platform: newPlatform(stack) });
  const platform = new DockerPlatform(stack, 'other', {
    platformName: 'other',
    portOffset: 1,
    images: IMAGES,
  });
  new Grafana(stack, 'grafana', { platform, prometheus });
  expect(() => assertValid(stack)).toThrow(/works with test\/prometheus on test\/platform/);
});
