import { LABEL, ROLE } from '../../../../../constructs/core/labels';
import { keptSettings, lostCheckpoints, olderSpark } from '../../../../../cli/engine/plan-gate/checkpoints';
import { change, container, plan } from '../../../../support/plans';

const CONTAINER = 'docker_container';

describe('checkpoints', () => {
  const driver = (checkpoint: Record<string, string>) => container('app', checkpoint);
  const [one, other] = ['/work/a', '/work/b'].map((path) => driver({ [LABEL.checkpoint]: path }));
  const edit = (before: typeof one, after: typeof one) => plan(change(CONTAINER, before!, after!, true));

  test('that are left for others are told', () => {
    expect(lostCheckpoints([edit(one, other)])).toMatchObject([
      { rule: 'checkpoint', name: 'app', sentence: expect.stringContaining('/work/a for /work/b') as string },
    ]);
  });

  test.each([
    ['stay', one, { ...one, env: ['A=b'] }],
    ['come', driver({}), one],
  ])('that %s are not lost', (_, before, after) => {
    expect(lostCheckpoints([edit(before, after)])).toEqual([]);
  });

  test('stay where they are when the application goes', () => {
    expect(lostCheckpoints([plan(change(CONTAINER, one!, null))])).toEqual([]);
  });
});

const PARTITIONS = 'spark.sql.shuffle.partitions';
const PROVIDER = 'spark.sql.streaming.stateStore.providerClass';

interface Driver {
  readonly settings?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly checkpoint?: string;
}

function driver({ settings = {}, version, checkpoint = '/work/a' }: Driver): ReturnType<typeof container> {
  const labels = {
    [LABEL.role]: ROLE.sparkApplication,
    [LABEL.checkpoint]: checkpoint,
    ...(version !== undefined && { [LABEL.sparkVersion]: version }),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]);
  return container('app', labels, { command: ['/opt/spark/bin/spark-submit', ...words, 'app.py'] });
}

const edited = (before: Driver, after: Driver) => [
  plan(change(CONTAINER, driver(before), driver(after), true)),
];

describe('settings that a checkpoint keeps', () => {
  test.each<[Driver['settings'], Driver['settings'], string]>([
    [{ [PARTITIONS]: '3' }, { [PARTITIONS]: '4' }, `keeps ${PARTITIONS} (3, not 4)`],
    [{ [PROVIDER]: 'org.example.One' }, {}, `keeps ${PROVIDER} (org.example.One, not Spark's own)`],
  ])('that were %j are not to become %j', (before, after, sentence) => {
    expect(keptSettings(edited({ settings: before }, { settings: after }))).toEqual([
      { rule: 'checkpoint-settings', name: 'app', sentence: expect.stringContaining(sentence) as string },
    ]);
  });

  test.each<[string, Driver, Driver]>([
    ['were left to the program', {}, { settings: { [PARTITIONS]: '4' } }],
    ['stay', { settings: { [PARTITIONS]: '3' } }, { settings: { [PARTITIONS]: '3' } }],
    ['are none of them', { settings: { 'spark.task.cpus': '1' } }, { settings: { 'spark.task.cpus': '2' } }],
    [
      'go with another checkpoint',
      { settings: { [PARTITIONS]: '3' } },
      { settings: { [PARTITIONS]: '4' }, checkpoint: '/work/b' },
    ],
  ])('that %s are let', (_, before, after) => {
    expect(keptSettings(edited(before, after))).toEqual([]);
  });
});

describe('a checkpoint', () => {
  test.each([
    ['4.2', '3.5'],
    ['4.2', '4.1'],
  ])('of Spark %s is not for %s', (before, after) => {
    expect(olderSpark(edited({ version: before }, { version: after }))).toEqual([
      {
        rule: 'spark',
        name: 'older',
        sentence: expect.stringContaining(`app would go from Spark ${before} back to ${after}`) as string,
      },
    ]);
  });

  test.each<[string | undefined, string | undefined]>([
    ['3.5', '4.2'],
    ['4.2', '4.2'],
    [undefined, '3.5'],
    ['4.2', undefined],
  ])('of Spark %s is for %s', (before, after) => {
    expect(olderSpark(edited({ version: before }, { version: after }))).toEqual([]);
  });

  test('of its own is begun by another Spark as well', () => {
    const before = { version: '4.2' };
    expect(olderSpark(edited(before, { version: '3.5', checkpoint: '/work/b' }))).toEqual([]);
  });
});
