import type { ListrBaseClassOptions } from 'listr2';

/** Live lines on a terminal; one line a step in a log. Ctrl-C is left to the step at work, which finishes cleanly. */
export function plainWithoutTerminal<Context>(ctx: Context): ListrBaseClassOptions<Context> {
  return {
    ctx,
    registerSignalListeners: false,
    fallbackRenderer: 'simple',
    fallbackRendererCondition: () => !process.stdout.isTTY,
    rendererOptions: { collapseSubtasks: false },
  };
}
