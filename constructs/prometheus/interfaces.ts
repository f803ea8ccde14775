import type { IConstruct } from 'constructs';
import { instanceLike } from '../core/checks';
import type { IPlatform } from '../core/platform';
import { reach } from '../core/reach';
import type { Dashboard } from './dashboards/dashboard';

/** What keeps the history of services, defined here or elsewhere. */
export interface IPrometheus extends IConstruct {
  /** `http://host:port` in the platform's network. */
  readonly url: string;
  /** `http://host:port` on the host. */
  readonly hostUrl: string;
  /** What draws what it keeps. */
  readonly dashboards: readonly Dashboard[];
  /** What runs it. Undefined where this code does not. */
  readonly platform?: IPlatform;
}

/** A Prometheus, whoever runs it. */
export const prometheusReference = instanceLike('a Prometheus', 'node', 'url', 'hostUrl', 'dashboards');

/** Refuses at synth that `scope`, which runs on `platform`, draws what its container cannot reach. */
export function reachPrometheus(scope: IConstruct, platform: IPlatform, prometheus: IPrometheus): void {
  reach(
    scope,
    platform,
    prometheus,
    [prometheus.url],
    "its url must be an address inside the platform's network",
  );
}

export { PanelKind, PanelUnit, type Dashboard, type Panel } from './dashboards/dashboard';
