import { Lazy, TerraformProvider, TerraformResource } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { escapeTemplate } from '../core/escape-template';
import { isResolved } from '../core/resolved';
import {
  enclosingStack,
  toProblem,
  isRefused,
  validateTree,
  type TreeProblems,
  type TreeRule,
} from '../core/validation';

/** An object of Kubernetes, as its API takes it. What is undefined in it is left out. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

const METADATA = { providerName: 'kubectl', providerVersion: '1.19.0', providerVersionConstraint: '~> 1.19' };

/** Where the API of Kubernetes is found. Undefined is what `kubectl` itself would do. */
export interface KubectlProviderConfig {
  readonly configPath?: string;
  readonly configContext?: string;
  readonly alias?: string;
}

/** The provider of objects of any kind, which needs no definition of the kind when it plans. */
export class KubectlProvider extends TerraformProvider {
  public constructor(
    scope: Construct,
    id: string,
    public readonly config: KubectlProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: 'kubectl',
      terraformGeneratorMetadata: METADATA,
      terraformProviderSource: 'gavinbunney/kubectl',
    });
  }

  public override get alias(): string | undefined {
    return this.config.alias;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { configPath, configContext } = this.config;
    return { config_path: configPath, config_context: configContext, alias: this.alias };
  }
}

/** An object that Terraform makes, changes and deletes. Its text is JSON, which is YAML, too. */
export class Manifest extends TerraformResource {
  /** @param object asked at synth, because a service may be told more after it was declared */
  public constructor(
    scope: IConstruct,
    id: string,
    provider: KubectlProvider,
    public readonly object: () => KubernetesObject,
  ) {
    super(scope, id, {
      terraformResourceType: 'kubectl_manifest',
      terraformGeneratorMetadata: METADATA,
      provider,
    });
    // Once for all of a stack, which may be thousands.
    validateTree(enclosingStack(scope), unknownObjects);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return {
      yaml_body: Lazy.stringValue({ produce: () => escapeTemplate(JSON.stringify(this.object())) }),
      server_side_apply: true,
      // What somebody edited by hand is put right, and no conflict.
      force_conflicts: true,
      // What is deleted is gone before what it needs for that, such as the operator of a topic.
      wait: true,
    };
  }
}

/** Makes an object of the platform's below a construct. */
export type MakeObject = (scope: IConstruct, id: string, object: () => KubernetesObject) => Manifest;

const unknownObjects: TreeProblems = (_, all) =>
  all
    .filter((each): each is Manifest => each instanceof Manifest && !isRefused(each))
    .filter((each) => !isResolved(JSON.stringify(each.object())))
    .map((each) => toProblem(each.node.scope ?? each, KNOWN, NOT_KNOWN));

const KNOWN: TreeRule = {
  requires: 'On Kubernetes everything is known at synth, so that it can be written as YAML, too.',
  source: 'policy',
};
const NOT_KNOWN =
  'all that it is given must be known at synth, because its manifest is also written as YAML; got a value known only to Terraform, give it as text or a number.';
export const MANIFEST_TREE_RULES: readonly TreeRule[] = [KNOWN];
