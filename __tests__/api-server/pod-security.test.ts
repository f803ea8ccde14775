import { eventually } from '../support/eventually';
import { objectsOf, type Fields, type Rendered } from '../support/kubernetes';
import { wholeProgram } from '../support/kubernetes-programs';
import { kubectl, refusal } from './support/kubectl';

const objects = objectsOf(wholeProgram());
const inNamespace = (...args: string[]): Promise<string> => kubectl([...args, '--namespace=streaming']);

beforeAll(() =>
  kubectl(['create', '-f', '-'], JSON.stringify(objects.find(({ kind }) => kind === 'Namespace'))),
);
afterAll(() => kubectl(['delete', 'namespace', 'streaming']));

/** As an operator makes it of what it is told of pods; what else it puts there only the operator knows. */
interface Pod {
  readonly of: string;
  readonly securityContext: Fields | undefined;
  readonly container: Fields | undefined;
  readonly volumes?: Fields;
}

const strimzi = (of: string, template: Fields, container: string): Pod => ({
  of,
  securityContext: template.pod?.securityContext,
  container: { securityContext: template[container]?.securityContext ?? {} },
});

const spark = (of: string, { spec }: Fields): Pod => ({
  of,
  securityContext: spec?.securityContext,
  container: spec?.containers?.[0],
  volumes: spec?.volumes,
});

function podsOf({ kind, metadata: { name }, spec }: Rendered): readonly Pod[] {
  const of = `${kind} ${name}`;
  switch (kind) {
    case 'KafkaNodePool':
      return [strimzi(of, spec.template!, 'kafkaContainer')];
    case 'KafkaConnect':
      return [strimzi(of, spec.template!, 'connectContainer')];
    case 'Kafka': {
      const template = spec.entityOperator!.template!;
      return ['topicOperatorContainer', 'userOperatorContainer'].map((each) => strimzi(of, template, each));
    }
    case 'SparkApplication':
      return [
        spark(`driver of ${name}`, spec.driver!.template!),
        spark(`executor of ${name}`, spec.executor!.template!),
      ];
    default:
      return [];
  }
}

/** What admission has against a pod; nothing of it is kept. */
function refusalOf({ securityContext, container, volumes }: Pod): Promise<string> {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'one', namespace: 'streaming' },
    spec: { securityContext, volumes, containers: [{ name: 'it', ...container, image: 'example/it:1' }] },
  };
  return refusal(kubectl(['create', '--dry-run=server', '-f', '-'], JSON.stringify(pod)));
}

const PODS = objects.flatMap(podsOf);

test('every product that an operator runs is among them', () => {
  expect(new Set(PODS.map(({ of }) => of.split(' ')[0]))).toEqual(
    new Set(['Kafka', 'KafkaConnect', 'KafkaNodePool', 'driver', 'executor']),
  );
});

test.each(PODS)('the pod of $of is admitted', async (pod) => {
  expect(await refusalOf(pod)).toBe('');
});

test.each(PODS)('the pod of $of is refused without what is said of it', async (pod) => {
  const container = { ...pod.container, securityContext: {} };
  const refused = await refusalOf({ ...pod, securityContext: undefined, container });
  expect(refused).toMatch(/violates PodSecurity "restricted:latest"/);
  for (const what of ['allowPrivilegeEscalation', 'capabilities', 'runAsNonRoot', 'seccompProfile'])
    expect(refused).toContain(what);
});

test('a Deployment that is not hardened gets no pod, and says why', async () => {
  await inNamespace('create', 'deployment', 'soft', '--image=example/soft:1');
  const path = '--output=jsonpath={.status.conditions[?(@.type=="ReplicaFailure")].message}';
  await eventually(async () => {
    expect(await inNamespace('get', 'deployment', 'soft', path)).toMatch(/violates PodSecurity/);
  });
  expect(await inNamespace('get', 'pods', '--output=name')).toBe('');
});
