import { Lazy } from 'cdktf';
import { isResolved } from '../core/resolved';
import type { Service } from '../core/service';
import { settingsEnvironment } from '../core/settings-environment';
import type { Retention } from './retention';
import { checkIntervalOf, USUAL } from './segments';

/** In which a topic's shorter retention would else be lost. */
const SETTING = 'log.retention.check.interval.ms';

/** How often the brokers of a cluster look for what they may delete, in milliseconds. */
export class CheckInterval {
  private readonly isTold: boolean;
  private interval = USUAL.checkInterval.toMilliseconds();

  /** @param settings of the brokers, which may say it */
  public constructor(
    private readonly brokers: readonly Service[],
    settings: Readonly<Record<string, string | number | boolean>>,
  ) {
    const told = settings[SETTING];
    this.isTold = told !== undefined;
    if (told !== undefined && isResolved(told)) this.interval = Number(told);
  }

  /** What to tell brokers that are no services. */
  public get setting(): Readonly<Record<string, string>> {
    const isUsual = this.isTold || this.interval === USUAL.checkInterval.toMilliseconds();
    return isUsual ? {} : { [SETTING]: String(this.interval) };
  }

  /** Often enough for this retention, too, unless settings say how often. @returns how often that is now */
  public keep(retention: Retention): number {
    const interval = checkIntervalOf(retention);
    if (this.isTold || interval >= this.interval) return this.interval;
    const isFirst = this.interval === USUAL.checkInterval.toMilliseconds();
    this.interval = interval;
    if (!isFirst) return interval;
    const settings = { [SETTING]: Lazy.stringValue({ produce: () => String(this.interval) }) };
    for (const [name, value] of Object.entries(settingsEnvironment('KAFKA', settings)))
      for (const broker of this.brokers) broker.addEnvironment(name, value);
    return interval;
  }
}
