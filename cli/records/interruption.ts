/** Ends the work at Ctrl-C, or where nobody reads on, after what is in progress; another Ctrl-C ends it at once. */
export function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  process.stdout.on('error', end);
  return controller.signal;
}
