"use strict";
// https://registry.terraform.io/providers/magodo/restful/0.25.2/docs
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.RestfulProvider = void 0;
exports.restfulProviderClientCertificatesToTerraform = restfulProviderClientCertificatesToTerraform;
exports.restfulProviderClientCertificatesToHclTerraform = restfulProviderClientCertificatesToHclTerraform;
exports.restfulProviderClientRetryToTerraform = restfulProviderClientRetryToTerraform;
exports.restfulProviderClientRetryToHclTerraform = restfulProviderClientRetryToHclTerraform;
exports.restfulProviderClientToTerraform = restfulProviderClientToTerraform;
exports.restfulProviderClientToHclTerraform = restfulProviderClientToHclTerraform;
exports.restfulProviderSecurityApikeyToTerraform = restfulProviderSecurityApikeyToTerraform;
exports.restfulProviderSecurityApikeyToHclTerraform = restfulProviderSecurityApikeyToHclTerraform;
exports.restfulProviderSecurityHttpBasicToTerraform = restfulProviderSecurityHttpBasicToTerraform;
exports.restfulProviderSecurityHttpBasicToHclTerraform = restfulProviderSecurityHttpBasicToHclTerraform;
exports.restfulProviderSecurityHttpTokenToTerraform = restfulProviderSecurityHttpTokenToTerraform;
exports.restfulProviderSecurityHttpTokenToHclTerraform = restfulProviderSecurityHttpTokenToHclTerraform;
exports.restfulProviderSecurityHttpToTerraform = restfulProviderSecurityHttpToTerraform;
exports.restfulProviderSecurityHttpToHclTerraform = restfulProviderSecurityHttpToHclTerraform;
exports.restfulProviderSecurityOauth2ClientCredentialsToTerraform = restfulProviderSecurityOauth2ClientCredentialsToTerraform;
exports.restfulProviderSecurityOauth2ClientCredentialsToHclTerraform = restfulProviderSecurityOauth2ClientCredentialsToHclTerraform;
exports.restfulProviderSecurityOauth2PasswordToTerraform = restfulProviderSecurityOauth2PasswordToTerraform;
exports.restfulProviderSecurityOauth2PasswordToHclTerraform = restfulProviderSecurityOauth2PasswordToHclTerraform;
exports.restfulProviderSecurityOauth2RefreshTokenToTerraform = restfulProviderSecurityOauth2RefreshTokenToTerraform;
exports.restfulProviderSecurityOauth2RefreshTokenToHclTerraform = restfulProviderSecurityOauth2RefreshTokenToHclTerraform;
exports.restfulProviderSecurityOauth2ToTerraform = restfulProviderSecurityOauth2ToTerraform;
exports.restfulProviderSecurityOauth2ToHclTerraform = restfulProviderSecurityOauth2ToHclTerraform;
exports.restfulProviderSecurityToTerraform = restfulProviderSecurityToTerraform;
exports.restfulProviderSecurityToHclTerraform = restfulProviderSecurityToHclTerraform;
const cdktf = require("cdktf");
function restfulProviderClientCertificatesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        certificate: cdktf.stringToTerraform(struct.certificate),
        certificate_file: cdktf.stringToTerraform(struct.certificateFile),
        key: cdktf.stringToTerraform(struct.key),
        key_file: cdktf.stringToTerraform(struct.keyFile),
    };
}
function restfulProviderClientCertificatesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        certificate: {
            value: cdktf.stringToHclTerraform(struct.certificate),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        certificate_file: {
            value: cdktf.stringToHclTerraform(struct.certificateFile),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        key_file: {
            value: cdktf.stringToHclTerraform(struct.keyFile),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderClientRetryToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        count: cdktf.numberToTerraform(struct.count),
        max_wait_in_sec: cdktf.numberToTerraform(struct.maxWaitInSec),
        status_codes: cdktf.listMapper(cdktf.numberToTerraform, false)(struct.statusCodes),
        wait_in_sec: cdktf.numberToTerraform(struct.waitInSec),
    };
}
function restfulProviderClientRetryToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        count: {
            value: cdktf.numberToHclTerraform(struct.count),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        max_wait_in_sec: {
            value: cdktf.numberToHclTerraform(struct.maxWaitInSec),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        status_codes: {
            value: cdktf.listMapperHcl(cdktf.numberToHclTerraform, false)(struct.statusCodes),
            isBlock: false,
            type: "list",
            storageClassType: "numberList",
        },
        wait_in_sec: {
            value: cdktf.numberToHclTerraform(struct.waitInSec),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderClientToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        certificates: cdktf.listMapper(restfulProviderClientCertificatesToTerraform, false)(struct.certificates),
        cookie_enabled: cdktf.booleanToTerraform(struct.cookieEnabled),
        retry: restfulProviderClientRetryToTerraform(struct.retry),
        root_ca_certificate_files: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.rootCaCertificateFiles),
        root_ca_certificates: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.rootCaCertificates),
        tls_insecure_skip_verify: cdktf.booleanToTerraform(struct.tlsInsecureSkipVerify),
    };
}
function restfulProviderClientToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        certificates: {
            value: cdktf.listMapperHcl(restfulProviderClientCertificatesToHclTerraform, false)(struct.certificates),
            isBlock: true,
            type: "list",
            storageClassType: "RestfulProviderClientCertificatesList",
        },
        cookie_enabled: {
            value: cdktf.booleanToHclTerraform(struct.cookieEnabled),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        retry: {
            value: restfulProviderClientRetryToHclTerraform(struct.retry),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderClientRetry",
        },
        root_ca_certificate_files: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.rootCaCertificateFiles),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        root_ca_certificates: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.rootCaCertificates),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        tls_insecure_skip_verify: {
            value: cdktf.booleanToHclTerraform(struct.tlsInsecureSkipVerify),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityApikeyToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        in: cdktf.stringToTerraform(struct.in),
        name: cdktf.stringToTerraform(struct.name),
        value: cdktf.stringToTerraform(struct.value),
    };
}
function restfulProviderSecurityApikeyToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        in: {
            value: cdktf.stringToHclTerraform(struct.in),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityHttpBasicToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        password: cdktf.stringToTerraform(struct.password),
        username: cdktf.stringToTerraform(struct.username),
    };
}
function restfulProviderSecurityHttpBasicToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        password: {
            value: cdktf.stringToHclTerraform(struct.password),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        username: {
            value: cdktf.stringToHclTerraform(struct.username),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityHttpTokenToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        scheme: cdktf.stringToTerraform(struct.scheme),
        token: cdktf.stringToTerraform(struct.token),
    };
}
function restfulProviderSecurityHttpTokenToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        scheme: {
            value: cdktf.stringToHclTerraform(struct.scheme),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        token: {
            value: cdktf.stringToHclTerraform(struct.token),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityHttpToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        basic: restfulProviderSecurityHttpBasicToTerraform(struct.basic),
        token: restfulProviderSecurityHttpTokenToTerraform(struct.token),
    };
}
function restfulProviderSecurityHttpToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        basic: {
            value: restfulProviderSecurityHttpBasicToHclTerraform(struct.basic),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityHttpBasic",
        },
        token: {
            value: restfulProviderSecurityHttpTokenToHclTerraform(struct.token),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityHttpToken",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityOauth2ClientCredentialsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        client_id: cdktf.stringToTerraform(struct.clientId),
        client_secret: cdktf.stringToTerraform(struct.clientSecret),
        endpoint_params: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(struct.endpointParams),
        in: cdktf.stringToTerraform(struct.in),
        scopes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.scopes),
        token_url: cdktf.stringToTerraform(struct.tokenUrl),
    };
}
function restfulProviderSecurityOauth2ClientCredentialsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        client_id: {
            value: cdktf.stringToHclTerraform(struct.clientId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        client_secret: {
            value: cdktf.stringToHclTerraform(struct.clientSecret),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        endpoint_params: {
            value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(struct.endpointParams),
            isBlock: false,
            type: "map",
            storageClassType: "stringListMap",
        },
        in: {
            value: cdktf.stringToHclTerraform(struct.in),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        scopes: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.scopes),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        token_url: {
            value: cdktf.stringToHclTerraform(struct.tokenUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityOauth2PasswordToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        client_id: cdktf.stringToTerraform(struct.clientId),
        client_secret: cdktf.stringToTerraform(struct.clientSecret),
        in: cdktf.stringToTerraform(struct.in),
        password: cdktf.stringToTerraform(struct.password),
        scopes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.scopes),
        token_url: cdktf.stringToTerraform(struct.tokenUrl),
        username: cdktf.stringToTerraform(struct.username),
    };
}
function restfulProviderSecurityOauth2PasswordToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        client_id: {
            value: cdktf.stringToHclTerraform(struct.clientId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        client_secret: {
            value: cdktf.stringToHclTerraform(struct.clientSecret),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        in: {
            value: cdktf.stringToHclTerraform(struct.in),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        password: {
            value: cdktf.stringToHclTerraform(struct.password),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        scopes: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.scopes),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        token_url: {
            value: cdktf.stringToHclTerraform(struct.tokenUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        username: {
            value: cdktf.stringToHclTerraform(struct.username),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityOauth2RefreshTokenToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        client_id: cdktf.stringToTerraform(struct.clientId),
        client_secret: cdktf.stringToTerraform(struct.clientSecret),
        in: cdktf.stringToTerraform(struct.in),
        refresh_token: cdktf.stringToTerraform(struct.refreshToken),
        scopes: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.scopes),
        token_type: cdktf.stringToTerraform(struct.tokenType),
        token_url: cdktf.stringToTerraform(struct.tokenUrl),
    };
}
function restfulProviderSecurityOauth2RefreshTokenToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        client_id: {
            value: cdktf.stringToHclTerraform(struct.clientId),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        client_secret: {
            value: cdktf.stringToHclTerraform(struct.clientSecret),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        in: {
            value: cdktf.stringToHclTerraform(struct.in),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        refresh_token: {
            value: cdktf.stringToHclTerraform(struct.refreshToken),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        scopes: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.scopes),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        token_type: {
            value: cdktf.stringToHclTerraform(struct.tokenType),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        token_url: {
            value: cdktf.stringToHclTerraform(struct.tokenUrl),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityOauth2ToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        client_credentials: restfulProviderSecurityOauth2ClientCredentialsToTerraform(struct.clientCredentials),
        password: restfulProviderSecurityOauth2PasswordToTerraform(struct.password),
        refresh_token: restfulProviderSecurityOauth2RefreshTokenToTerraform(struct.refreshToken),
    };
}
function restfulProviderSecurityOauth2ToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        client_credentials: {
            value: restfulProviderSecurityOauth2ClientCredentialsToHclTerraform(struct.clientCredentials),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityOauth2ClientCredentials",
        },
        password: {
            value: restfulProviderSecurityOauth2PasswordToHclTerraform(struct.password),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityOauth2Password",
        },
        refresh_token: {
            value: restfulProviderSecurityOauth2RefreshTokenToHclTerraform(struct.refreshToken),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityOauth2RefreshToken",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function restfulProviderSecurityToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        apikey: cdktf.listMapper(restfulProviderSecurityApikeyToTerraform, false)(struct.apikey),
        http: restfulProviderSecurityHttpToTerraform(struct.http),
        oauth2: restfulProviderSecurityOauth2ToTerraform(struct.oauth2),
    };
}
function restfulProviderSecurityToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        apikey: {
            value: cdktf.listMapperHcl(restfulProviderSecurityApikeyToHclTerraform, false)(struct.apikey),
            isBlock: true,
            type: "set",
            storageClassType: "RestfulProviderSecurityApikeyList",
        },
        http: {
            value: restfulProviderSecurityHttpToHclTerraform(struct.http),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityHttp",
        },
        oauth2: {
            value: restfulProviderSecurityOauth2ToHclTerraform(struct.oauth2),
            isBlock: true,
            type: "struct",
            storageClassType: "RestfulProviderSecurityOauth2",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs restful}
*/
class RestfulProvider extends cdktf.TerraformProvider {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "restful";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a RestfulProvider resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the RestfulProvider to import
    * @param importFromId The id of the existing RestfulProvider that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the RestfulProvider to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "restful", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs restful} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options RestfulProviderConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'restful',
            terraformGeneratorMetadata: {
                providerName: 'restful',
                providerVersion: '0.25.2',
                providerVersionConstraint: '0.25.2'
            },
            terraformProviderSource: 'magodo/restful'
        });
        this._baseUrl = config.baseUrl;
        this._client = config.client;
        this._createMethod = config.createMethod;
        this._deleteMethod = config.deleteMethod;
        this._header = config.header;
        this._mergePatchDisabled = config.mergePatchDisabled;
        this._query = config.query;
        this._security = config.security;
        this._updateMethod = config.updateMethod;
        this._alias = config.alias;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // base_url - computed: false, optional: false, required: true
    _baseUrl;
    get baseUrl() {
        return this._baseUrl;
    }
    set baseUrl(value) {
        this._baseUrl = value;
    }
    // Temporarily expose input value. Use with caution.
    get baseUrlInput() {
        return this._baseUrl;
    }
    // client - computed: false, optional: true, required: false
    _client;
    get client() {
        return this._client;
    }
    set client(value) {
        this._client = value;
    }
    resetClient() {
        this._client = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get clientInput() {
        return this._client;
    }
    // create_method - computed: false, optional: true, required: false
    _createMethod;
    get createMethod() {
        return this._createMethod;
    }
    set createMethod(value) {
        this._createMethod = value;
    }
    resetCreateMethod() {
        this._createMethod = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get createMethodInput() {
        return this._createMethod;
    }
    // delete_method - computed: false, optional: true, required: false
    _deleteMethod;
    get deleteMethod() {
        return this._deleteMethod;
    }
    set deleteMethod(value) {
        this._deleteMethod = value;
    }
    resetDeleteMethod() {
        this._deleteMethod = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteMethodInput() {
        return this._deleteMethod;
    }
    // header - computed: false, optional: true, required: false
    _header;
    get header() {
        return this._header;
    }
    set header(value) {
        this._header = value;
    }
    resetHeader() {
        this._header = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get headerInput() {
        return this._header;
    }
    // merge_patch_disabled - computed: false, optional: true, required: false
    _mergePatchDisabled;
    get mergePatchDisabled() {
        return this._mergePatchDisabled;
    }
    set mergePatchDisabled(value) {
        this._mergePatchDisabled = value;
    }
    resetMergePatchDisabled() {
        this._mergePatchDisabled = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mergePatchDisabledInput() {
        return this._mergePatchDisabled;
    }
    // query - computed: false, optional: true, required: false
    _query;
    get query() {
        return this._query;
    }
    set query(value) {
        this._query = value;
    }
    resetQuery() {
        this._query = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get queryInput() {
        return this._query;
    }
    // security - computed: false, optional: true, required: false
    _security;
    get security() {
        return this._security;
    }
    set security(value) {
        this._security = value;
    }
    resetSecurity() {
        this._security = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get securityInput() {
        return this._security;
    }
    // update_method - computed: false, optional: true, required: false
    _updateMethod;
    get updateMethod() {
        return this._updateMethod;
    }
    set updateMethod(value) {
        this._updateMethod = value;
    }
    resetUpdateMethod() {
        this._updateMethod = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updateMethodInput() {
        return this._updateMethod;
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
            base_url: cdktf.stringToTerraform(this._baseUrl),
            client: restfulProviderClientToTerraform(this._client),
            create_method: cdktf.stringToTerraform(this._createMethod),
            delete_method: cdktf.stringToTerraform(this._deleteMethod),
            header: cdktf.hashMapper(cdktf.stringToTerraform)(this._header),
            merge_patch_disabled: cdktf.booleanToTerraform(this._mergePatchDisabled),
            query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._query),
            security: restfulProviderSecurityToTerraform(this._security),
            update_method: cdktf.stringToTerraform(this._updateMethod),
            alias: cdktf.stringToTerraform(this._alias),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            base_url: {
                value: cdktf.stringToHclTerraform(this._baseUrl),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            client: {
                value: restfulProviderClientToHclTerraform(this._client),
                isBlock: true,
                type: "struct",
                storageClassType: "RestfulProviderClient",
            },
            create_method: {
                value: cdktf.stringToHclTerraform(this._createMethod),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            delete_method: {
                value: cdktf.stringToHclTerraform(this._deleteMethod),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._header),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            merge_patch_disabled: {
                value: cdktf.booleanToHclTerraform(this._mergePatchDisabled),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._query),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            security: {
                value: restfulProviderSecurityToHclTerraform(this._security),
                isBlock: true,
                type: "struct",
                storageClassType: "RestfulProviderSecurity",
            },
            update_method: {
                value: cdktf.stringToHclTerraform(this._updateMethod),
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
exports.RestfulProvider = RestfulProvider;
