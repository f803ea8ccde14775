import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface UserScramCredentialConfig extends cdktf.TerraformMetaArguments {
    /**
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#id UserScramCredential#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id?: string;
    /**
    * The password of the credential (deprecated, use password_wo instead)
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#password UserScramCredential#password}
    */
    readonly password?: string;
    /**
    * The write-only password of the credential
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#password_wo UserScramCredential#password_wo}
    */
    readonly passwordWo?: string;
    /**
    * Version identifier for the write-only password to track changes
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#password_wo_version UserScramCredential#password_wo_version}
    */
    readonly passwordWoVersion?: string;
    /**
    * The number of SCRAM iterations used when generating the credential
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#scram_iterations UserScramCredential#scram_iterations}
    */
    readonly scramIterations?: number;
    /**
    * The SCRAM mechanism used to generate the credential (SCRAM-SHA-256, SCRAM-SHA-512)
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#scram_mechanism UserScramCredential#scram_mechanism}
    */
    readonly scramMechanism: string;
    /**
    * The name of the credential
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#username UserScramCredential#username}
    */
    readonly username: string;
}
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential kafka_user_scram_credential}
*/
export declare class UserScramCredential extends cdktf.TerraformResource {
    static readonly tfResourceType = "kafka_user_scram_credential";
    /**
    * Generates CDKTF code for importing a UserScramCredential resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the UserScramCredential to import
    * @param importFromId The id of the existing UserScramCredential that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the UserScramCredential to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/user_scram_credential kafka_user_scram_credential} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options UserScramCredentialConfig
    */
    constructor(scope: Construct, id: string, config: UserScramCredentialConfig);
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string | undefined;
    private _password?;
    get password(): string;
    set password(value: string);
    resetPassword(): void;
    get passwordInput(): string | undefined;
    private _passwordWo?;
    get passwordWo(): string;
    set passwordWo(value: string);
    resetPasswordWo(): void;
    get passwordWoInput(): string | undefined;
    private _passwordWoVersion?;
    get passwordWoVersion(): string;
    set passwordWoVersion(value: string);
    resetPasswordWoVersion(): void;
    get passwordWoVersionInput(): string | undefined;
    private _scramIterations?;
    get scramIterations(): number;
    set scramIterations(value: number);
    resetScramIterations(): void;
    get scramIterationsInput(): number | undefined;
    private _scramMechanism?;
    get scramMechanism(): string;
    set scramMechanism(value: string);
    get scramMechanismInput(): string | undefined;
    private _username?;
    get username(): string;
    set username(value: string);
    get usernameInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
