import { existsSync, readFileSync } from 'node:fs';
import { LABEL, ROLE } from '../../constructs/core/labels';
import { CommandError } from '../program';
import { labelsIn, type Labels } from './labelled';

/**
 * What these scripts read of a plan.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 */
export interface Plan {
  readonly format_version?: string;
  readonly resource_changes?: readonly Change[];
  readonly configuration?: {
    readonly provider_config?: Readonly<Record<string, ProviderConfiguration>>;
    readonly root_module?: {
      readonly resources?: readonly { readonly address: string; readonly provider_config_key?: string }[];
    };
  };
}

interface ProviderConfiguration {
  readonly expressions?: Readonly<Record<string, { readonly constant_value?: unknown }>>;
}

type Attributes = Readonly<Record<string, unknown>>;

export interface Change {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Attributes | null;
    readonly after: Attributes | null;
    /** Of what Terraform takes over. */
    readonly importing?: object;
  };
}

/** A container as a plan has it, before or after. */
export interface PlannedContainer {
  readonly name: string;
  readonly labels: Labels;
  readonly volumes: readonly string[];
  /** The words that it runs; none where its image says them. */
  readonly command: readonly string[];
}

/** A container with what becomes of it. */
export interface ContainerChange {
  readonly address: string;
  readonly before?: PlannedContainer;
  readonly after?: PlannedContainer;
  /** Deleted, with or without another one in its place. */
  readonly goes: boolean;
}

/** What is declared, has been, or will be, of a type of resources; also where nothing changes. */
export function changesOf(plans: readonly Plan[], type: string): readonly Change[] {
  return plans
    .flatMap((plan) => plan.resource_changes ?? [])
    .filter((each) => each.mode === 'managed' && each.type === type);
}

export const isDeleted = ({ change }: Change): boolean => change.actions.includes('delete');
export const isCreated = ({ change }: Change): boolean => change.actions.includes('create');
export const isReplaced = (change: Change): boolean => isDeleted(change) && isCreated(change);

/** What a plan would do, to resources of any type. */
export function effects({ resource_changes: all = [] }: Plan): readonly Change[] {
  return all.filter(({ change }) => change.actions.some((action) => action !== 'no-op' && action !== 'read'));
}

/** Whether there is anything to apply, were it only in the state. */
export const isEmpty = (plan: Plan): boolean =>
  effects(plan).length === 0 && !(plan.resource_changes ?? []).some(({ change }) => change.importing);

export function containersOf(plans: readonly Plan[]): readonly ContainerChange[] {
  return changesOf(plans, 'docker_container').map((each) => ({
    address: each.address,
    before: each.change.before ? containerIn(each.change.before) : undefined,
    after: each.change.after ? containerIn(each.change.after) : undefined,
    goes: isDeleted(each),
  }));
}

/** @param attributes of a container's resource, in a plan or as synthesized */
export function containerIn(attributes: Attributes): PlannedContainer {
  const { name, volumes, command } = attributes as {
    name: string;
    command?: readonly string[] | null;
    volumes?: readonly { readonly volume_name?: string | null }[] | null;
  };
  return {
    name,
    labels: labelsIn(attributes),
    command: command ?? [],
    volumes: (volumes ?? []).flatMap(({ volume_name: volume }) => volume ?? []),
  };
}

/** Whether it is a broker, a controller, or what else; a broker may be a controller as well. */
export function isA(role: string, container: PlannedContainer | undefined): boolean {
  return container?.labels[LABEL.role]?.split(',').includes(role) ?? false;
}

/** The broker's number; undefined for what is none, also for a controller beside the brokers. */
export function brokerId(container: PlannedContainer | undefined): number | undefined {
  return isA(ROLE.broker, container) ? Number(container?.labels[LABEL.nodeId]) : undefined;
}

/** A controller that is no broker. */
export function isController(container: PlannedContainer | undefined): boolean {
  return isA(ROLE.controller, container) && !isA(ROLE.broker, container);
}

/** @throws CommandError if the file is not what `terraform show -json` prints of a plan */
export function readPlan(file: string): Plan {
  if (!existsSync(file)) throw new CommandError(`${file} is not there.`);
  const plan = parsed(file);
  if (plan?.format_version === undefined || !plan.planned_values)
    throw new CommandError(
      `${file} is not a plan in Terraform's JSON: give what \`terraform plan -out=plan.bin && terraform show -json plan.bin\` prints.`,
    );
  return plan;
}

function parsed(file: string): (Plan & { readonly planned_values?: unknown }) | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Plan;
  } catch {
    return undefined;
  }
}
