import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface KafkaProviderConfig {
    /**
    * A list of kafka brokers
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#bootstrap_servers KafkaProvider#bootstrap_servers}
    */
    readonly bootstrapServers: string[];
    /**
    * CA certificate file to validate the server's certificate.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#ca_cert KafkaProvider#ca_cert}
    */
    readonly caCert?: string;
    /**
    * Path to a CA certificate file to validate the server's certificate.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#ca_cert_file KafkaProvider#ca_cert_file}
    */
    readonly caCertFile?: string;
    /**
    * The client certificate.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#client_cert KafkaProvider#client_cert}
    */
    readonly clientCert?: string;
    /**
    * Path to a file containing the client certificate.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#client_cert_file KafkaProvider#client_cert_file}
    */
    readonly clientCertFile?: string;
    /**
    * The private key that the certificate was issued for.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#client_key KafkaProvider#client_key}
    */
    readonly clientKey?: string;
    /**
    * Path to a file containing the private key that the certificate was issued for.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#client_key_file KafkaProvider#client_key_file}
    */
    readonly clientKeyFile?: string;
    /**
    * The passphrase for the private key that the certificate was issued for.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#client_key_passphrase KafkaProvider#client_key_passphrase}
    */
    readonly clientKeyPassphrase?: string;
    /**
    * The version of Kafka protocol to use in `$MAJOR.$MINOR.$PATCH` format. Some features may not be available on older versions. Default is 2.7.0.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#kafka_version KafkaProvider#kafka_version}
    */
    readonly kafkaVersion?: string;
    /**
    * The AWS access key.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_access_key KafkaProvider#sasl_aws_access_key}
    */
    readonly saslAwsAccessKey?: string;
    /**
    * Path to a file containing the AWS pod identity authorization token
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_container_authorization_token_file KafkaProvider#sasl_aws_container_authorization_token_file}
    */
    readonly saslAwsContainerAuthorizationTokenFile?: string;
    /**
    * URI to retrieve AWS credentials from
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_container_credentials_full_uri KafkaProvider#sasl_aws_container_credentials_full_uri}
    */
    readonly saslAwsContainerCredentialsFullUri?: string;
    /**
    * Set this to true to turn AWS credentials debug.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_creds_debug KafkaProvider#sasl_aws_creds_debug}
    */
    readonly saslAwsCredsDebug?: boolean | cdktf.IResolvable;
    /**
    * External ID of the AWS IAM role to assume
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_external_id KafkaProvider#sasl_aws_external_id}
    */
    readonly saslAwsExternalId?: string;
    /**
    * AWS profile name to use
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_profile KafkaProvider#sasl_aws_profile}
    */
    readonly saslAwsProfile?: string;
    /**
    * AWS region where MSK is deployed.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_region KafkaProvider#sasl_aws_region}
    */
    readonly saslAwsRegion?: string;
    /**
    * Arn of an AWS IAM role to assume
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_role_arn KafkaProvider#sasl_aws_role_arn}
    */
    readonly saslAwsRoleArn?: string;
    /**
    * The AWS secret key.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_secret_key KafkaProvider#sasl_aws_secret_key}
    */
    readonly saslAwsSecretKey?: string;
    /**
    * List of paths to AWS shared config files.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_shared_config_files KafkaProvider#sasl_aws_shared_config_files}
    */
    readonly saslAwsSharedConfigFiles?: string[];
    /**
    * The AWS session token. Only required if you are using temporary security credentials.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_aws_token KafkaProvider#sasl_aws_token}
    */
    readonly saslAwsToken?: string;
    /**
    * SASL mechanism, can be plain, scram-sha512, scram-sha256, aws-iam
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_mechanism KafkaProvider#sasl_mechanism}
    */
    readonly saslMechanism?: string;
    /**
    * OAuth scopes to request when using the oauthbearer mechanism
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_oauth_scopes KafkaProvider#sasl_oauth_scopes}
    */
    readonly saslOauthScopes?: string[];
    /**
    * Password for SASL authentication.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_password KafkaProvider#sasl_password}
    */
    readonly saslPassword?: string;
    /**
    * The url to retrieve oauth2 tokens from, when using sasl mechanism oauthbearer
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_token_url KafkaProvider#sasl_token_url}
    */
    readonly saslTokenUrl?: string;
    /**
    * Username for SASL authentication.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#sasl_username KafkaProvider#sasl_username}
    */
    readonly saslUsername?: string;
    /**
    * Set this to true only if the target Kafka server is an insecure development instance.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#skip_tls_verify KafkaProvider#skip_tls_verify}
    */
    readonly skipTlsVerify?: boolean | cdktf.IResolvable;
    /**
    * Timeout in seconds
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#timeout KafkaProvider#timeout}
    */
    readonly timeout?: number;
    /**
    * Enable communication with the Kafka Cluster over TLS.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#tls_enabled KafkaProvider#tls_enabled}
    */
    readonly tlsEnabled?: boolean | cdktf.IResolvable;
    /**
    * Alias name
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#alias KafkaProvider#alias}
    */
    readonly alias?: string;
}
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs kafka}
*/
export declare class KafkaProvider extends cdktf.TerraformProvider {
    static readonly tfResourceType = "kafka";
    /**
    * Generates CDKTF code for importing a KafkaProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the KafkaProvider to import
    * @param importFromId The id of the existing KafkaProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the KafkaProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs kafka} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options KafkaProviderConfig
    */
    constructor(scope: Construct, id: string, config: KafkaProviderConfig);
    private _bootstrapServers?;
    get bootstrapServers(): string[] | undefined;
    set bootstrapServers(value: string[] | undefined);
    get bootstrapServersInput(): string[] | undefined;
    private _caCert?;
    get caCert(): string | undefined;
    set caCert(value: string | undefined);
    resetCaCert(): void;
    get caCertInput(): string | undefined;
    private _caCertFile?;
    get caCertFile(): string | undefined;
    set caCertFile(value: string | undefined);
    resetCaCertFile(): void;
    get caCertFileInput(): string | undefined;
    private _clientCert?;
    get clientCert(): string | undefined;
    set clientCert(value: string | undefined);
    resetClientCert(): void;
    get clientCertInput(): string | undefined;
    private _clientCertFile?;
    get clientCertFile(): string | undefined;
    set clientCertFile(value: string | undefined);
    resetClientCertFile(): void;
    get clientCertFileInput(): string | undefined;
    private _clientKey?;
    get clientKey(): string | undefined;
    set clientKey(value: string | undefined);
    resetClientKey(): void;
    get clientKeyInput(): string | undefined;
    private _clientKeyFile?;
    get clientKeyFile(): string | undefined;
    set clientKeyFile(value: string | undefined);
    resetClientKeyFile(): void;
    get clientKeyFileInput(): string | undefined;
    private _clientKeyPassphrase?;
    get clientKeyPassphrase(): string | undefined;
    set clientKeyPassphrase(value: string | undefined);
    resetClientKeyPassphrase(): void;
    get clientKeyPassphraseInput(): string | undefined;
    private _kafkaVersion?;
    get kafkaVersion(): string | undefined;
    set kafkaVersion(value: string | undefined);
    resetKafkaVersion(): void;
    get kafkaVersionInput(): string | undefined;
    private _saslAwsAccessKey?;
    get saslAwsAccessKey(): string | undefined;
    set saslAwsAccessKey(value: string | undefined);
    resetSaslAwsAccessKey(): void;
    get saslAwsAccessKeyInput(): string | undefined;
    private _saslAwsContainerAuthorizationTokenFile?;
    get saslAwsContainerAuthorizationTokenFile(): string | undefined;
    set saslAwsContainerAuthorizationTokenFile(value: string | undefined);
    resetSaslAwsContainerAuthorizationTokenFile(): void;
    get saslAwsContainerAuthorizationTokenFileInput(): string | undefined;
    private _saslAwsContainerCredentialsFullUri?;
    get saslAwsContainerCredentialsFullUri(): string | undefined;
    set saslAwsContainerCredentialsFullUri(value: string | undefined);
    resetSaslAwsContainerCredentialsFullUri(): void;
    get saslAwsContainerCredentialsFullUriInput(): string | undefined;
    private _saslAwsCredsDebug?;
    get saslAwsCredsDebug(): boolean | cdktf.IResolvable | undefined;
    set saslAwsCredsDebug(value: boolean | cdktf.IResolvable | undefined);
    resetSaslAwsCredsDebug(): void;
    get saslAwsCredsDebugInput(): boolean | cdktf.IResolvable | undefined;
    private _saslAwsExternalId?;
    get saslAwsExternalId(): string | undefined;
    set saslAwsExternalId(value: string | undefined);
    resetSaslAwsExternalId(): void;
    get saslAwsExternalIdInput(): string | undefined;
    private _saslAwsProfile?;
    get saslAwsProfile(): string | undefined;
    set saslAwsProfile(value: string | undefined);
    resetSaslAwsProfile(): void;
    get saslAwsProfileInput(): string | undefined;
    private _saslAwsRegion?;
    get saslAwsRegion(): string | undefined;
    set saslAwsRegion(value: string | undefined);
    resetSaslAwsRegion(): void;
    get saslAwsRegionInput(): string | undefined;
    private _saslAwsRoleArn?;
    get saslAwsRoleArn(): string | undefined;
    set saslAwsRoleArn(value: string | undefined);
    resetSaslAwsRoleArn(): void;
    get saslAwsRoleArnInput(): string | undefined;
    private _saslAwsSecretKey?;
    get saslAwsSecretKey(): string | undefined;
    set saslAwsSecretKey(value: string | undefined);
    resetSaslAwsSecretKey(): void;
    get saslAwsSecretKeyInput(): string | undefined;
    private _saslAwsSharedConfigFiles?;
    get saslAwsSharedConfigFiles(): string[] | undefined;
    set saslAwsSharedConfigFiles(value: string[] | undefined);
    resetSaslAwsSharedConfigFiles(): void;
    get saslAwsSharedConfigFilesInput(): string[] | undefined;
    private _saslAwsToken?;
    get saslAwsToken(): string | undefined;
    set saslAwsToken(value: string | undefined);
    resetSaslAwsToken(): void;
    get saslAwsTokenInput(): string | undefined;
    private _saslMechanism?;
    get saslMechanism(): string | undefined;
    set saslMechanism(value: string | undefined);
    resetSaslMechanism(): void;
    get saslMechanismInput(): string | undefined;
    private _saslOauthScopes?;
    get saslOauthScopes(): string[] | undefined;
    set saslOauthScopes(value: string[] | undefined);
    resetSaslOauthScopes(): void;
    get saslOauthScopesInput(): string[] | undefined;
    private _saslPassword?;
    get saslPassword(): string | undefined;
    set saslPassword(value: string | undefined);
    resetSaslPassword(): void;
    get saslPasswordInput(): string | undefined;
    private _saslTokenUrl?;
    get saslTokenUrl(): string | undefined;
    set saslTokenUrl(value: string | undefined);
    resetSaslTokenUrl(): void;
    get saslTokenUrlInput(): string | undefined;
    private _saslUsername?;
    get saslUsername(): string | undefined;
    set saslUsername(value: string | undefined);
    resetSaslUsername(): void;
    get saslUsernameInput(): string | undefined;
    private _skipTlsVerify?;
    get skipTlsVerify(): boolean | cdktf.IResolvable | undefined;
    set skipTlsVerify(value: boolean | cdktf.IResolvable | undefined);
    resetSkipTlsVerify(): void;
    get skipTlsVerifyInput(): boolean | cdktf.IResolvable | undefined;
    private _timeout?;
    get timeout(): number | undefined;
    set timeout(value: number | undefined);
    resetTimeout(): void;
    get timeoutInput(): number | undefined;
    private _tlsEnabled?;
    get tlsEnabled(): boolean | cdktf.IResolvable | undefined;
    set tlsEnabled(value: boolean | cdktf.IResolvable | undefined);
    resetTlsEnabled(): void;
    get tlsEnabledInput(): boolean | cdktf.IResolvable | undefined;
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
