import { Option } from 'commander';
import { beforeOptions, nameCommands } from '../cli/command-names';
import { checkCommand } from '../cli/commands/check';
import { downCommand } from '../cli/commands/down';
import { statusCommand } from '../cli/commands/status';
import { up, upCommand, type UpOptions } from '../cli/commands/up';
import { program } from '../cli/program';
import { PROFILES } from '../stacks/profile';
import { choices, saveSetting } from './lib/choices';
import { ROOT } from './lib/root';

/**
 * `npm start`, `npm stop`, `npm run status` and `npm run plan-check`: the command as anybody has it, and what the program of this
 * repository leaves to the machine.
 */
nameCommands({
  up: 'npm start',
  setup: 'npm start',
  down: 'npm stop',
  status: 'npm run status',
  check: 'npm run plan-check',
});

const start = upCommand()
  .addOption(new Option('--profile <name>', 'how large everything is').choices(Object.keys(PROFILES)))
  .action(async (options: UpOptions & { readonly profile?: string }) => {
    const { profile, patience } = options;
    if (patience && patience !== process.env.PLATFORM_PATIENCE) saveSetting('PLATFORM_PATIENCE', patience);
    const isOnKubernetes = process.env.PLATFORM_TARGET === 'kubernetes';
    if (isOnKubernetes && profile) saveSetting('PLATFORM_PROFILE', profile);
    // There is no Engine to choose by: what is not said is the program's default.
    await up({ ...options, setup: true }, isOnKubernetes ? undefined : choices(profile));
    console.log(`  npm run demo: sends records and shows their averages as they come out
  npx cdktf diff kafka: shows what a change of the code would change`);
  });

const commands = { up: start, down: downCommand(), status: statusCommand(), check: checkCommand() };
const [, , chosen = '', ...options] = process.argv;
const name = chosen as keyof typeof commands;

// npm runs scripts in the project's folder; the paths of plans are those of whoever called it.
const folder = name === 'check' ? (process.env.INIT_CWD ?? process.cwd()) : ROOT;
program(folder, () => commands[name].name(beforeOptions(name)).parseAsync(options, { from: 'user' }));
