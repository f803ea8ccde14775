import { Command, Option } from 'commander';
import { nameCommands } from '../cli/command-names';
import { checkCommand } from '../cli/commands/check';
import { downCommand } from '../cli/commands/down';
import { up, upCommand, type UpOptions } from '../cli/commands/up';
import { program } from '../cli/program';
import { choices, PROFILES, remember } from './lib/choices';
import { ROOT } from './lib/root';

/**
 * `npm start`, `npm stop` and `npm run plan-check`: the command as anybody has it, and what the program of this
 * repository leaves to the machine.
 */
nameCommands({ up: 'npm start', setup: 'npm start', down: 'npm stop', check: 'npm run plan-check' });

const start = upCommand()
  .addOption(new Option('--profile <name>', 'how large everything is').choices(PROFILES))
  .action(async (options: UpOptions & { readonly profile?: string }) => {
    const { profile, patience } = options;
    if (patience && patience !== process.env.PLATFORM_PATIENCE) remember('PLATFORM_PATIENCE', patience);
    await up({ ...options, setup: true }, choices(profile));
    console.log('  npm run demo: sends records and shows their averages as they come out');
  });

const command = new Command('platform')
  .addCommand(start)
  .addCommand(downCommand())
  .addCommand(checkCommand());

// npm runs scripts in the project's folder; the paths of plans are those of whoever called it.
const folder = process.argv[2] === 'check' ? (process.env.INIT_CWD ?? process.cwd()) : ROOT;
program(folder, () => command.parseAsync());
