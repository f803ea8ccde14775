import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface ConnectorConfig extends cdktf.TerraformMetaArguments {
    /**
    * A map of string k/v attributes.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#config Connector#config}
    */
    readonly config?: {
        [key: string]: string;
    };
    /**
    * A map of string k/v attributes which are sensitive, such as passwords.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#config_sensitive Connector#config_sensitive}
    */
    readonly configSensitive?: {
        [key: string]: string;
    };
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#id Connector#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * The name of the connector
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#name Connector#name}
    */
    readonly name: string;
    /**
    * timeouts block
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#timeouts Connector#timeouts}
    */
    readonly timeouts?: ConnectorTimeouts;
}
export interface ConnectorTimeouts {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#create Connector#create}
    */
    readonly create?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#delete Connector#delete}
    */
    readonly delete?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#update Connector#update}
    */
    readonly update?: string;
}
export declare function connectorTimeoutsToTerraform(struct?: ConnectorTimeouts | cdktf.IResolvable): any;
export declare function connectorTimeoutsToHclTerraform(struct?: ConnectorTimeouts | cdktf.IResolvable): any;
export declare class ConnectorTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorTimeouts | cdktf.IResolvable | undefined);
    private _create?;
    get create(): string;
    set create(value: string);
    resetCreate(): void;
    get createInput(): string | undefined;
    private _delete?;
    get delete(): string;
    set delete(value: string);
    resetDelete(): void;
    get deleteInput(): string | undefined;
    private _update?;
    get update(): string;
    set update(value: string);
    resetUpdate(): void;
    get updateInput(): string | undefined;
}
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector kafka-connect_connector}
*/
export declare class Connector extends cdktf.TerraformResource {
    static readonly tfResourceType = "kafka-connect_connector";
    /**
    * Generates CDKTF code for importing a Connector resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Connector to import
    * @param importFromId The id of the existing Connector that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Connector to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs/resources/connector kafka-connect_connector} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options ConnectorConfig
    */
    constructor(scope: Construct, id: string, config: ConnectorConfig);
    private _config?;
    get config(): {
        [key: string]: string;
    };
    set config(value: {
        [key: string]: string;
    });
    resetConfig(): void;
    get configInput(): {
        [key: string]: string;
    } | undefined;
    private _configSensitive?;
    get configSensitive(): {
        [key: string]: string;
    };
    set configSensitive(value: {
        [key: string]: string;
    });
    resetConfigSensitive(): void;
    get configSensitiveInput(): {
        [key: string]: string;
    } | undefined;
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string | undefined;
    private _timeouts;
    get timeouts(): ConnectorTimeoutsOutputReference;
    putTimeouts(value: ConnectorTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): ConnectorTimeouts | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
