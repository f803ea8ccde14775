import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { rulesFile } from '../../../constructs/prometheus/configuration';
import type { MeasuredService } from '../../../constructs/core/measured-services';
import { ALERTS } from '../../../constructs';
import { ensurePromtool } from '../../../tools/lib/promtool';

/** Values by their series, one a minute, as promtool writes them: `0x10` is eleven times 0, `1+2x3` is 1, 3, 5 and 7. */
export type Samples = Readonly<Record<string, string>>;

/** What somebody is told at a minute. */
export interface Expected {
  readonly samples: Samples;
  readonly minute: number;
  /** The labels of each alert that fires then, beside its severity. */
  readonly firing: readonly string[];
}

/** @returns how the alerts of the library are not as expected; nothing if they are */
export async function unexpected(
  alert: string,
  all: readonly Expected[],
  services: readonly MeasuredService[] = [],
): Promise<string> {
  const severity = ALERTS.find(({ name }) => name === alert)?.severity;
  const state = `alertname="${alert}",alertstate="firing"`;
  return promtool(rulesFile(ALERTS, services), {
    rule_files: ['rules.yml'],
    evaluation_interval: '15s',
    tests: all.map(({ samples, minute, firing }) => ({
      interval: '1m',
      input_series: Object.entries(samples).map(([series, values]) => ({ series, values })),
      promql_expr_test: [
        {
          expr: `ALERTS{${state}}`,
          eval_time: `${minute}m`,
          exp_samples: firing.map((labels) => ({
            labels: `ALERTS{${state},severity="${severity}",${labels}}`,
            value: 1,
          })),
        },
      ],
    })),
  });
}

/** What the tool says of rules, and of a test of them if there is one, where it does not pass. */
export async function promtool(rules: string, test?: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
  writeFileSync(join(folder, 'rules.yml'), rules);
  writeFileSync(join(folder, 'test.yml'), JSON.stringify(test ?? {}));
  const args = test ? ['test', 'rules', 'test.yml'] : ['check', 'rules', 'rules.yml'];
  const { failed, stdout, stderr } = await execa(await ensurePromtool(), args, {
    cwd: folder,
    reject: false,
  });
  return failed ? `${stdout}\n${stderr}` : '';
}
