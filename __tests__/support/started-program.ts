import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Container } from 'dockerode';
import { execa } from 'execa';
import type { Kafka } from 'kafkajs';
import { dockerRuntime } from '../../cli/docker/runtime';
import { clustersOf, type Cluster } from '../../cli/engine/clusters';
import { Deployment } from '../../cli/engine/deploy';
import { CommandError } from '../../cli/program';
import { removeUnknown, removeVolumes } from '../../cli/docker/repair';
import {
  makeCertificates,
  missingCertificates,
  namedCertificates,
} from '../../cli/setup/broker-certificates';
import { readStacks } from '../../cli/engine/synthesis';
import { findTerraform } from '../../cli/engine/terraform';
import { DeployedPlatform, docker, ROOT } from './deployed-platform';

/** A program of these tests, deployed as `npm start` deploys the platform. */
export class StartedProgram {
  public readonly ports: readonly number[];
  /** A client of its brokers. */
  public readonly kafka: Kafka;
  private readonly platform: DeployedPlatform;
  private readonly output: string;
  private readonly state: string;

  /**
   * @param file in `__tests__`
   * @param name of its platform; the containers are called `<name>-…`
   * @param portOffset of its platform, which has three brokers
   */
  public constructor(
    private readonly file: string,
    public readonly name: string,
    portOffset: number,
  ) {
    this.platform = new DeployedPlatform(name, portOffset);
    this.ports = this.platform.hostPorts;
    this.kafka = this.platform.kafka();
    this.output = join(ROOT, `cdktf.${this.name}.out`);
    this.state = join(ROOT, '.state', this.name);
  }

  public get servers(): readonly string[] {
    return this.ports.map((port) => `localhost:${port}`);
  }

  public container(service: string): Container {
    return docker.getContainer(`${this.name}-${service}`);
  }

  /**
   * What `npm start` does with a program, once everything that it needs is there.
   * @param settings in the program's environment
   * @returns the steps that it told
   */
  public async deploy(
    settings: Readonly<Record<string, string>> = {},
    ...allowed: string[]
  ): Promise<readonly string[]> {
    await findTerraform();
    const program = ['--import', 'tsx', join('__tests__', this.file)];
    await execa('node', program, { cwd: ROOT, env: { ...settings, CDKTF_OUTDIR: this.output } });
    const stacks = readStacks(this.output);
    await makeCertificates(missingCertificates(namedCertificates(stacks)));
    const steps: string[] = [];
    try {
      await new Deployment(stacks, dockerRuntime(docker), allowed, (step) => steps.push(step)).run();
    } catch (error) {
      // Of an error, Jest shows the message only.
      if (error instanceof CommandError) error.message += `\n${error.details}`;
      throw error;
    }
    return steps;
  }

  /** What Terraform answers of a stack. */
  public terraform(stack: string, ...words: string[]): Promise<string> {
    return this.platform.run('terraform', `-chdir=${join(this.output, 'stacks', stack)}`, ...words);
  }

  /** Its only cluster. */
  public get cluster(): Cluster {
    const [cluster] = clustersOf([], readStacks(this.output));
    if (!cluster) throw new Error(`${this.name} has no brokers`);
    return cluster;
  }

  /** With everything that is on its volumes. */
  public async remove(): Promise<void> {
    const stacks = existsSync(this.output) ? readStacks(this.output) : [];
    rmSync(this.state, { recursive: true, force: true });
    rmSync(this.output, { recursive: true, force: true });
    await removeUnknown(docker, this.name, stacks, new Set());
    await removeVolumes(docker, this.name);
  }
}
