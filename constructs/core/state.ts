import { posix } from 'node:path';
import { LocalBackend, TerraformBackend, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { toProblem, validateTree, type TreeRule } from './validation';
import type { Problem } from './validation-error';

const OWN_BACKEND: TreeRule = {
  requires: 'Beside a stack whose state is in a remote backend, no stack is without a backend of its own.',
  source: 'https://developer.hashicorp.com/terraform/language/backend; policy',
};
const OWN_STATE: TreeRule = {
  requires: 'No two stacks keep their state in one place.',
  source: 'https://developer.hashicorp.com/terraform/language/state/purpose',
};
const OWN_FOLDER: TreeRule = {
  requires: 'Stacks have different ids, wherever in the program they are: cdktf writes each under its id.',
  source: 'cdktf.Manifest#forStack',
};
export const STATE_TREE_RULES: readonly TreeRule[] = [OWN_BACKEND, OWN_STATE, OWN_FOLDER];

/**
 * A stack that is made by itself beside another. Where its state is kept is only known when the tree is complete: beside
 * that one's, where that is a local file, unless somebody gave it a backend of its own.
 */
export class StackBeside extends TerraformStack {
  private readonly neighbours = new Set<TerraformStack>();
  /** The backend that nobody asked for. */
  private unsaid?: TerraformBackend;

  /** Says that it is also beside `neighbour`. */
  public besides(neighbour: TerraformStack): void {
    this.neighbours.add(neighbour);
    keepStatesApart(this);
    validateTree(this, withoutBackend);
  }

  public override ensureBackendExists(): TerraformBackend {
    if (isSaid(this)) return super.ensureBackendExists();
    const [first] = this.neighbours;
    const { path, workspace_dir: folder } = (first && local(first)) ?? {};
    this.unsaid =
      !first || path === undefined
        ? super.ensureBackendExists()
        : new LocalBackend(this, {
            path: beside(path, first.node.id, this.node.id),
            ...(folder !== undefined && { workspaceDir: `${folder}-${this.node.id}` }),
          });
    return this.unsaid;
  }

  public override toTerraform(): object {
    // Tests render a stack that nobody prepared.
    if ([...this.neighbours].some(isSaid)) this.ensureBackendExists();
    return super.toTerraform() as object;
  }

  /** Why it is not known where its state is kept. */
  public get problems(): Problem[] {
    if (isSaid(this) && !this.unsaid) return [];
    return [...this.neighbours]
      .filter((each) => !local(each))
      .map((each) => {
        const [kind = 'another'] = Object.keys(stateOf(each));
        const sentence =
          `${each.node.path} keeps its state in a backend of its own (${kind}), and this stack was made beside it; give it one too, ` +
          `or make a stack '${this.node.id}' with one beside it first.`;
        return toProblem(this, OWN_BACKEND, sentence);
      });
  }
}

function withoutBackend(_: IConstruct, all: readonly IConstruct[]): Problem[] {
  return all.flatMap((each) => (each instanceof StackBeside ? each.problems : []));
}

/** Refuses at synth that two stacks of the program keep their state in one place. */
export function keepStatesApart(stack: TerraformStack): void {
  validateTree(stack, sharedStates);
}

function sharedStates(_: IConstruct, all: readonly IConstruct[]): Problem[] {
  const [ids, places] = [new Map<string, TerraformStack>(), new Map<string, TerraformStack>()];
  return all
    .filter((each) => TerraformStack.isStack(each))
    .flatMap((stack) => {
      const { id } = stack.node;
      const duplicateFileName = ids.get(id);
      if (duplicateFileName) {
        const sentence = `its id ${id} is already that of ${duplicateFileName.node.path}, and one is written over the other; give it another id.`;
        return [toProblem(stack, OWN_FOLDER, sentence)];
      }
      ids.set(id, stack);
      const place = placeOf(stack);
      const other = place && places.get(place.key);
      if (place && !other) places.set(place.key, stack);
      if (!place || !other) return [];
      const sentence =
        `it keeps its state where ${other.node.path} does, ${place.shown}, and each deploy of one would destroy what is of the other; ` +
        `give it a backend with a path or key of its own.`;
      return [toProblem(stack, OWN_STATE, sentence)];
    });
}

interface Place {
  readonly key: string;
  readonly shown: string;
}

/** Undefined where it is cdktf's default, a file with the stack's id in its name, or only known when Terraform runs. */
function placeOf(stack: TerraformStack): Place | undefined {
  const [[kind, config] = []] = Object.entries(stateOf(stack));
  if (kind === undefined || config === undefined) return undefined;
  if (kind === 'local') {
    const { path } = config;
    // Terraform runs in the stack's own folder.
    return path === undefined
      ? undefined
      : { key: posix.resolve('/', 'cdktf.out', 'stacks', stack.node.id, path), shown: `the file ${path}` };
  }
  // A tag or a prefix of workspaces is no place: the workspace's own name completes it. A configuration may hold secrets.
  if (/"(tags|prefix)":/.test(JSON.stringify(config.workspaces ?? null))) return undefined;
  const named = (PLACES[kind] ?? Object.keys(config)).map((name) => config[name] ?? null);
  // The workspaces of one service have two blocks.
  const service = kind === 'remote' ? 'cloud' : kind;
  return { key: `${service} ${JSON.stringify(named)}`, shown: `the same place of the backend ${kind}` };
}

/** What says where a state is; the rest says how one gets there. @default - all of it */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  azurerm: ['storage_account_name', 'container_name', 'key'],
  cloud: ['hostname', 'organization', 'workspaces'],
  consul: ['address', 'path'],
  gcs: ['bucket', 'prefix'],
  http: ['address'],
  pg: ['conn_str', 'schema_name'],
  remote: ['hostname', 'organization', 'workspaces'],
  s3: ['endpoint', 'endpoints', 'bucket', 'key'],
};

type BackendConfig = Readonly<Record<string, unknown>> & {
  readonly path?: string;
  readonly workspace_dir?: string;
};

/** As cdktf finds it, but without collecting first all that a stack has. */
function backendOf(construct: IConstruct): TerraformBackend | undefined {
  if (TerraformBackend.isBackend(construct)) return construct;
  for (const child of construct.node.children) {
    const found = backendOf(child);
    if (found) return found;
  }
  return undefined;
}

/** Whether anybody said where its state is. */
const isSaid = (stack: TerraformStack): boolean => Object.keys(stateOf(stack)).length > 0;

/** The configuration of the local file that holds the state; undefined where it is elsewhere. */
function local(stack: TerraformStack): BackendConfig | undefined {
  const { local: file, ...others } = stateOf(stack);
  return Object.keys(others).length > 0 ? undefined : (file ?? {});
}

interface TerraformBlock {
  readonly backend?: Readonly<Record<string, BackendConfig | null>>;
  readonly cloud?: BackendConfig | null;
}

/** Where the state is, by the kind of backend, with what was overridden by hand; nothing where that is cdktf's default. */
function stateOf(stack: TerraformStack): Readonly<Record<string, BackendConfig>> {
  const { rawOverrides } = stack as unknown as {
    readonly rawOverrides: { readonly terraform?: TerraformBlock };
  };
  const said = (backendOf(stack)?.toTerraform() as { terraform?: TerraformBlock } | undefined)?.terraform;
  const all = {
    ...said?.backend,
    ...Object.fromEntries(
      Object.entries(rawOverrides.terraform?.backend ?? {}).map(([kind, config]) => [
        kind,
        config && { ...said?.backend?.[kind], ...config },
      ]),
    ),
    cloud: rawOverrides.terraform?.cloud ?? said?.cloud,
  };
  return Object.fromEntries(Object.entries(all).filter(([, config]) => config != null)) as Record<
    string,
    BackendConfig
  >;
}

/** `services.tfstate` of the stack `services` becomes `topics.tfstate`, and any other name one more part. */
function beside(path: string, stackId: string, id: string): string {
  const own = `${stackId}.tfstate`;
  if (path.endsWith(own)) return path.slice(0, -own.length) + `${id}.tfstate`;
  return `${path.replace(/\.tfstate$/, '')}.${id}.tfstate`;
}
