import { Option } from 'commander';
import type { Plan } from '../plan';
import { keptSettings, lostCheckpoints, olderSpark } from './checkpoints';
import { brokersAtOnce, lostBrokers, lostVolumes } from './containers';
import { allowKey, mayPause, type DataLoss } from './danger';
import { olderKafka } from './kafka-version';
import { unlikeListeners } from './listeners';
import { lostObjects, smallerClaims } from './kubernetes';
import { lostMetadata } from './metadata';
import { retentionCuts } from './retention';
import { lostTopics, tooFewCopies } from './topics';

export { allowKey, mayPause, type DataLoss };

const RULES: readonly ((plans: readonly Plan[]) => readonly DataLoss[])[] = [
  lostTopics,
  tooFewCopies,
  retentionCuts,
  lostVolumes,
  lostObjects,
  smallerClaims,
  lostBrokers,
  brokersAtOnce,
  lostMetadata,
  olderKafka,
  unlikeListeners,
  lostCheckpoints,
  keptSettings,
  olderSpark,
];

/**
 * Everything that plans would do which loses data, or takes the brokers away from their users.
 * @param plans of all stacks together, because one says what another's resources are for
 */
export function dataLosses(plans: readonly Plan[]): readonly DataLoss[] {
  return RULES.flatMap((rule) => rule(plans));
}

/** Those that nobody said yes to, each in a sentence of its own with the way to say yes; undefined where there is none. */
export function refusal(
  found: readonly DataLoss[],
  allowed: readonly string[],
  sayYes: string,
): string | undefined {
  const refused = found.filter((each) => !allowed.includes(allowKey(each)));
  if (refused.length === 0) return undefined;
  const words = [...new Set(refused.map(allowKey))];
  return [
    ...refused.map((each) => `✖ ${each.sentence}`),
    '',
    `If that is what you want: ${sayYes} ${words.map((each) => `--allow ${each}`).join(' ')}`,
  ].join('\n');
}

/** `--allow <what>`, as often as needed. */
export function allowOption(): Option {
  return new Option('--allow <what>', 'let this happen, such as topic:orders; may be given again').argParser(
    (what: string, before: string[] | undefined) => [...(before ?? []), what],
  );
}
