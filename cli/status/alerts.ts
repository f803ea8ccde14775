import { ROLE } from '../../constructs/core/labels';
import { isPage } from '../docker/services';
import { isA } from '../engine/plan';
import type { Stack } from '../engine/synthesis';
import { patiently } from '../patience';
import { declaredContainers } from './declared';
import type { AlertStatus, PrometheusStatus } from './report';
import { within } from './within';

/** It is on this machine, and answers out of its memory; in milliseconds. */
const LIMIT = 1_000;

/** What was found of a Prometheus. */
export interface FoundAlerts {
  readonly status: PrometheusStatus;
  readonly problems: readonly string[];
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
}

/** Of `GET /api/v1/alerts`. */
interface Answer {
  readonly data: {
    readonly alerts: readonly {
      readonly state: 'firing' | 'pending';
      readonly activeAt: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  };
}

/** @param isDown whether no container of the stacks is there, so that none answers */
export async function askAlerts(stacks: readonly Stack[], isDown: boolean): Promise<readonly FoundAlerts[]> {
  const declared = declaredContainers(stacks).filter((each) => isA(ROLE.prometheus, each));
  const urls = declared.flatMap(({ endpoints }) => endpoints.map(({ address }) => address).filter(isPage));
  return Promise.all(
    urls.map((url) =>
      isDown ? Promise.resolve({ status: { url }, problems: [], unknown: [], notes: [] }) : ask(url),
    ),
  );
}

async function ask(url: string): Promise<FoundAlerts> {
  const answer = await within(`Prometheus at ${url}`, alertsOf(url), patiently(LIMIT));
  if ('why' in answer) return { status: { url }, problems: [], unknown: [answer.why], notes: [] };
  const alerts = answer.value;
  return {
    status: { url, alerts },
    problems: alerts.filter(({ state }) => state === 'firing').map(fires),
    unknown: [],
    notes: alerts.filter(({ state }) => state === 'pending').map(wouldFire),
  };
}

async function alertsOf(url: string): Promise<readonly AlertStatus[]> {
  const answer = await fetch(`${url}/api/v1/alerts`, { signal: AbortSignal.timeout(patiently(LIMIT)) });
  if (!answer.ok) throw new Error(`it answers with ${answer.status}`);
  const { data } = (await answer.json()) as Answer;
  return data.alerts.map(({ state, activeAt, labels, annotations }) => {
    const { alertname: name = '', severity = '', ...others } = labels;
    const { summary = '', action = '' } = annotations;
    // Go writes nanoseconds.
    return {
      name,
      state,
      severity,
      since: new Date(activeAt).toISOString(),
      summary,
      action,
      labels: others,
    };
  });
}

const fires = ({ name, severity, since, summary, action }: AlertStatus): string =>
  [`${name} (${[severity, `since ${since.slice(0, 19)}Z`].filter(Boolean).join(', ')}):`, summary, action]
    .filter(Boolean)
    .join(' ');

const wouldFire = ({ name, summary }: AlertStatus): string =>
  [`${name} will be an alert if it goes on:`, summary].filter(Boolean).join(' ');
