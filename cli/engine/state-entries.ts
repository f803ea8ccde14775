import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from './synthesis';
import { terraform } from './terraform';

/** Something that is there, as a state has it. */
export interface StateEntry {
  /** Such as `kafka_quota.billing_Quota_0A1B`. */
  readonly address: string;
  /** The provider, as resources call it: `kafka`, or `kafka.other`. */
  readonly provider: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The provider's version of its attributes; it brings older ones up to date by itself. @default 0 */
  readonly schemaVersion?: number;
}

/** As Terraform from 0.12 on writes it. */
interface State {
  readonly version: number;
  readonly terraform_version: string;
  serial: number;
  readonly lineage: string;
  readonly outputs: object;
  readonly resources: object[];
}

/**
 * Has Terraform know what is there already, where its provider imports it not at all, or otherwise than it is declared. What
 * it is like now the next plan asks.
 * @param stack whose backend is initialized
 */
export async function enterIntoState(stack: Stack, entries: readonly StateEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { directory } = stack;
  const pulled = await terraform(directory, 'state', 'pull');
  const state = pulled.trim() === '' ? newState() : (JSON.parse(pulled) as State);
  state.serial += 1;
  state.resources.push(...entries.map((each) => resource(stack, each)));
  const file = join(directory, 'entered.tfstate');
  try {
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
    await terraform(directory, 'state', 'push', '-lock-timeout=120s', file);
  } finally {
    rmSync(file, { force: true });
  }
}

const newState = (): State => ({
  version: 4,
  // Any that is not newer than the one that reads it.
  terraform_version: '1.5.0',
  serial: 0,
  lineage: randomUUID(),
  outputs: {},
  resources: [],
});

function resource(stack: Stack, { address, provider, attributes, schemaVersion = 0 }: StateEntry): object {
  const [type = '', name = ''] = address.split('.');
  const [local = '', alias] = provider.split('.');
  const key = `provider["${providerAddress(stack, local)}"]${alias === undefined ? '' : `.${alias}`}`;
  const instances = [{ schema_version: schemaVersion, attributes }];
  return { mode: 'managed', type, name, provider: key, instances };
}

/** With the registry's name, as Terraform or OpenTofu has locked it. */
function providerAddress({ directory, providers }: Stack, local: string): string {
  const source = providers[local]?.source.toLowerCase() ?? '';
  const locked = readFileSync(join(directory, '.terraform.lock.hcl'), 'utf8');
  const all = [...locked.matchAll(/^provider "(.+)" \{/gm)].map(([, address = '']) => address);
  return all.find((each) => each.endsWith(source)) ?? source;
}
