"use strict";
// https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.KafkaProvider = void 0;
const cdktf = require("cdktf");
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs kafka}
*/
class KafkaProvider extends cdktf.TerraformProvider {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "kafka";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a KafkaProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the KafkaProvider to import
    * @param importFromId The id of the existing KafkaProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the KafkaProvider to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "kafka", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs kafka} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options KafkaProviderConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'kafka',
            terraformGeneratorMetadata: {
                providerName: 'kafka',
                providerVersion: '0.13.1',
                providerVersionConstraint: '0.13.1'
            },
            terraformProviderSource: 'mongey/kafka'
        });
        this._bootstrapServers = config.bootstrapServers;
        this._caCert = config.caCert;
        this._caCertFile = config.caCertFile;
        this._clientCert = config.clientCert;
        this._clientCertFile = config.clientCertFile;
        this._clientKey = config.clientKey;
        this._clientKeyFile = config.clientKeyFile;
        this._clientKeyPassphrase = config.clientKeyPassphrase;
        this._kafkaVersion = config.kafkaVersion;
        this._saslAwsAccessKey = config.saslAwsAccessKey;
        this._saslAwsContainerAuthorizationTokenFile = config.saslAwsContainerAuthorizationTokenFile;
        this._saslAwsContainerCredentialsFullUri = config.saslAwsContainerCredentialsFullUri;
        this._saslAwsCredsDebug = config.saslAwsCredsDebug;
        this._saslAwsExternalId = config.saslAwsExternalId;
        this._saslAwsProfile = config.saslAwsProfile;
        this._saslAwsRegion = config.saslAwsRegion;
        this._saslAwsRoleArn = config.saslAwsRoleArn;
        this._saslAwsSecretKey = config.saslAwsSecretKey;
        this._saslAwsSharedConfigFiles = config.saslAwsSharedConfigFiles;
        this._saslAwsToken = config.saslAwsToken;
        this._saslMechanism = config.saslMechanism;
        this._saslOauthScopes = config.saslOauthScopes;
        this._saslPassword = config.saslPassword;
        this._saslTokenUrl = config.saslTokenUrl;
        this._saslUsername = config.saslUsername;
        this._skipTlsVerify = config.skipTlsVerify;
        this._timeout = config.timeout;
        this._tlsEnabled = config.tlsEnabled;
        this._alias = config.alias;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // bootstrap_servers - computed: false, optional: false, required: true
    _bootstrapServers;
    get bootstrapServers() {
        return this._bootstrapServers;
    }
    set bootstrapServers(value) {
        this._bootstrapServers = value;
    }
    // Temporarily expose input value. Use with caution.
    get bootstrapServersInput() {
        return this._bootstrapServers;
    }
    // ca_cert - computed: false, optional: true, required: false
    _caCert;
    get caCert() {
        return this._caCert;
    }
    set caCert(value) {
        this._caCert = value;
    }
    resetCaCert() {
        this._caCert = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get caCertInput() {
        return this._caCert;
    }
    // ca_cert_file - computed: false, optional: true, required: false
    _caCertFile;
    get caCertFile() {
        return this._caCertFile;
    }
    set caCertFile(value) {
        this._caCertFile = value;
    }
    resetCaCertFile() {
        this._caCertFile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get caCertFileInput() {
        return this._caCertFile;
    }
    // client_cert - computed: false, optional: true, required: false
    _clientCert;
    get clientCert() {
        return this._clientCert;
    }
    set clientCert(value) {
        this._clientCert = value;
    }
    resetClientCert() {
        this._clientCert = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientCertInput() {
        return this._clientCert;
    }
    // client_cert_file - computed: false, optional: true, required: false
    _clientCertFile;
    get clientCertFile() {
        return this._clientCertFile;
    }
    set clientCertFile(value) {
        this._clientCertFile = value;
    }
    resetClientCertFile() {
        this._clientCertFile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientCertFileInput() {
        return this._clientCertFile;
    }
    // client_key - computed: false, optional: true, required: false
    _clientKey;
    get clientKey() {
        return this._clientKey;
    }
    set clientKey(value) {
        this._clientKey = value;
    }
    resetClientKey() {
        this._clientKey = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientKeyInput() {
        return this._clientKey;
    }
    // client_key_file - computed: false, optional: true, required: false
    _clientKeyFile;
    get clientKeyFile() {
        return this._clientKeyFile;
    }
    set clientKeyFile(value) {
        this._clientKeyFile = value;
    }
    resetClientKeyFile() {
        this._clientKeyFile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientKeyFileInput() {
        return this._clientKeyFile;
    }
    // client_key_passphrase - computed: false, optional: true, required: false
    _clientKeyPassphrase;
    get clientKeyPassphrase() {
        return this._clientKeyPassphrase;
    }
    set clientKeyPassphrase(value) {
        this._clientKeyPassphrase = value;
    }
    resetClientKeyPassphrase() {
        this._clientKeyPassphrase = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientKeyPassphraseInput() {
        return this._clientKeyPassphrase;
    }
    // kafka_version - computed: false, optional: true, required: false
    _kafkaVersion;
    get kafkaVersion() {
        return this._kafkaVersion;
    }
    set kafkaVersion(value) {
        this._kafkaVersion = value;
    }
    resetKafkaVersion() {
        this._kafkaVersion = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get kafkaVersionInput() {
        return this._kafkaVersion;
    }
    // sasl_aws_access_key - computed: false, optional: true, required: false
    _saslAwsAccessKey;
    get saslAwsAccessKey() {
        return this._saslAwsAccessKey;
    }
    set saslAwsAccessKey(value) {
        this._saslAwsAccessKey = value;
    }
    resetSaslAwsAccessKey() {
        this._saslAwsAccessKey = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsAccessKeyInput() {
        return this._saslAwsAccessKey;
    }
    // sasl_aws_container_authorization_token_file - computed: false, optional: true, required: false
    _saslAwsContainerAuthorizationTokenFile;
    get saslAwsContainerAuthorizationTokenFile() {
        return this._saslAwsContainerAuthorizationTokenFile;
    }
    set saslAwsContainerAuthorizationTokenFile(value) {
        this._saslAwsContainerAuthorizationTokenFile = value;
    }
    resetSaslAwsContainerAuthorizationTokenFile() {
        this._saslAwsContainerAuthorizationTokenFile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsContainerAuthorizationTokenFileInput() {
        return this._saslAwsContainerAuthorizationTokenFile;
    }
    // sasl_aws_container_credentials_full_uri - computed: false, optional: true, required: false
    _saslAwsContainerCredentialsFullUri;
    get saslAwsContainerCredentialsFullUri() {
        return this._saslAwsContainerCredentialsFullUri;
    }
    set saslAwsContainerCredentialsFullUri(value) {
        this._saslAwsContainerCredentialsFullUri = value;
    }
    resetSaslAwsContainerCredentialsFullUri() {
        this._saslAwsContainerCredentialsFullUri = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsContainerCredentialsFullUriInput() {
        return this._saslAwsContainerCredentialsFullUri;
    }
    // sasl_aws_creds_debug - computed: false, optional: true, required: false
    _saslAwsCredsDebug;
    get saslAwsCredsDebug() {
        return this._saslAwsCredsDebug;
    }
    set saslAwsCredsDebug(value) {
        this._saslAwsCredsDebug = value;
    }
    resetSaslAwsCredsDebug() {
        this._saslAwsCredsDebug = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsCredsDebugInput() {
        return this._saslAwsCredsDebug;
    }
    // sasl_aws_external_id - computed: false, optional: true, required: false
    _saslAwsExternalId;
    get saslAwsExternalId() {
        return this._saslAwsExternalId;
    }
    set saslAwsExternalId(value) {
        this._saslAwsExternalId = value;
    }
    resetSaslAwsExternalId() {
        this._saslAwsExternalId = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsExternalIdInput() {
        return this._saslAwsExternalId;
    }
    // sasl_aws_profile - computed: false, optional: true, required: false
    _saslAwsProfile;
    get saslAwsProfile() {
        return this._saslAwsProfile;
    }
    set saslAwsProfile(value) {
        this._saslAwsProfile = value;
    }
    resetSaslAwsProfile() {
        this._saslAwsProfile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsProfileInput() {
        return this._saslAwsProfile;
    }
    // sasl_aws_region - computed: false, optional: true, required: false
    _saslAwsRegion;
    get saslAwsRegion() {
        return this._saslAwsRegion;
    }
    set saslAwsRegion(value) {
        this._saslAwsRegion = value;
    }
    resetSaslAwsRegion() {
        this._saslAwsRegion = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsRegionInput() {
        return this._saslAwsRegion;
    }
    // sasl_aws_role_arn - computed: false, optional: true, required: false
    _saslAwsRoleArn;
    get saslAwsRoleArn() {
        return this._saslAwsRoleArn;
    }
    set saslAwsRoleArn(value) {
        this._saslAwsRoleArn = value;
    }
    resetSaslAwsRoleArn() {
        this._saslAwsRoleArn = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsRoleArnInput() {
        return this._saslAwsRoleArn;
    }
    // sasl_aws_secret_key - computed: false, optional: true, required: false
    _saslAwsSecretKey;
    get saslAwsSecretKey() {
        return this._saslAwsSecretKey;
    }
    set saslAwsSecretKey(value) {
        this._saslAwsSecretKey = value;
    }
    resetSaslAwsSecretKey() {
        this._saslAwsSecretKey = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsSecretKeyInput() {
        return this._saslAwsSecretKey;
    }
    // sasl_aws_shared_config_files - computed: false, optional: true, required: false
    _saslAwsSharedConfigFiles;
    get saslAwsSharedConfigFiles() {
        return this._saslAwsSharedConfigFiles;
    }
    set saslAwsSharedConfigFiles(value) {
        this._saslAwsSharedConfigFiles = value;
    }
    resetSaslAwsSharedConfigFiles() {
        this._saslAwsSharedConfigFiles = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsSharedConfigFilesInput() {
        return this._saslAwsSharedConfigFiles;
    }
    // sasl_aws_token - computed: false, optional: true, required: false
    _saslAwsToken;
    get saslAwsToken() {
        return this._saslAwsToken;
    }
    set saslAwsToken(value) {
        this._saslAwsToken = value;
    }
    resetSaslAwsToken() {
        this._saslAwsToken = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslAwsTokenInput() {
        return this._saslAwsToken;
    }
    // sasl_mechanism - computed: false, optional: true, required: false
    _saslMechanism;
    get saslMechanism() {
        return this._saslMechanism;
    }
    set saslMechanism(value) {
        this._saslMechanism = value;
    }
    resetSaslMechanism() {
        this._saslMechanism = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslMechanismInput() {
        return this._saslMechanism;
    }
    // sasl_oauth_scopes - computed: false, optional: true, required: false
    _saslOauthScopes;
    get saslOauthScopes() {
        return this._saslOauthScopes;
    }
    set saslOauthScopes(value) {
        this._saslOauthScopes = value;
    }
    resetSaslOauthScopes() {
        this._saslOauthScopes = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslOauthScopesInput() {
        return this._saslOauthScopes;
    }
    // sasl_password - computed: false, optional: true, required: false
    _saslPassword;
    get saslPassword() {
        return this._saslPassword;
    }
    set saslPassword(value) {
        this._saslPassword = value;
    }
    resetSaslPassword() {
        this._saslPassword = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslPasswordInput() {
        return this._saslPassword;
    }
    // sasl_token_url - computed: false, optional: true, required: false
    _saslTokenUrl;
    get saslTokenUrl() {
        return this._saslTokenUrl;
    }
    set saslTokenUrl(value) {
        this._saslTokenUrl = value;
    }
    resetSaslTokenUrl() {
        this._saslTokenUrl = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslTokenUrlInput() {
        return this._saslTokenUrl;
    }
    // sasl_username - computed: false, optional: true, required: false
    _saslUsername;
    get saslUsername() {
        return this._saslUsername;
    }
    set saslUsername(value) {
        this._saslUsername = value;
    }
    resetSaslUsername() {
        this._saslUsername = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get saslUsernameInput() {
        return this._saslUsername;
    }
    // skip_tls_verify - computed: false, optional: true, required: false
    _skipTlsVerify;
    get skipTlsVerify() {
        return this._skipTlsVerify;
    }
    set skipTlsVerify(value) {
        this._skipTlsVerify = value;
    }
    resetSkipTlsVerify() {
        this._skipTlsVerify = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get skipTlsVerifyInput() {
        return this._skipTlsVerify;
    }
    // timeout - computed: false, optional: true, required: false
    _timeout;
    get timeout() {
        return this._timeout;
    }
    set timeout(value) {
        this._timeout = value;
    }
    resetTimeout() {
        this._timeout = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get timeoutInput() {
        return this._timeout;
    }
    // tls_enabled - computed: false, optional: true, required: false
    _tlsEnabled;
    get tlsEnabled() {
        return this._tlsEnabled;
    }
    set tlsEnabled(value) {
        this._tlsEnabled = value;
    }
    resetTlsEnabled() {
        this._tlsEnabled = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tlsEnabledInput() {
        return this._tlsEnabled;
    }
    // alias - computed: false, optional: true, required: false
    _alias;
    get alias() {
        return this._alias;
    }
    set alias(value) {
        this._alias = value;
    }
    resetAlias() {
        this._alias = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get aliasInput() {
        return this._alias;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            bootstrap_servers: cdktf.listMapper(cdktf.stringToTerraform, false)(this._bootstrapServers),
            ca_cert: cdktf.stringToTerraform(this._caCert),
            ca_cert_file: cdktf.stringToTerraform(this._caCertFile),
            client_cert: cdktf.stringToTerraform(this._clientCert),
            client_cert_file: cdktf.stringToTerraform(this._clientCertFile),
            client_key: cdktf.stringToTerraform(this._clientKey),
            client_key_file: cdktf.stringToTerraform(this._clientKeyFile),
            client_key_passphrase: cdktf.stringToTerraform(this._clientKeyPassphrase),
            kafka_version: cdktf.stringToTerraform(this._kafkaVersion),
            sasl_aws_access_key: cdktf.stringToTerraform(this._saslAwsAccessKey),
            sasl_aws_container_authorization_token_file: cdktf.stringToTerraform(this._saslAwsContainerAuthorizationTokenFile),
            sasl_aws_container_credentials_full_uri: cdktf.stringToTerraform(this._saslAwsContainerCredentialsFullUri),
            sasl_aws_creds_debug: cdktf.booleanToTerraform(this._saslAwsCredsDebug),
            sasl_aws_external_id: cdktf.stringToTerraform(this._saslAwsExternalId),
            sasl_aws_profile: cdktf.stringToTerraform(this._saslAwsProfile),
            sasl_aws_region: cdktf.stringToTerraform(this._saslAwsRegion),
            sasl_aws_role_arn: cdktf.stringToTerraform(this._saslAwsRoleArn),
            sasl_aws_secret_key: cdktf.stringToTerraform(this._saslAwsSecretKey),
            sasl_aws_shared_config_files: cdktf.listMapper(cdktf.stringToTerraform, false)(this._saslAwsSharedConfigFiles),
            sasl_aws_token: cdktf.stringToTerraform(this._saslAwsToken),
            sasl_mechanism: cdktf.stringToTerraform(this._saslMechanism),
            sasl_oauth_scopes: cdktf.listMapper(cdktf.stringToTerraform, false)(this._saslOauthScopes),
            sasl_password: cdktf.stringToTerraform(this._saslPassword),
            sasl_token_url: cdktf.stringToTerraform(this._saslTokenUrl),
            sasl_username: cdktf.stringToTerraform(this._saslUsername),
            skip_tls_verify: cdktf.booleanToTerraform(this._skipTlsVerify),
            timeout: cdktf.numberToTerraform(this._timeout),
            tls_enabled: cdktf.booleanToTerraform(this._tlsEnabled),
            alias: cdktf.stringToTerraform(this._alias),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            bootstrap_servers: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._bootstrapServers),
                isBlock: false,
                type: "list",
                storageClassType: "stringList",
            },
            ca_cert: {
                value: cdktf.stringToHclTerraform(this._caCert),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            ca_cert_file: {
                value: cdktf.stringToHclTerraform(this._caCertFile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_cert: {
                value: cdktf.stringToHclTerraform(this._clientCert),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_cert_file: {
                value: cdktf.stringToHclTerraform(this._clientCertFile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key: {
                value: cdktf.stringToHclTerraform(this._clientKey),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key_file: {
                value: cdktf.stringToHclTerraform(this._clientKeyFile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client_key_passphrase: {
                value: cdktf.stringToHclTerraform(this._clientKeyPassphrase),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            kafka_version: {
                value: cdktf.stringToHclTerraform(this._kafkaVersion),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_access_key: {
                value: cdktf.stringToHclTerraform(this._saslAwsAccessKey),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_container_authorization_token_file: {
                value: cdktf.stringToHclTerraform(this._saslAwsContainerAuthorizationTokenFile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_container_credentials_full_uri: {
                value: cdktf.stringToHclTerraform(this._saslAwsContainerCredentialsFullUri),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_creds_debug: {
                value: cdktf.booleanToHclTerraform(this._saslAwsCredsDebug),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            sasl_aws_external_id: {
                value: cdktf.stringToHclTerraform(this._saslAwsExternalId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_profile: {
                value: cdktf.stringToHclTerraform(this._saslAwsProfile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_region: {
                value: cdktf.stringToHclTerraform(this._saslAwsRegion),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_role_arn: {
                value: cdktf.stringToHclTerraform(this._saslAwsRoleArn),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_secret_key: {
                value: cdktf.stringToHclTerraform(this._saslAwsSecretKey),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_aws_shared_config_files: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._saslAwsSharedConfigFiles),
                isBlock: false,
                type: "list",
                storageClassType: "stringList",
            },
            sasl_aws_token: {
                value: cdktf.stringToHclTerraform(this._saslAwsToken),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_mechanism: {
                value: cdktf.stringToHclTerraform(this._saslMechanism),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_oauth_scopes: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._saslOauthScopes),
                isBlock: false,
                type: "list",
                storageClassType: "stringList",
            },
            sasl_password: {
                value: cdktf.stringToHclTerraform(this._saslPassword),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_token_url: {
                value: cdktf.stringToHclTerraform(this._saslTokenUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sasl_username: {
                value: cdktf.stringToHclTerraform(this._saslUsername),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            skip_tls_verify: {
                value: cdktf.booleanToHclTerraform(this._skipTlsVerify),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            timeout: {
                value: cdktf.numberToHclTerraform(this._timeout),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            tls_enabled: {
                value: cdktf.booleanToHclTerraform(this._tlsEnabled),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            alias: {
                value: cdktf.stringToHclTerraform(this._alias),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.KafkaProvider = KafkaProvider;
