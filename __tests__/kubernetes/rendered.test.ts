import { Checker } from '../../tools/kubernetes/checker';
import { ensureDefinitions } from '../../tools/kubernetes/definitions';
import { objectsOf } from '../support/kubernetes';
import { securedProgram, wholeProgram } from '../support/kubernetes-programs';

let checker: Checker;

beforeAll(async () => {
  checker = new Checker(await ensureDefinitions());
});

const KINDS = [
  ...['ConfigMap', 'Deployment', 'Job', 'Namespace', 'NetworkPolicy', 'PersistentVolumeClaim', 'Service'],
  ...[
    'Kafka',
    'KafkaConnect',
    'KafkaConnector',
    'KafkaNodePool',
    'KafkaTopic',
    'KafkaUser',
    'SparkApplication',
  ],
];

test('what the library renders is what the operators and Kubernetes define', () => {
  const programs = [wholeProgram(), securedProgram()].map(objectsOf);
  expect(
    programs.flatMap((objects) => checker.check(objects.map((each) => JSON.stringify(each)).join('\n---\n'))),
  ).toEqual([]);
  expect([...new Set(programs.flat().map(({ kind }) => kind))]).toEqual(expect.arrayContaining(KINDS));
});
