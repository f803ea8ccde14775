#!/usr/bin/env node
import { Command } from 'commander';
import { checkCommand } from './commands/check';
import { downCommand } from './commands/down';
import { consumeCommand } from './commands/consume';
import { fromClusterCommand } from './commands/from-cluster';
import { manifestsCommand } from './commands/manifests';
import { fromComposeCommand } from './commands/from-compose';
import { produceCommand } from './commands/produce';
import { setupCommand } from './commands/setup';
import { statusCommand } from './commands/status';
import { upCommand } from './commands/up';
import { program } from './program';

const command = new Command('cdktf-streaming')
  .description('Deploys the CDK for Terraform project in this folder, shows how it is, and takes it down.')
  .addCommand(upCommand())
  .addCommand(downCommand())
  .addCommand(statusCommand())
  .addCommand(checkCommand())
  .addCommand(setupCommand())
  .addCommand(manifestsCommand())
  .addCommand(fromClusterCommand())
  .addCommand(fromComposeCommand())
  .addCommand(produceCommand())
  .addCommand(consumeCommand());

program(process.cwd(), () => command.parseAsync());
