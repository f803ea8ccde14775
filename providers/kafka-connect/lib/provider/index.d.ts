import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface KafkaConnectProviderConfig {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#basic_auth_password KafkaConnectProvider#basic_auth_password}
    */
    readonly basicAuthPassword?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#basic_auth_username KafkaConnectProvider#basic_auth_username}
    */
    readonly basicAuthUsername?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#headers KafkaConnectProvider#headers}
    */
    readonly headers?: {
        [key: string]: string;
    };
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#tls_auth_crt KafkaConnectProvider#tls_auth_crt}
    */
    readonly tlsAuthCrt?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#tls_auth_is_insecure KafkaConnectProvider#tls_auth_is_insecure}
    */
    readonly tlsAuthIsInsecure?: boolean | cdktf.IResolvable;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#tls_auth_key KafkaConnectProvider#tls_auth_key}
    */
    readonly tlsAuthKey?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#tls_root_ca_file KafkaConnectProvider#tls_root_ca_file}
    */
    readonly tlsRootCaFile?: string;
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#url KafkaConnectProvider#url}
    */
    readonly url?: string;
    /**
    * Alias name
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#alias KafkaConnectProvider#alias}
    */
    readonly alias?: string;
}
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs kafka-connect}
*/
export declare class KafkaConnectProvider extends cdktf.TerraformProvider {
    static readonly tfResourceType = "kafka-connect";
    /**
    * Generates CDKTF code for importing a KafkaConnectProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the KafkaConnectProvider to import
    * @param importFromId The id of the existing KafkaConnectProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the KafkaConnectProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs kafka-connect} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options KafkaConnectProviderConfig = {}
    */
    constructor(scope: Construct, id: string, config?: KafkaConnectProviderConfig);
    private _basicAuthPassword?;
    get basicAuthPassword(): string | undefined;
    set basicAuthPassword(value: string | undefined);
    resetBasicAuthPassword(): void;
    get basicAuthPasswordInput(): string | undefined;
    private _basicAuthUsername?;
    get basicAuthUsername(): string | undefined;
    set basicAuthUsername(value: string | undefined);
    resetBasicAuthUsername(): void;
    get basicAuthUsernameInput(): string | undefined;
    private _headers?;
    get headers(): {
        [key: string]: string;
    } | undefined;
    set headers(value: {
        [key: string]: string;
    } | undefined);
    resetHeaders(): void;
    get headersInput(): {
        [key: string]: string;
    } | undefined;
    private _tlsAuthCrt?;
    get tlsAuthCrt(): string | undefined;
    set tlsAuthCrt(value: string | undefined);
    resetTlsAuthCrt(): void;
    get tlsAuthCrtInput(): string | undefined;
    private _tlsAuthIsInsecure?;
    get tlsAuthIsInsecure(): boolean | cdktf.IResolvable | undefined;
    set tlsAuthIsInsecure(value: boolean | cdktf.IResolvable | undefined);
    resetTlsAuthIsInsecure(): void;
    get tlsAuthIsInsecureInput(): boolean | cdktf.IResolvable | undefined;
    private _tlsAuthKey?;
    get tlsAuthKey(): string | undefined;
    set tlsAuthKey(value: string | undefined);
    resetTlsAuthKey(): void;
    get tlsAuthKeyInput(): string | undefined;
    private _tlsRootCaFile?;
    get tlsRootCaFile(): string | undefined;
    set tlsRootCaFile(value: string | undefined);
    resetTlsRootCaFile(): void;
    get tlsRootCaFileInput(): string | undefined;
    private _url?;
    get url(): string | undefined;
    set url(value: string | undefined);
    resetUrl(): void;
    get urlInput(): string | undefined;
    private _alias?;
    get alias(): string | undefined;
    set alias(value: string | undefined);
    resetAlias(): void;
    get aliasInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
