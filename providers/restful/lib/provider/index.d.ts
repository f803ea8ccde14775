import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface RestfulProviderConfig {
    /**
    * The base URL of the API provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#base_url RestfulProvider#base_url}
    */
    readonly baseUrl: string;
    /**
    * The client configuration.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client RestfulProvider#client}
    */
    readonly client?: RestfulProviderClient;
    /**
    * The method used to create the resource. Defaults to `POST`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#create_method RestfulProvider#create_method}
    */
    readonly createMethod?: string;
    /**
    * The method used to delete the resource. Defaults to `DELETE`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#delete_method RestfulProvider#delete_method}
    */
    readonly deleteMethod?: string;
    /**
    * The header parameters that are applied to each request.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#header RestfulProvider#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * Whether to use a JSON Merge Patch as the request body in the PATCH update? Defaults to `false`. This is only effective when `update_method` is set to `PATCH`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#merge_patch_disabled RestfulProvider#merge_patch_disabled}
    */
    readonly mergePatchDisabled?: boolean | cdktf.IResolvable;
    /**
    * The query parameters that are applied to each request.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#query RestfulProvider#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The OpenAPI security scheme that is be used for auth.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#security RestfulProvider#security}
    */
    readonly security?: RestfulProviderSecurity;
    /**
    * The method used to update the resource. Defaults to `PUT`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#update_method RestfulProvider#update_method}
    */
    readonly updateMethod?: string;
    /**
    * Alias name
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#alias RestfulProvider#alias}
    */
    readonly alias?: string;
}
export interface RestfulProviderClientCertificates {
    /**
    * The client certificate for mTLS.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#certificate RestfulProvider#certificate}
    */
    readonly certificate?: string;
    /**
    * The path of the client certificate file for mTLS.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#certificate_file RestfulProvider#certificate_file}
    */
    readonly certificateFile?: string;
    /**
    * The client private key for mTLS.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#key RestfulProvider#key}
    */
    readonly key?: string;
    /**
    * The path of the client private key file for mTLS.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#key_file RestfulProvider#key_file}
    */
    readonly keyFile?: string;
}
export declare function restfulProviderClientCertificatesToTerraform(struct?: RestfulProviderClientCertificates | cdktf.IResolvable): any;
export declare function restfulProviderClientCertificatesToHclTerraform(struct?: RestfulProviderClientCertificates | cdktf.IResolvable): any;
export interface RestfulProviderClientRetry {
    /**
    * The maximum allowed retries. Defaults to `3`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#count RestfulProvider#count}
    */
    readonly count?: number;
    /**
    * The maximum allowed retry wait time. Defaults to `3600`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#max_wait_in_sec RestfulProvider#max_wait_in_sec}
    */
    readonly maxWaitInSec?: number;
    /**
    * The status codes that will retry.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#status_codes RestfulProvider#status_codes}
    */
    readonly statusCodes: number[];
    /**
    * The initial retry wait time between two retries in second, if there is no `Retry-After` in the response header, or the `Retry-After` is less than this. The wait time will be increased in capped exponential backoff with jitter, at most up to `max_wait_in_sec` (if not null). Defaults to `1`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#wait_in_sec RestfulProvider#wait_in_sec}
    */
    readonly waitInSec?: number;
}
export declare function restfulProviderClientRetryToTerraform(struct?: RestfulProviderClientRetry | cdktf.IResolvable): any;
export declare function restfulProviderClientRetryToHclTerraform(struct?: RestfulProviderClientRetry | cdktf.IResolvable): any;
export interface RestfulProviderClient {
    /**
    * The client certificates for mTLS.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#certificates RestfulProvider#certificates}
    */
    readonly certificates?: RestfulProviderClientCertificates[] | cdktf.IResolvable;
    /**
    * Save cookies during API contracting. Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#cookie_enabled RestfulProvider#cookie_enabled}
    */
    readonly cookieEnabled?: boolean | cdktf.IResolvable;
    /**
    * The retry option for the client.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#retry RestfulProvider#retry}
    */
    readonly retry?: RestfulProviderClientRetry;
    /**
    * The list of certificate file paths of root certificate authorities that clients use when verifying server certificates. If not specified, TLS uses the host's root CA set.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#root_ca_certificate_files RestfulProvider#root_ca_certificate_files}
    */
    readonly rootCaCertificateFiles?: string[];
    /**
    * The list of certificates of root certificate authorities that clients use when verifying server certificates. If not specified, TLS uses the host's root CA set.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#root_ca_certificates RestfulProvider#root_ca_certificates}
    */
    readonly rootCaCertificates?: string[];
    /**
    * Whether a client verifies the server's certificate chain and host name. Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#tls_insecure_skip_verify RestfulProvider#tls_insecure_skip_verify}
    */
    readonly tlsInsecureSkipVerify?: boolean | cdktf.IResolvable;
}
export declare function restfulProviderClientToTerraform(struct?: RestfulProviderClient | cdktf.IResolvable): any;
export declare function restfulProviderClientToHclTerraform(struct?: RestfulProviderClient | cdktf.IResolvable): any;
export interface RestfulProviderSecurityApikey {
    /**
    * Specifies how is the API Key is sent.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#in RestfulProvider#in}
    */
    readonly in: string;
    /**
    * The API Key name
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#name RestfulProvider#name}
    */
    readonly name: string;
    /**
    * The API Key value
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#value RestfulProvider#value}
    */
    readonly value: string;
}
export declare function restfulProviderSecurityApikeyToTerraform(struct?: RestfulProviderSecurityApikey | cdktf.IResolvable): any;
export declare function restfulProviderSecurityApikeyToHclTerraform(struct?: RestfulProviderSecurityApikey | cdktf.IResolvable): any;
export interface RestfulProviderSecurityHttpBasic {
    /**
    * The password.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#password RestfulProvider#password}
    */
    readonly password: string;
    /**
    * The username.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#username RestfulProvider#username}
    */
    readonly username: string;
}
export declare function restfulProviderSecurityHttpBasicToTerraform(struct?: RestfulProviderSecurityHttpBasic | cdktf.IResolvable): any;
export declare function restfulProviderSecurityHttpBasicToHclTerraform(struct?: RestfulProviderSecurityHttpBasic | cdktf.IResolvable): any;
export interface RestfulProviderSecurityHttpToken {
    /**
    * The auth scheme. Defaults to `Bearer`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#scheme RestfulProvider#scheme}
    */
    readonly scheme?: string;
    /**
    * The value of the token.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#token RestfulProvider#token}
    */
    readonly token: string;
}
export declare function restfulProviderSecurityHttpTokenToTerraform(struct?: RestfulProviderSecurityHttpToken | cdktf.IResolvable): any;
export declare function restfulProviderSecurityHttpTokenToHclTerraform(struct?: RestfulProviderSecurityHttpToken | cdktf.IResolvable): any;
export interface RestfulProviderSecurityHttp {
    /**
    * Basic authentication
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#basic RestfulProvider#basic}
    */
    readonly basic?: RestfulProviderSecurityHttpBasic;
    /**
    * Auth token (e.g. Bearer).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#token RestfulProvider#token}
    */
    readonly token?: RestfulProviderSecurityHttpToken;
}
export declare function restfulProviderSecurityHttpToTerraform(struct?: RestfulProviderSecurityHttp | cdktf.IResolvable): any;
export declare function restfulProviderSecurityHttpToHclTerraform(struct?: RestfulProviderSecurityHttp | cdktf.IResolvable): any;
export interface RestfulProviderSecurityOauth2ClientCredentials {
    /**
    * The application's ID.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_id RestfulProvider#client_id}
    */
    readonly clientId: string;
    /**
    * The application's secret.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_secret RestfulProvider#client_secret}
    */
    readonly clientSecret: string;
    /**
    * The additional parameters for requests to the token endpoint.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#endpoint_params RestfulProvider#endpoint_params}
    */
    readonly endpointParams?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * Specifies how is the client ID & secret sent. If absent, the style used will be auto detected.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#in RestfulProvider#in}
    */
    readonly in?: string;
    /**
    * The optional requested permissions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#scopes RestfulProvider#scopes}
    */
    readonly scopes?: string[];
    /**
    * The token URL to be used for this flow.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#token_url RestfulProvider#token_url}
    */
    readonly tokenUrl: string;
}
export declare function restfulProviderSecurityOauth2ClientCredentialsToTerraform(struct?: RestfulProviderSecurityOauth2ClientCredentials | cdktf.IResolvable): any;
export declare function restfulProviderSecurityOauth2ClientCredentialsToHclTerraform(struct?: RestfulProviderSecurityOauth2ClientCredentials | cdktf.IResolvable): any;
export interface RestfulProviderSecurityOauth2Password {
    /**
    * The application's ID.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_id RestfulProvider#client_id}
    */
    readonly clientId?: string;
    /**
    * The application's secret.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_secret RestfulProvider#client_secret}
    */
    readonly clientSecret?: string;
    /**
    * Specifies how is the client ID & secret sent. If absent, the style used will be auto detected.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#in RestfulProvider#in}
    */
    readonly in?: string;
    /**
    * The password.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#password RestfulProvider#password}
    */
    readonly password: string;
    /**
    * The optional requested permissions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#scopes RestfulProvider#scopes}
    */
    readonly scopes?: string[];
    /**
    * The token URL to be used for this flow.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#token_url RestfulProvider#token_url}
    */
    readonly tokenUrl: string;
    /**
    * The username.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#username RestfulProvider#username}
    */
    readonly username: string;
}
export declare function restfulProviderSecurityOauth2PasswordToTerraform(struct?: RestfulProviderSecurityOauth2Password | cdktf.IResolvable): any;
export declare function restfulProviderSecurityOauth2PasswordToHclTerraform(struct?: RestfulProviderSecurityOauth2Password | cdktf.IResolvable): any;
export interface RestfulProviderSecurityOauth2RefreshToken {
    /**
    * The application's ID.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_id RestfulProvider#client_id}
    */
    readonly clientId?: string;
    /**
    * The application's secret.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_secret RestfulProvider#client_secret}
    */
    readonly clientSecret?: string;
    /**
    * Specifies how is the client ID & secret sent. If absent, the style used will be auto detected.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#in RestfulProvider#in}
    */
    readonly in?: string;
    /**
    * The refresh token.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#refresh_token RestfulProvider#refresh_token}
    */
    readonly refreshToken: string;
    /**
    * The optional requested permissions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#scopes RestfulProvider#scopes}
    */
    readonly scopes?: string[];
    /**
    * The type of the access token. Defaults to "Bearer".
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#token_type RestfulProvider#token_type}
    */
    readonly tokenType?: string;
    /**
    * The token URL to be used for this flow.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#token_url RestfulProvider#token_url}
    */
    readonly tokenUrl: string;
}
export declare function restfulProviderSecurityOauth2RefreshTokenToTerraform(struct?: RestfulProviderSecurityOauth2RefreshToken | cdktf.IResolvable): any;
export declare function restfulProviderSecurityOauth2RefreshTokenToHclTerraform(struct?: RestfulProviderSecurityOauth2RefreshToken | cdktf.IResolvable): any;
export interface RestfulProviderSecurityOauth2 {
    /**
    * [Client credentials](https://www.rfc-editor.org/rfc/rfc6749#section-4.4).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#client_credentials RestfulProvider#client_credentials}
    */
    readonly clientCredentials?: RestfulProviderSecurityOauth2ClientCredentials;
    /**
    * [Resource owner password credential](https://www.rfc-editor.org/rfc/rfc6749#section-4.3).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#password RestfulProvider#password}
    */
    readonly password?: RestfulProviderSecurityOauth2Password;
    /**
    * [Refresh token](https://www.rfc-editor.org/rfc/rfc6749#section-6).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#refresh_token RestfulProvider#refresh_token}
    */
    readonly refreshToken?: RestfulProviderSecurityOauth2RefreshToken;
}
export declare function restfulProviderSecurityOauth2ToTerraform(struct?: RestfulProviderSecurityOauth2 | cdktf.IResolvable): any;
export declare function restfulProviderSecurityOauth2ToHclTerraform(struct?: RestfulProviderSecurityOauth2 | cdktf.IResolvable): any;
export interface RestfulProviderSecurity {
    /**
    * Configuration for the API Key authentication scheme.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#apikey RestfulProvider#apikey}
    */
    readonly apikey?: RestfulProviderSecurityApikey[] | cdktf.IResolvable;
    /**
    * Configuration for the HTTP authentication scheme.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#http RestfulProvider#http}
    */
    readonly http?: RestfulProviderSecurityHttp;
    /**
    * Configuration for the OAuth2 authentication scheme.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#oauth2 RestfulProvider#oauth2}
    */
    readonly oauth2?: RestfulProviderSecurityOauth2;
}
export declare function restfulProviderSecurityToTerraform(struct?: RestfulProviderSecurity | cdktf.IResolvable): any;
export declare function restfulProviderSecurityToHclTerraform(struct?: RestfulProviderSecurity | cdktf.IResolvable): any;
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs restful}
*/
export declare class RestfulProvider extends cdktf.TerraformProvider {
    static readonly tfResourceType = "restful";
    /**
    * Generates CDKTF code for importing a RestfulProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the RestfulProvider to import
    * @param importFromId The id of the existing RestfulProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the RestfulProvider to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs restful} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options RestfulProviderConfig
    */
    constructor(scope: Construct, id: string, config: RestfulProviderConfig);
    private _baseUrl?;
    get baseUrl(): string | undefined;
    set baseUrl(value: string | undefined);
    get baseUrlInput(): string | undefined;
    private _client?;
    get client(): RestfulProviderClient | undefined;
    set client(value: RestfulProviderClient | undefined);
    resetClient(): void;
    get clientInput(): RestfulProviderClient | undefined;
    private _createMethod?;
    get createMethod(): string | undefined;
    set createMethod(value: string | undefined);
    resetCreateMethod(): void;
    get createMethodInput(): string | undefined;
    private _deleteMethod?;
    get deleteMethod(): string | undefined;
    set deleteMethod(value: string | undefined);
    resetDeleteMethod(): void;
    get deleteMethodInput(): string | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    } | undefined;
    set header(value: {
        [key: string]: string;
    } | undefined);
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _mergePatchDisabled?;
    get mergePatchDisabled(): boolean | cdktf.IResolvable | undefined;
    set mergePatchDisabled(value: boolean | cdktf.IResolvable | undefined);
    resetMergePatchDisabled(): void;
    get mergePatchDisabledInput(): boolean | cdktf.IResolvable | undefined;
    private _query?;
    get query(): {
        [key: string]: string[];
    } | cdktf.IResolvable | undefined;
    set query(value: {
        [key: string]: string[];
    } | cdktf.IResolvable | undefined);
    resetQuery(): void;
    get queryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _security?;
    get security(): RestfulProviderSecurity | undefined;
    set security(value: RestfulProviderSecurity | undefined);
    resetSecurity(): void;
    get securityInput(): RestfulProviderSecurity | undefined;
    private _updateMethod?;
    get updateMethod(): string | undefined;
    set updateMethod(value: string | undefined);
    resetUpdateMethod(): void;
    get updateMethodInput(): string | undefined;
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
