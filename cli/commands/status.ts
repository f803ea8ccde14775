import { Command } from 'commander';
import Docker from 'dockerode';
import { withLock } from '../docker/lock';
import { dockerRuntime } from '../docker/runtime';
import { withKubernetes } from '../kubernetes/runtime';
import { readProject } from '../engine/project';
import { synthesize } from '../engine/synthesis';
import { findTerraform } from '../engine/terraform';
import { cacheFolder } from '../program';
import { ensureProviders } from '../setup/providers';
import { askDenials } from '../status/denials';
import { askDrift } from '../status/drift';
import { askNamespaces } from '../status/namespaces';
import { look } from '../status/look';
import type { Status } from '../status/report';
import { askEngine } from '../status/services';
import { forPeople } from '../status/text';

interface StatusOptions {
  readonly json?: boolean;
  readonly drift?: boolean;
}

/** Of a command that has done its work, and found that not all is well. */
const NOT_WELL = 2;

/** How long what did not answer in time may keep the command from ending, in milliseconds. */
const LEFT_OVER = 200;

export function statusCommand(): Command {
  return new Command('status')
    .description(
      `shows services, the lag of consumer groups, connectors, and what Prometheus is alarmed by; ends with ${NOT_WELL} if not all is well`,
    )
    .option('--drift', 'also what a deploy would change, which takes as long as Terraform plans')
    .option('--json', 'for programs, as its schema says (cdktf-streaming/status.schema.json)')
    .action(show);
}

async function show({ json = false, drift = false }: StatusOptions): Promise<void> {
  const status = await (drift ? withDrift() : withoutDrift());
  if (!status.well) process.exitCode = NOT_WELL;
  const text = json ? JSON.stringify(status, undefined, 2) : forPeople(status);
  // Who reads it may have heard enough, as `head` does.
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${text}\n`, () => setTimeout(() => process.exit(), LEFT_OVER).unref());
}

/** In a folder of its own, for somebody may be deploying from the project's. What is no project is left as it is. */
async function withoutDrift(): Promise<Status> {
  readProject();
  const stacks = await synthesize(cacheFolder('status'));
  const containers = await askEngine(stacks);
  return look(stacks, containers, undefined, await askDenials(containers), await askNamespaces(stacks));
}

function withDrift(): Promise<Status> {
  return withLock(async () => {
    const stacks = await synthesize();
    const containers = await askEngine(stacks);
    await ensureProviders(await findTerraform(), stacks, () => undefined, false);
    const drift = await askDrift(stacks, withKubernetes(dockerRuntime(new Docker()), stacks));
    return look(stacks, containers, drift, await askDenials(containers), await askNamespaces(stacks));
  });
}
