const names = {
  up: 'npx cdktf-streaming up',
  down: 'npx cdktf-streaming down',
  status: 'npx cdktf-streaming status',
  check: 'npx cdktf-streaming check',
  setup: 'npx cdktf-streaming setup',
};

export type CommandName = keyof typeof names;

/** For a project whose users call them otherwise. */
export function nameCommands(own: Partial<typeof names>): void {
  Object.assign(names, own);
}

/** A command as its user types it: `npx cdktf-streaming down --volumes`, or `npm stop -- --volumes`. */
export function typed(command: CommandName, ...options: string[]): string {
  return options.length > 0 ? [beforeOptions(command), ...options].join(' ') : names[command];
}

/** What stands before a command's options. */
export function beforeOptions(command: CommandName): string {
  return names[command].startsWith('npm ') ? `${names[command]} --` : names[command];
}
