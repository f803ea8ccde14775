/** What the containers of a platform may have met, which of them, and how much of it was deployed before. */
export const HOWS = [
  'stopped',
  'killed',
  'removed',
  'unhealthy',
  'tainted',
  'edited',
  'edited and stopped',
] as const;
export const WHICH = ['all', 'some', 'one'] as const;
/** Of what is declared, and of that on the brokers. */
export const TOPICS = ['all', 'half', 'no'] as const;
/** Those up to the brokers, or all. */
export const STACKS = ['all', 'the first'] as const;

export interface State {
  readonly how: (typeof HOWS)[number];
  readonly which: (typeof WHICH)[number];
  readonly topics: (typeof TOPICS)[number];
  readonly stacks: (typeof STACKS)[number];
}

/** Services are deployed after the topics, and Connect ends without its own. */
export const isPossible = ({ topics, stacks }: Pick<State, 'topics' | 'stacks'>): boolean =>
  !(topics === 'no' && stacks === 'all');

/** Every state that a start may find. */
export const ALL: readonly State[] = HOWS.flatMap((how) =>
  WHICH.flatMap((which) =>
    TOPICS.flatMap((topics) => STACKS.map((stacks): State => ({ how, which, topics, stacks }))),
  ),
).filter(isPossible);

const state = (
  how: State['how'],
  which: State['which'],
  topics: State['topics'],
  stacks: State['stacks'],
): State => ({ how, which, topics, stacks });

/** Each pair of parts that is possible at least once. */
export const PAIRWISE: readonly State[] = [
  state('stopped', 'all', 'all', 'all'),
  state('stopped', 'some', 'half', 'the first'),
  state('stopped', 'one', 'no', 'the first'),
  state('killed', 'all', 'half', 'all'),
  state('killed', 'some', 'no', 'the first'),
  state('killed', 'one', 'all', 'the first'),
  state('removed', 'all', 'no', 'the first'),
  state('removed', 'some', 'all', 'all'),
  state('removed', 'one', 'half', 'all'),
  state('unhealthy', 'all', 'all', 'the first'),
  state('unhealthy', 'some', 'half', 'all'),
  state('unhealthy', 'one', 'no', 'the first'),
  state('tainted', 'all', 'half', 'all'),
  state('tainted', 'some', 'no', 'the first'),
  state('tainted', 'one', 'all', 'all'),
  state('edited', 'all', 'no', 'the first'),
  state('edited', 'some', 'all', 'all'),
  state('edited', 'one', 'half', 'the first'),
  state('edited and stopped', 'all', 'all', 'all'),
  state('edited and stopped', 'some', 'half', 'the first'),
  state('edited and stopped', 'one', 'no', 'the first'),
];

export const nameOf = ({ how, which, topics, stacks }: State): string =>
  `20. Started from: ${which} of the containers ${how}, ${topics} topics deployed, ${stacks} stacks`;
