import { available, shortages, waited, type Machine } from '../../../../cli/docker/machine';

const GIBIBYTE = 2 ** 30;
const IDLE: Machine = {
  cores: 2,
  load: 4,
  memory: { total: 8 * GIBIBYTE, available: GIBIBYTE / 2 },
  waited: { memory: 10, io: 40 },
  disk: { folder: '/var/lib/docker', free: GIBIBYTE },
};

afterEach(() => {
  delete process.env.PLATFORM_PATIENCE;
  delete process.env.PLATFORM_PROFILE;
});

test('a machine that has enough is no reason, and neither is one that says little', () => {
  expect(shortages(IDLE)).toEqual([]);
  expect(shortages({ cores: 1, load: 0, memory: IDLE.memory, waited: {} })).toEqual([]);
});

test.each<[string, Partial<Machine>, RegExp]>([
  ['a load far above its cores', { load: 10 }, /^10 processes want its 2 cores.*--patience 5`$/],
  [
    'hardly any memory',
    { memory: { total: 8 * GIBIBYTE, available: GIBIBYTE / 4 } },
    /^0\.3 GiB of 8\.0 GiB memory/,
  ],
  ['memory that everything waits for', { waited: { memory: 11 } }, /memory are left.*\(`heap`, `memory`\)$/],
  ['a disk that everything waits for', { waited: { io: 41 } }, /^everything waited for its disk 41 %/],
  [
    'hardly any disk',
    { disk: { folder: '/var', free: GIBIBYTE - 1 } },
    /left on the disk of \/var.*system prune/,
  ],
])('%s is said, with what to do', (_, machine, says) => {
  expect(shortages({ ...IDLE, ...machine })).toEqual([expect.stringMatching(says)]);
});

test('what is set already is not advised', () => {
  process.env.PLATFORM_PATIENCE = '10';
  process.env.PLATFORM_PROFILE = 'small';
  const short = { ...IDLE, load: 30, memory: { total: GIBIBYTE, available: 0 } };
  expect(shortages(short).join()).not.toMatch(/--patience|--profile/);
});

test('a program that has profiles is told of the small one', () => {
  process.env.PLATFORM_PROFILE = 'standard';
  expect(shortages({ ...IDLE, waited: { memory: 11 } })[0]).toMatch(/up --profile small`$/);
});

test('more patience than there is, is advised', () => {
  process.env.PLATFORM_PATIENCE = '6';
  expect(shortages({ ...IDLE, load: 10 })[0]).toContain('--patience 7');
});

test('memory that the kernel would give back is available', () => {
  expect(available('MemTotal:       24684096 kB\nMemAvailable:   20505744 kB\n')).toBe(20_505_744 * 1024);
  expect(available('')).toBeUndefined();
});

test('pressure is the share of a minute in which nothing went on', () => {
  const pressure =
    'some avg10=94.77 avg60=83.47 avg300=51.36 total=1\nfull avg10=1.00 avg60=2.50 avg300=0.00 total=0\n';
  expect(waited(pressure)).toBe(2.5);
  expect(waited('')).toBeUndefined();
});
