import {
  TerraformDataSource,
  TerraformProvider,
  TerraformResource,
  type TerraformMetaArguments,
  type TerraformResourceLifecycle,
} from 'cdktf';
import type { Construct } from 'constructs';

const VERSION = '0.25.2';
const METADATA = { providerName: 'restful', providerVersion: VERSION, providerVersionConstraint: VERSION };

/** What a schema of the provider says beside Terraform's own arguments, by the names that it has there. */
type Attributes = Readonly<Record<string, unknown>>;

export interface RestfulProviderConfig {
  /** Before the path of each resource, such as `http://localhost:8081`. */
  readonly baseUrl: string;
  /** For HTTP's basic authentication; its password as Terraform alone knows it. @default - none */
  readonly login?: { readonly username: string; readonly password: string };
  /** Tells it from others of its kind in the stack. @default - the one that resources without a provider have */
  readonly alias?: string;
}

/** The provider of resources behind a REST API. */
export class RestfulProvider extends TerraformProvider {
  public static readonly tfResourceType = 'restful';
  public readonly baseUrl: string;
  public readonly login?: RestfulProviderConfig['login'];
  private readonly ownAlias?: string;

  public constructor(scope: Construct, id: string, { baseUrl, login, alias }: RestfulProviderConfig) {
    super(scope, id, {
      terraformResourceType: RestfulProvider.tfResourceType,
      terraformGeneratorMetadata: METADATA,
      terraformProviderSource: 'magodo/restful',
    });
    this.baseUrl = baseUrl;
    this.login = login;
    this.ownAlias = alias;
  }

  public override get alias(): string | undefined {
    return this.ownAlias;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { base_url: this.baseUrl, ...this.security(), alias: this.alias };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return inHcl({
      base_url: this.baseUrl,
      ...this.security(),
      ...(this.alias !== undefined && { alias: this.alias }),
    });
  }

  private security(): Record<string, unknown> {
    return this.login ? { security: { http: { basic: this.login } } } : {};
  }
}

export interface RestfulConfig extends TerraformMetaArguments {
  readonly lifecycle?: TerraformResourceLifecycle;
  /** @see https://registry.terraform.io/providers/magodo/restful/0.25.2/docs */
  readonly attributes: Attributes;
}

/** Something behind a REST API that Terraform makes, changes and deletes. */
export class RestfulResource extends TerraformResource {
  public static readonly tfResourceType = 'restful_resource';
  private readonly attributes: Attributes;

  public constructor(scope: Construct, id: string, { attributes, ...meta }: RestfulConfig) {
    const terraformResourceType = RestfulResource.tfResourceType;
    super(scope, id, { ...meta, terraformResourceType, terraformGeneratorMetadata: METADATA });
    this.attributes = attributes;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return inHcl(this.attributes);
  }
}

/** Something behind a REST API that Terraform only reads. */
export class RestfulDataSource extends TerraformDataSource {
  public static readonly tfResourceType = 'restful_resource';
  private readonly attributes: Attributes;

  public constructor(scope: Construct, id: string, { attributes, ...meta }: RestfulConfig) {
    const terraformResourceType = RestfulDataSource.tfResourceType;
    super(scope, id, { ...meta, terraformResourceType, terraformGeneratorMetadata: METADATA });
    this.attributes = attributes;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return inHcl(this.attributes);
  }
}

/** As `cdktf synth --hcl` wants to be told of each attribute. */
function inHcl(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      { value, isBlock: false, type: 'any', storageClassType: 'any' },
    ]),
  );
}
