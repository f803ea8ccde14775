import { ListrLogger, ListrLogLevels, type ListrBaseClassOptions } from 'listr2';

/** In a log, that a step begins is no news: it has one line, when it ends. */
class Outcomes extends ListrLogger<ListrLogLevels> {
  public override log(...[level, ...rest]: Parameters<ListrLogger<ListrLogLevels>['log']>): void {
    if (level !== ListrLogLevels.STARTED) super.log(level, ...rest);
  }
}

/** Live lines on a terminal, plain ones in a log. Ctrl-C is left to the step at work, which finishes cleanly. */
export function listrOptions<Context>(ctx: Context): ListrBaseClassOptions<Context> {
  return {
    ctx,
    registerSignalListeners: false,
    fallbackRenderer: 'simple',
    fallbackRendererCondition: () => !process.stdout.isTTY,
    fallbackRendererOptions: { logger: new Outcomes({ useIcons: true }) },
    rendererOptions: { collapseSubtasks: false },
  };
}

/** Says what a step is at: in place of its title on a terminal, as a line of its own in a log. */
export function reportStep(task: { title: string; output: string }, step: string): void {
  if (process.stdout.isTTY) task.title = step;
  else task.output = step;
}
