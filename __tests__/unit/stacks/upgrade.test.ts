import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokerId, containersOf, type Change, type Plan } from '../../../cli/engine/plan';
import { dataLosses, allowKey } from '../../../cli/engine/plan-gate';
import { programJson, type StackName } from '../../support/program';
import { change, plan } from '../../support/plans';
import type { Synthesized } from '../../support/synth';

type Attributes = Record<string, unknown>;

/** A resource of commit 8953299, or where a state was; of all four variants, or only of some. */
interface Former {
  readonly of?: readonly string[];
  readonly stack: StackName;
  readonly type: string;
  readonly id: string;
  /** What names it or its data, or replaces it; of a container what the commands read. */
  readonly was: Attributes;
}

const FORMER = readFileSync(join(__dirname, 'commit-8953299.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Former);

const ARGUMENTS_OF_TERRAFORM = new Set(['//', 'depends_on', 'provider']);

const address = ({ stack, type, id }: Former): string => `${stack}: ${type}.${id}`;

/** An image's id is its reference. Another one is another resource; the Engine keeps what it has. */
const isImage = ({ type, was }: Former): boolean => type === 'docker_image' && was.keep_locally === true;

/** A container is replaced, once, by labels and health checks that it did not have, as the changelog says. */
const isContainer = ({ type }: Former): boolean => type === 'docker_container';

describe.each(
  ['standard', 'small'].flatMap((profile) =>
    ['zookeeper', 'kraft'].map((metadata) => [profile, metadata] as const),
  ),
)('what commit 8953299 deployed in the profile %s with metadata in %s', (profile, metadata) => {
  const program = programJson({ PLATFORM_PROFILE: profile, PLATFORM_METADATA: metadata });
  const former = FORMER.filter(({ of }) => of?.includes(`${profile} ${metadata}`) ?? true);
  const now = ({ stack, type, id }: Former): Attributes | undefined =>
    (({ ...program[stack].resource, ...program[stack].terraform }) as NonNullable<Synthesized['resource']>)[
      type
    ]?.[id];

  test('is at the address where it was, images aside', () => {
    const gone = former.filter((each) => !isImage(each) && !now(each));
    expect(gone.map(address)).toEqual([]);
  });

  test('keeps every state, volume, network and topic as it is', () => {
    for (const each of former.filter((one) => !isImage(one) && !isContainer(one))) {
      const attributes = Object.entries(now(each) ?? {}).filter(
        ([name]) => !ARGUMENTS_OF_TERRAFORM.has(name),
      );
      expect({ [address(each)]: Object.fromEntries(attributes) }).toEqual({ [address(each)]: each.was });
    }
  });

  test('keeps names, addresses, volumes, ids, groups and checkpoints of its containers', () => {
    for (const each of former.filter(isContainer)) {
      const expected = Object.entries(each.was).map(([name, value]) => [
        name,
        ['env', 'labels', 'command'].includes(name)
          ? (expect.arrayContaining(value as unknown[]) as unknown)
          : value,
      ]);
      expect({ [address(each)]: now(each) }).toMatchObject({
        [address(each)]: Object.fromEntries(expected) as unknown,
      });
    }
  });

  const upgrade: Plan = plan(
    ...former
      .filter(({ type }) => type !== 'backend')
      .map((each): Change => {
        const after = now(each) ?? null;
        const kept = isContainer(each) ? after : after && each.was;
        return { ...change(each.type, each.was, kept, isContainer(each)), address: address(each) };
      }),
  );

  test('loses nothing by the deploy of today, which replaces the brokers in turn', () => {
    expect(dataLosses([upgrade]).map(allowKey)).toEqual(['brokers:at-once']);
  });

  test('has brokers whose numbers are known before they are replaced', () => {
    const ids = containersOf([upgrade]).map(({ before, after }) => [brokerId(before), brokerId(after)]);
    expect(ids.filter(([, after]) => after !== undefined)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});
