import { LABEL, ROLE, USUAL_LISTENERS } from '../../../constructs/core/labels';
import { clustersOf } from '../clusters';
import { containersOf, isA, type Plan, type PlannedContainer } from '../plan';
import type { DataLoss } from './danger';

/** A container that stays, as it was and as it will be. */
interface Staying {
  readonly before: PlannedContainer;
  readonly after: PlannedContainer;
}

/** What nodes of a kind listen at; who does not say has the usual. */
const KINDS = [
  {
    role: ROLE.broker,
    speakers: [ROLE.broker],
    label: LABEL.brokerListeners,
  },
  {
    role: ROLE.controller,
    speakers: [ROLE.broker, ROLE.controller],
    label: LABEL.controllerListeners,
  },
];

/**
 * Brokers and controllers that would not understand each other while one after the other is replaced, nor those who ask
 * all of them: what one speaks, the others must understand before and after, and no listener may change its protocol.
 */
export function unlikeListeners(plans: readonly Plan[]): readonly DataLoss[] {
  const staying = containersOf(plans).flatMap(({ before, after }) =>
    before && after ? { before, after } : [],
  );
  return clustersOf(plans).flatMap((cluster) => {
    const members = staying.filter(({ after }) => cluster.has(after.name));
    const unlike = members.filter((each) => KINDS.some((kind) => isUnlike(each, members, kind)));
    if (unlike.length === 0) return [];
    const containers = unlike.map(({ after }) => after.name);
    const sentence = `${containers.join(', ')} and those that are not replaced yet would not understand each other: their listeners change in one step. Go there in steps, with Certificates.folder(path, { plaintext: Plaintext.USED }) and listeners of other names first; or have all of them replaced together, with a pause for everybody.`;
    return { rule: 'listeners', name: 'at-once', sentence, containers } as const;
  });
}

function isUnlike(one: Staying, members: readonly Staying[], kind: (typeof KINDS)[number]): boolean {
  const mapOf = ({ labels }: PlannedContainer): readonly string[] =>
    (labels[kind.label] ?? USUAL_LISTENERS[kind.label] ?? '').split(',');
  const others = members.filter((each) => each !== one && isA(kind.role, each.after));
  if (!kind.speakers.some((role) => isA(role, one.after)) || others.length === 0) return false;
  const [before, after] = [mapOf(one.before), mapOf(one.after)];
  const [spoken, speaks] = [before[0] ?? '', after[0] ?? ''];
  return (
    others.some((other) => !mapOf(other.before).includes(speaks) || !mapOf(other.after).includes(spoken)) ||
    before.some((each) => after.some((now) => nameOf(now) === nameOf(each) && now !== each))
  );
}

const nameOf = (listener: string): string => listener.replace(/:.*/, '');
