"use strict";
// https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.KafkaConnectProvider = void 0;
const cdktf = require("cdktf");
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs kafka-connect}
*/
class KafkaConnectProvider extends cdktf.TerraformProvider {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "kafka-connect";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a KafkaConnectProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the KafkaConnectProvider to import
    * @param importFromId The id of the existing KafkaConnectProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the KafkaConnectProvider to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "kafka-connect", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka-connect/0.5.0/docs kafka-connect} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options KafkaConnectProviderConfig = {}
    */
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'kafka-connect',
            terraformGeneratorMetadata: {
                providerName: 'kafka-connect',
                providerVersion: '0.5.0',
                providerVersionConstraint: '0.5.0'
            },
            terraformProviderSource: 'mongey/kafka-connect'
        });
        this._basicAuthPassword = config.basicAuthPassword;
        this._basicAuthUsername = config.basicAuthUsername;
        this._headers = config.headers;
        this._tlsAuthCrt = config.tlsAuthCrt;
        this._tlsAuthIsInsecure = config.tlsAuthIsInsecure;
        this._tlsAuthKey = config.tlsAuthKey;
        this._tlsRootCaFile = config.tlsRootCaFile;
        this._url = config.url;
        this._alias = config.alias;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // basic_auth_password - computed: false, optional: true, required: false
    _basicAuthPassword;
    get basicAuthPassword() {
        return this._basicAuthPassword;
    }
    set basicAuthPassword(value) {
        this._basicAuthPassword = value;
    }
    resetBasicAuthPassword() {
        this._basicAuthPassword = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get basicAuthPasswordInput() {
        return this._basicAuthPassword;
    }
    // basic_auth_username - computed: false, optional: true, required: false
    _basicAuthUsername;
    get basicAuthUsername() {
        return this._basicAuthUsername;
    }
    set basicAuthUsername(value) {
        this._basicAuthUsername = value;
    }
    resetBasicAuthUsername() {
        this._basicAuthUsername = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get basicAuthUsernameInput() {
        return this._basicAuthUsername;
    }
    // headers - computed: false, optional: true, required: false
    _headers;
    get headers() {
        return this._headers;
    }
    set headers(value) {
        this._headers = value;
    }
    resetHeaders() {
        this._headers = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get headersInput() {
        return this._headers;
    }
    // tls_auth_crt - computed: false, optional: true, required: false
    _tlsAuthCrt;
    get tlsAuthCrt() {
        return this._tlsAuthCrt;
    }
    set tlsAuthCrt(value) {
        this._tlsAuthCrt = value;
    }
    resetTlsAuthCrt() {
        this._tlsAuthCrt = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tlsAuthCrtInput() {
        return this._tlsAuthCrt;
    }
    // tls_auth_is_insecure - computed: false, optional: true, required: false
    _tlsAuthIsInsecure;
    get tlsAuthIsInsecure() {
        return this._tlsAuthIsInsecure;
    }
    set tlsAuthIsInsecure(value) {
        this._tlsAuthIsInsecure = value;
    }
    resetTlsAuthIsInsecure() {
        this._tlsAuthIsInsecure = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tlsAuthIsInsecureInput() {
        return this._tlsAuthIsInsecure;
    }
    // tls_auth_key - computed: false, optional: true, required: false
    _tlsAuthKey;
    get tlsAuthKey() {
        return this._tlsAuthKey;
    }
    set tlsAuthKey(value) {
        this._tlsAuthKey = value;
    }
    resetTlsAuthKey() {
        this._tlsAuthKey = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tlsAuthKeyInput() {
        return this._tlsAuthKey;
    }
    // tls_root_ca_file - computed: false, optional: true, required: false
    _tlsRootCaFile;
    get tlsRootCaFile() {
        return this._tlsRootCaFile;
    }
    set tlsRootCaFile(value) {
        this._tlsRootCaFile = value;
    }
    resetTlsRootCaFile() {
        this._tlsRootCaFile = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get tlsRootCaFileInput() {
        return this._tlsRootCaFile;
    }
    // url - computed: false, optional: true, required: false
    _url;
    get url() {
        return this._url;
    }
    set url(value) {
        this._url = value;
    }
    resetUrl() {
        this._url = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get urlInput() {
        return this._url;
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
            basic_auth_password: cdktf.stringToTerraform(this._basicAuthPassword),
            basic_auth_username: cdktf.stringToTerraform(this._basicAuthUsername),
            headers: cdktf.hashMapper(cdktf.stringToTerraform)(this._headers),
            tls_auth_crt: cdktf.stringToTerraform(this._tlsAuthCrt),
            tls_auth_is_insecure: cdktf.booleanToTerraform(this._tlsAuthIsInsecure),
            tls_auth_key: cdktf.stringToTerraform(this._tlsAuthKey),
            tls_root_ca_file: cdktf.stringToTerraform(this._tlsRootCaFile),
            url: cdktf.stringToTerraform(this._url),
            alias: cdktf.stringToTerraform(this._alias),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            basic_auth_password: {
                value: cdktf.stringToHclTerraform(this._basicAuthPassword),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            basic_auth_username: {
                value: cdktf.stringToHclTerraform(this._basicAuthUsername),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            headers: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._headers),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            tls_auth_crt: {
                value: cdktf.stringToHclTerraform(this._tlsAuthCrt),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            tls_auth_is_insecure: {
                value: cdktf.booleanToHclTerraform(this._tlsAuthIsInsecure),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            tls_auth_key: {
                value: cdktf.stringToHclTerraform(this._tlsAuthKey),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            tls_root_ca_file: {
                value: cdktf.stringToHclTerraform(this._tlsRootCaFile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            url: {
                value: cdktf.stringToHclTerraform(this._url),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
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
exports.KafkaConnectProvider = KafkaConnectProvider;
