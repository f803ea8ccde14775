import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { IPlatform } from '../constructs/core/platform';
import { Grafana } from '../constructs/grafana/grafana';
import type { IPrometheus } from '../constructs/prometheus/interfaces';
import { Prometheus } from '../constructs/prometheus/prometheus';
import { keepStateLocally } from './local-state';

export interface ObservabilityStackProps {
  readonly platform: IPlatform;
}

/** What watches all others. Nothing needs it, and it needs nothing: it can be taken away and put back at any time. */
export class ObservabilityStack extends TerraformStack {
  public readonly prometheus: IPrometheus;

  public constructor(scope: Construct, id: string, { platform }: ObservabilityStackProps) {
    super(scope, id);
    keepStateLocally(this, platform);
    const prometheus = (this.prometheus = new Prometheus(this, 'prometheus', { platform }));
    // The local family has none, and its page draws the same.
    if (platform.images.grafana) new Grafana(this, 'grafana', { platform, prometheus });
  }
}
