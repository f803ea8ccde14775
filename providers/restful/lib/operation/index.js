"use strict";
// https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.Operation = exports.OperationPrecheckDeleteList = exports.OperationPrecheckDeleteOutputReference = exports.OperationPrecheckDeleteApiOutputReference = exports.OperationPrecheckDeleteApiStatusOutputReference = exports.OperationPrecheckList = exports.OperationPrecheckOutputReference = exports.OperationPrecheckApiOutputReference = exports.OperationPrecheckApiStatusOutputReference = exports.OperationPollDeleteOutputReference = exports.OperationPollDeleteStatusOutputReference = exports.OperationPollOutputReference = exports.OperationPollStatusOutputReference = void 0;
exports.operationPollStatusToTerraform = operationPollStatusToTerraform;
exports.operationPollStatusToHclTerraform = operationPollStatusToHclTerraform;
exports.operationPollToTerraform = operationPollToTerraform;
exports.operationPollToHclTerraform = operationPollToHclTerraform;
exports.operationPollDeleteStatusToTerraform = operationPollDeleteStatusToTerraform;
exports.operationPollDeleteStatusToHclTerraform = operationPollDeleteStatusToHclTerraform;
exports.operationPollDeleteToTerraform = operationPollDeleteToTerraform;
exports.operationPollDeleteToHclTerraform = operationPollDeleteToHclTerraform;
exports.operationPrecheckApiStatusToTerraform = operationPrecheckApiStatusToTerraform;
exports.operationPrecheckApiStatusToHclTerraform = operationPrecheckApiStatusToHclTerraform;
exports.operationPrecheckApiToTerraform = operationPrecheckApiToTerraform;
exports.operationPrecheckApiToHclTerraform = operationPrecheckApiToHclTerraform;
exports.operationPrecheckToTerraform = operationPrecheckToTerraform;
exports.operationPrecheckToHclTerraform = operationPrecheckToHclTerraform;
exports.operationPrecheckDeleteApiStatusToTerraform = operationPrecheckDeleteApiStatusToTerraform;
exports.operationPrecheckDeleteApiStatusToHclTerraform = operationPrecheckDeleteApiStatusToHclTerraform;
exports.operationPrecheckDeleteApiToTerraform = operationPrecheckDeleteApiToTerraform;
exports.operationPrecheckDeleteApiToHclTerraform = operationPrecheckDeleteApiToHclTerraform;
exports.operationPrecheckDeleteToTerraform = operationPrecheckDeleteToTerraform;
exports.operationPrecheckDeleteToHclTerraform = operationPrecheckDeleteToHclTerraform;
const cdktf = require("cdktf");
function operationPollStatusToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        pending: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.pending),
        success: cdktf.stringToTerraform(struct.success),
    };
}
function operationPollStatusToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        pending: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.pending),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        success: {
            value: cdktf.stringToHclTerraform(struct.success),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPollStatusOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._pending !== undefined) {
            hasAnyValues = true;
            internalValueResult.pending = this._pending;
        }
        if (this._success !== undefined) {
            hasAnyValues = true;
            internalValueResult.success = this._success;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._pending = undefined;
            this._success = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._pending = value.pending;
            this._success = value.success;
        }
    }
    // pending - computed: false, optional: true, required: false
    _pending;
    get pending() {
        return this.getListAttribute('pending');
    }
    set pending(value) {
        this._pending = value;
    }
    resetPending() {
        this._pending = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pendingInput() {
        return this._pending;
    }
    // success - computed: false, optional: false, required: true
    _success;
    get success() {
        return this.getStringAttribute('success');
    }
    set success(value) {
        this._success = value;
    }
    // Temporarily expose input value. Use with caution.
    get successInput() {
        return this._success;
    }
}
exports.OperationPollStatusOutputReference = OperationPollStatusOutputReference;
function operationPollToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        status: operationPollStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
        url_locator: cdktf.stringToTerraform(struct.urlLocator),
    };
}
function operationPollToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        default_delay_sec: {
            value: cdktf.numberToHclTerraform(struct.defaultDelaySec),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        header: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.header),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        status: {
            value: operationPollStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "OperationPollStatus",
        },
        status_locator: {
            value: cdktf.stringToHclTerraform(struct.statusLocator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        url_locator: {
            value: cdktf.stringToHclTerraform(struct.urlLocator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPollOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._defaultDelaySec !== undefined) {
            hasAnyValues = true;
            internalValueResult.defaultDelaySec = this._defaultDelaySec;
        }
        if (this._header !== undefined) {
            hasAnyValues = true;
            internalValueResult.header = this._header;
        }
        if (this._status?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.status = this._status?.internalValue;
        }
        if (this._statusLocator !== undefined) {
            hasAnyValues = true;
            internalValueResult.statusLocator = this._statusLocator;
        }
        if (this._urlLocator !== undefined) {
            hasAnyValues = true;
            internalValueResult.urlLocator = this._urlLocator;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._defaultDelaySec = undefined;
            this._header = undefined;
            this._status.internalValue = undefined;
            this._statusLocator = undefined;
            this._urlLocator = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._defaultDelaySec = value.defaultDelaySec;
            this._header = value.header;
            this._status.internalValue = value.status;
            this._statusLocator = value.statusLocator;
            this._urlLocator = value.urlLocator;
        }
    }
    // default_delay_sec - computed: false, optional: true, required: false
    _defaultDelaySec;
    get defaultDelaySec() {
        return this.getNumberAttribute('default_delay_sec');
    }
    set defaultDelaySec(value) {
        this._defaultDelaySec = value;
    }
    resetDefaultDelaySec() {
        this._defaultDelaySec = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get defaultDelaySecInput() {
        return this._defaultDelaySec;
    }
    // header - computed: false, optional: true, required: false
    _header;
    get header() {
        return this.getStringMapAttribute('header');
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
    // status - computed: false, optional: false, required: true
    _status = new OperationPollStatusOutputReference(this, "status");
    get status() {
        return this._status;
    }
    putStatus(value) {
        this._status.internalValue = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusInput() {
        return this._status.internalValue;
    }
    // status_locator - computed: false, optional: false, required: true
    _statusLocator;
    get statusLocator() {
        return this.getStringAttribute('status_locator');
    }
    set statusLocator(value) {
        this._statusLocator = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusLocatorInput() {
        return this._statusLocator;
    }
    // url_locator - computed: false, optional: true, required: false
    _urlLocator;
    get urlLocator() {
        return this.getStringAttribute('url_locator');
    }
    set urlLocator(value) {
        this._urlLocator = value;
    }
    resetUrlLocator() {
        this._urlLocator = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get urlLocatorInput() {
        return this._urlLocator;
    }
}
exports.OperationPollOutputReference = OperationPollOutputReference;
function operationPollDeleteStatusToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        pending: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.pending),
        success: cdktf.stringToTerraform(struct.success),
    };
}
function operationPollDeleteStatusToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        pending: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.pending),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        success: {
            value: cdktf.stringToHclTerraform(struct.success),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPollDeleteStatusOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._pending !== undefined) {
            hasAnyValues = true;
            internalValueResult.pending = this._pending;
        }
        if (this._success !== undefined) {
            hasAnyValues = true;
            internalValueResult.success = this._success;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._pending = undefined;
            this._success = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._pending = value.pending;
            this._success = value.success;
        }
    }
    // pending - computed: false, optional: true, required: false
    _pending;
    get pending() {
        return this.getListAttribute('pending');
    }
    set pending(value) {
        this._pending = value;
    }
    resetPending() {
        this._pending = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pendingInput() {
        return this._pending;
    }
    // success - computed: false, optional: false, required: true
    _success;
    get success() {
        return this.getStringAttribute('success');
    }
    set success(value) {
        this._success = value;
    }
    // Temporarily expose input value. Use with caution.
    get successInput() {
        return this._success;
    }
}
exports.OperationPollDeleteStatusOutputReference = OperationPollDeleteStatusOutputReference;
function operationPollDeleteToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        status: operationPollDeleteStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
        url_locator: cdktf.stringToTerraform(struct.urlLocator),
    };
}
function operationPollDeleteToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        default_delay_sec: {
            value: cdktf.numberToHclTerraform(struct.defaultDelaySec),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        header: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.header),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        status: {
            value: operationPollDeleteStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "OperationPollDeleteStatus",
        },
        status_locator: {
            value: cdktf.stringToHclTerraform(struct.statusLocator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        url_locator: {
            value: cdktf.stringToHclTerraform(struct.urlLocator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPollDeleteOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._defaultDelaySec !== undefined) {
            hasAnyValues = true;
            internalValueResult.defaultDelaySec = this._defaultDelaySec;
        }
        if (this._header !== undefined) {
            hasAnyValues = true;
            internalValueResult.header = this._header;
        }
        if (this._status?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.status = this._status?.internalValue;
        }
        if (this._statusLocator !== undefined) {
            hasAnyValues = true;
            internalValueResult.statusLocator = this._statusLocator;
        }
        if (this._urlLocator !== undefined) {
            hasAnyValues = true;
            internalValueResult.urlLocator = this._urlLocator;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._defaultDelaySec = undefined;
            this._header = undefined;
            this._status.internalValue = undefined;
            this._statusLocator = undefined;
            this._urlLocator = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._defaultDelaySec = value.defaultDelaySec;
            this._header = value.header;
            this._status.internalValue = value.status;
            this._statusLocator = value.statusLocator;
            this._urlLocator = value.urlLocator;
        }
    }
    // default_delay_sec - computed: false, optional: true, required: false
    _defaultDelaySec;
    get defaultDelaySec() {
        return this.getNumberAttribute('default_delay_sec');
    }
    set defaultDelaySec(value) {
        this._defaultDelaySec = value;
    }
    resetDefaultDelaySec() {
        this._defaultDelaySec = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get defaultDelaySecInput() {
        return this._defaultDelaySec;
    }
    // header - computed: false, optional: true, required: false
    _header;
    get header() {
        return this.getStringMapAttribute('header');
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
    // status - computed: false, optional: false, required: true
    _status = new OperationPollDeleteStatusOutputReference(this, "status");
    get status() {
        return this._status;
    }
    putStatus(value) {
        this._status.internalValue = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusInput() {
        return this._status.internalValue;
    }
    // status_locator - computed: false, optional: false, required: true
    _statusLocator;
    get statusLocator() {
        return this.getStringAttribute('status_locator');
    }
    set statusLocator(value) {
        this._statusLocator = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusLocatorInput() {
        return this._statusLocator;
    }
    // url_locator - computed: false, optional: true, required: false
    _urlLocator;
    get urlLocator() {
        return this.getStringAttribute('url_locator');
    }
    set urlLocator(value) {
        this._urlLocator = value;
    }
    resetUrlLocator() {
        this._urlLocator = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get urlLocatorInput() {
        return this._urlLocator;
    }
}
exports.OperationPollDeleteOutputReference = OperationPollDeleteOutputReference;
function operationPrecheckApiStatusToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        pending: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.pending),
        success: cdktf.stringToTerraform(struct.success),
    };
}
function operationPrecheckApiStatusToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        pending: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.pending),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        success: {
            value: cdktf.stringToHclTerraform(struct.success),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPrecheckApiStatusOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._pending !== undefined) {
            hasAnyValues = true;
            internalValueResult.pending = this._pending;
        }
        if (this._success !== undefined) {
            hasAnyValues = true;
            internalValueResult.success = this._success;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._pending = undefined;
            this._success = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._pending = value.pending;
            this._success = value.success;
        }
    }
    // pending - computed: false, optional: true, required: false
    _pending;
    get pending() {
        return this.getListAttribute('pending');
    }
    set pending(value) {
        this._pending = value;
    }
    resetPending() {
        this._pending = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pendingInput() {
        return this._pending;
    }
    // success - computed: false, optional: false, required: true
    _success;
    get success() {
        return this.getStringAttribute('success');
    }
    set success(value) {
        this._success = value;
    }
    // Temporarily expose input value. Use with caution.
    get successInput() {
        return this._success;
    }
}
exports.OperationPrecheckApiStatusOutputReference = OperationPrecheckApiStatusOutputReference;
function operationPrecheckApiToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        path: cdktf.stringToTerraform(struct.path),
        query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(struct.query),
        status: operationPrecheckApiStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
    };
}
function operationPrecheckApiToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        default_delay_sec: {
            value: cdktf.numberToHclTerraform(struct.defaultDelaySec),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        header: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.header),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        path: {
            value: cdktf.stringToHclTerraform(struct.path),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        query: {
            value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(struct.query),
            isBlock: false,
            type: "map",
            storageClassType: "stringListMap",
        },
        status: {
            value: operationPrecheckApiStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "OperationPrecheckApiStatus",
        },
        status_locator: {
            value: cdktf.stringToHclTerraform(struct.statusLocator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPrecheckApiOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._defaultDelaySec !== undefined) {
            hasAnyValues = true;
            internalValueResult.defaultDelaySec = this._defaultDelaySec;
        }
        if (this._header !== undefined) {
            hasAnyValues = true;
            internalValueResult.header = this._header;
        }
        if (this._path !== undefined) {
            hasAnyValues = true;
            internalValueResult.path = this._path;
        }
        if (this._query !== undefined) {
            hasAnyValues = true;
            internalValueResult.query = this._query;
        }
        if (this._status?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.status = this._status?.internalValue;
        }
        if (this._statusLocator !== undefined) {
            hasAnyValues = true;
            internalValueResult.statusLocator = this._statusLocator;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._defaultDelaySec = undefined;
            this._header = undefined;
            this._path = undefined;
            this._query = undefined;
            this._status.internalValue = undefined;
            this._statusLocator = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._defaultDelaySec = value.defaultDelaySec;
            this._header = value.header;
            this._path = value.path;
            this._query = value.query;
            this._status.internalValue = value.status;
            this._statusLocator = value.statusLocator;
        }
    }
    // default_delay_sec - computed: false, optional: true, required: false
    _defaultDelaySec;
    get defaultDelaySec() {
        return this.getNumberAttribute('default_delay_sec');
    }
    set defaultDelaySec(value) {
        this._defaultDelaySec = value;
    }
    resetDefaultDelaySec() {
        this._defaultDelaySec = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get defaultDelaySecInput() {
        return this._defaultDelaySec;
    }
    // header - computed: false, optional: true, required: false
    _header;
    get header() {
        return this.getStringMapAttribute('header');
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
    // path - computed: false, optional: false, required: true
    _path;
    get path() {
        return this.getStringAttribute('path');
    }
    set path(value) {
        this._path = value;
    }
    // Temporarily expose input value. Use with caution.
    get pathInput() {
        return this._path;
    }
    // query - computed: false, optional: true, required: false
    _query;
    get query() {
        return this.interpolationForAttribute('query');
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
    // status - computed: false, optional: false, required: true
    _status = new OperationPrecheckApiStatusOutputReference(this, "status");
    get status() {
        return this._status;
    }
    putStatus(value) {
        this._status.internalValue = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusInput() {
        return this._status.internalValue;
    }
    // status_locator - computed: false, optional: false, required: true
    _statusLocator;
    get statusLocator() {
        return this.getStringAttribute('status_locator');
    }
    set statusLocator(value) {
        this._statusLocator = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusLocatorInput() {
        return this._statusLocator;
    }
}
exports.OperationPrecheckApiOutputReference = OperationPrecheckApiOutputReference;
function operationPrecheckToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        api: operationPrecheckApiToTerraform(struct.api),
        mutex: cdktf.stringToTerraform(struct.mutex),
    };
}
function operationPrecheckToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        api: {
            value: operationPrecheckApiToHclTerraform(struct.api),
            isBlock: true,
            type: "struct",
            storageClassType: "OperationPrecheckApi",
        },
        mutex: {
            value: cdktf.stringToHclTerraform(struct.mutex),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPrecheckOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._api?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.api = this._api?.internalValue;
        }
        if (this._mutex !== undefined) {
            hasAnyValues = true;
            internalValueResult.mutex = this._mutex;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._api.internalValue = undefined;
            this._mutex = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._api.internalValue = value.api;
            this._mutex = value.mutex;
        }
    }
    // api - computed: false, optional: true, required: false
    _api = new OperationPrecheckApiOutputReference(this, "api");
    get api() {
        return this._api;
    }
    putApi(value) {
        this._api.internalValue = value;
    }
    resetApi() {
        this._api.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get apiInput() {
        return this._api.internalValue;
    }
    // mutex - computed: false, optional: true, required: false
    _mutex;
    get mutex() {
        return this.getStringAttribute('mutex');
    }
    set mutex(value) {
        this._mutex = value;
    }
    resetMutex() {
        this._mutex = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mutexInput() {
        return this._mutex;
    }
}
exports.OperationPrecheckOutputReference = OperationPrecheckOutputReference;
class OperationPrecheckList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    /**
    * @param index the index of the item to return
    */
    get(index) {
        return new OperationPrecheckOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OperationPrecheckList = OperationPrecheckList;
function operationPrecheckDeleteApiStatusToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        pending: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.pending),
        success: cdktf.stringToTerraform(struct.success),
    };
}
function operationPrecheckDeleteApiStatusToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        pending: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.pending),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        success: {
            value: cdktf.stringToHclTerraform(struct.success),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPrecheckDeleteApiStatusOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._pending !== undefined) {
            hasAnyValues = true;
            internalValueResult.pending = this._pending;
        }
        if (this._success !== undefined) {
            hasAnyValues = true;
            internalValueResult.success = this._success;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._pending = undefined;
            this._success = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._pending = value.pending;
            this._success = value.success;
        }
    }
    // pending - computed: false, optional: true, required: false
    _pending;
    get pending() {
        return this.getListAttribute('pending');
    }
    set pending(value) {
        this._pending = value;
    }
    resetPending() {
        this._pending = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pendingInput() {
        return this._pending;
    }
    // success - computed: false, optional: false, required: true
    _success;
    get success() {
        return this.getStringAttribute('success');
    }
    set success(value) {
        this._success = value;
    }
    // Temporarily expose input value. Use with caution.
    get successInput() {
        return this._success;
    }
}
exports.OperationPrecheckDeleteApiStatusOutputReference = OperationPrecheckDeleteApiStatusOutputReference;
function operationPrecheckDeleteApiToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        path: cdktf.stringToTerraform(struct.path),
        query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(struct.query),
        status: operationPrecheckDeleteApiStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
    };
}
function operationPrecheckDeleteApiToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        default_delay_sec: {
            value: cdktf.numberToHclTerraform(struct.defaultDelaySec),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        header: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.header),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        path: {
            value: cdktf.stringToHclTerraform(struct.path),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        query: {
            value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(struct.query),
            isBlock: false,
            type: "map",
            storageClassType: "stringListMap",
        },
        status: {
            value: operationPrecheckDeleteApiStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "OperationPrecheckDeleteApiStatus",
        },
        status_locator: {
            value: cdktf.stringToHclTerraform(struct.statusLocator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPrecheckDeleteApiOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._defaultDelaySec !== undefined) {
            hasAnyValues = true;
            internalValueResult.defaultDelaySec = this._defaultDelaySec;
        }
        if (this._header !== undefined) {
            hasAnyValues = true;
            internalValueResult.header = this._header;
        }
        if (this._path !== undefined) {
            hasAnyValues = true;
            internalValueResult.path = this._path;
        }
        if (this._query !== undefined) {
            hasAnyValues = true;
            internalValueResult.query = this._query;
        }
        if (this._status?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.status = this._status?.internalValue;
        }
        if (this._statusLocator !== undefined) {
            hasAnyValues = true;
            internalValueResult.statusLocator = this._statusLocator;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._defaultDelaySec = undefined;
            this._header = undefined;
            this._path = undefined;
            this._query = undefined;
            this._status.internalValue = undefined;
            this._statusLocator = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._defaultDelaySec = value.defaultDelaySec;
            this._header = value.header;
            this._path = value.path;
            this._query = value.query;
            this._status.internalValue = value.status;
            this._statusLocator = value.statusLocator;
        }
    }
    // default_delay_sec - computed: false, optional: true, required: false
    _defaultDelaySec;
    get defaultDelaySec() {
        return this.getNumberAttribute('default_delay_sec');
    }
    set defaultDelaySec(value) {
        this._defaultDelaySec = value;
    }
    resetDefaultDelaySec() {
        this._defaultDelaySec = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get defaultDelaySecInput() {
        return this._defaultDelaySec;
    }
    // header - computed: false, optional: true, required: false
    _header;
    get header() {
        return this.getStringMapAttribute('header');
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
    // path - computed: false, optional: true, required: false
    _path;
    get path() {
        return this.getStringAttribute('path');
    }
    set path(value) {
        this._path = value;
    }
    resetPath() {
        this._path = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pathInput() {
        return this._path;
    }
    // query - computed: false, optional: true, required: false
    _query;
    get query() {
        return this.interpolationForAttribute('query');
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
    // status - computed: false, optional: false, required: true
    _status = new OperationPrecheckDeleteApiStatusOutputReference(this, "status");
    get status() {
        return this._status;
    }
    putStatus(value) {
        this._status.internalValue = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusInput() {
        return this._status.internalValue;
    }
    // status_locator - computed: false, optional: false, required: true
    _statusLocator;
    get statusLocator() {
        return this.getStringAttribute('status_locator');
    }
    set statusLocator(value) {
        this._statusLocator = value;
    }
    // Temporarily expose input value. Use with caution.
    get statusLocatorInput() {
        return this._statusLocator;
    }
}
exports.OperationPrecheckDeleteApiOutputReference = OperationPrecheckDeleteApiOutputReference;
function operationPrecheckDeleteToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        api: operationPrecheckDeleteApiToTerraform(struct.api),
        mutex: cdktf.stringToTerraform(struct.mutex),
    };
}
function operationPrecheckDeleteToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        api: {
            value: operationPrecheckDeleteApiToHclTerraform(struct.api),
            isBlock: true,
            type: "struct",
            storageClassType: "OperationPrecheckDeleteApi",
        },
        mutex: {
            value: cdktf.stringToHclTerraform(struct.mutex),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class OperationPrecheckDeleteOutputReference extends cdktf.ComplexObject {
    isEmptyObject = false;
    resolvableValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._api?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.api = this._api?.internalValue;
        }
        if (this._mutex !== undefined) {
            hasAnyValues = true;
            internalValueResult.mutex = this._mutex;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._api.internalValue = undefined;
            this._mutex = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._api.internalValue = value.api;
            this._mutex = value.mutex;
        }
    }
    // api - computed: false, optional: true, required: false
    _api = new OperationPrecheckDeleteApiOutputReference(this, "api");
    get api() {
        return this._api;
    }
    putApi(value) {
        this._api.internalValue = value;
    }
    resetApi() {
        this._api.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get apiInput() {
        return this._api.internalValue;
    }
    // mutex - computed: false, optional: true, required: false
    _mutex;
    get mutex() {
        return this.getStringAttribute('mutex');
    }
    set mutex(value) {
        this._mutex = value;
    }
    resetMutex() {
        this._mutex = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get mutexInput() {
        return this._mutex;
    }
}
exports.OperationPrecheckDeleteOutputReference = OperationPrecheckDeleteOutputReference;
class OperationPrecheckDeleteList extends cdktf.ComplexList {
    terraformResource;
    terraformAttribute;
    wrapsSet;
    internalValue;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    /**
    * @param index the index of the item to return
    */
    get(index) {
        return new OperationPrecheckDeleteOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.OperationPrecheckDeleteList = OperationPrecheckDeleteList;
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation restful_operation}
*/
class Operation extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "restful_operation";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a Operation resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Operation to import
    * @param importFromId The id of the existing Operation that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Operation to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "restful_operation", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation restful_operation} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OperationConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'restful_operation',
            terraformGeneratorMetadata: {
                providerName: 'restful',
                providerVersion: '0.25.2',
                providerVersionConstraint: '0.25.2'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._body = config.body;
        this._deleteBody = config.deleteBody;
        this._deleteHeader = config.deleteHeader;
        this._deleteMethod = config.deleteMethod;
        this._deletePath = config.deletePath;
        this._deleteQuery = config.deleteQuery;
        this._ephemeralBody = config.ephemeralBody;
        this._header = config.header;
        this._idBuilder = config.idBuilder;
        this._method = config.method;
        this._operationHeader = config.operationHeader;
        this._operationQuery = config.operationQuery;
        this._outputAttrs = config.outputAttrs;
        this._path = config.path;
        this._poll.internalValue = config.poll;
        this._pollDelete.internalValue = config.pollDelete;
        this._precheck.internalValue = config.precheck;
        this._precheckDelete.internalValue = config.precheckDelete;
        this._query = config.query;
        this._useSensitiveOutput = config.useSensitiveOutput;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // body - computed: false, optional: true, required: false
    _body;
    get body() {
        return this.getAnyMapAttribute('body');
    }
    set body(value) {
        this._body = value;
    }
    resetBody() {
        this._body = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get bodyInput() {
        return this._body;
    }
    // delete_body - computed: false, optional: true, required: false
    _deleteBody;
    get deleteBody() {
        return this.getAnyMapAttribute('delete_body');
    }
    set deleteBody(value) {
        this._deleteBody = value;
    }
    resetDeleteBody() {
        this._deleteBody = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteBodyInput() {
        return this._deleteBody;
    }
    // delete_header - computed: false, optional: true, required: false
    _deleteHeader;
    get deleteHeader() {
        return this.getStringMapAttribute('delete_header');
    }
    set deleteHeader(value) {
        this._deleteHeader = value;
    }
    resetDeleteHeader() {
        this._deleteHeader = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteHeaderInput() {
        return this._deleteHeader;
    }
    // delete_method - computed: false, optional: true, required: false
    _deleteMethod;
    get deleteMethod() {
        return this.getStringAttribute('delete_method');
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
    // delete_path - computed: false, optional: true, required: false
    _deletePath;
    get deletePath() {
        return this.getStringAttribute('delete_path');
    }
    set deletePath(value) {
        this._deletePath = value;
    }
    resetDeletePath() {
        this._deletePath = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deletePathInput() {
        return this._deletePath;
    }
    // delete_query - computed: false, optional: true, required: false
    _deleteQuery;
    get deleteQuery() {
        return this.interpolationForAttribute('delete_query');
    }
    set deleteQuery(value) {
        this._deleteQuery = value;
    }
    resetDeleteQuery() {
        this._deleteQuery = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteQueryInput() {
        return this._deleteQuery;
    }
    // ephemeral_body - computed: false, optional: true, required: false
    _ephemeralBody;
    get ephemeralBody() {
        return this.getAnyMapAttribute('ephemeral_body');
    }
    set ephemeralBody(value) {
        this._ephemeralBody = value;
    }
    resetEphemeralBody() {
        this._ephemeralBody = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get ephemeralBodyInput() {
        return this._ephemeralBody;
    }
    // header - computed: false, optional: true, required: false
    _header;
    get header() {
        return this.getStringMapAttribute('header');
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
    // id - computed: true, optional: false, required: false
    get id() {
        return this.getStringAttribute('id');
    }
    // id_builder - computed: false, optional: true, required: false
    _idBuilder;
    get idBuilder() {
        return this.getStringAttribute('id_builder');
    }
    set idBuilder(value) {
        this._idBuilder = value;
    }
    resetIdBuilder() {
        this._idBuilder = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get idBuilderInput() {
        return this._idBuilder;
    }
    // method - computed: false, optional: false, required: true
    _method;
    get method() {
        return this.getStringAttribute('method');
    }
    set method(value) {
        this._method = value;
    }
    // Temporarily expose input value. Use with caution.
    get methodInput() {
        return this._method;
    }
    // operation_header - computed: false, optional: true, required: false
    _operationHeader;
    get operationHeader() {
        return this.getStringMapAttribute('operation_header');
    }
    set operationHeader(value) {
        this._operationHeader = value;
    }
    resetOperationHeader() {
        this._operationHeader = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get operationHeaderInput() {
        return this._operationHeader;
    }
    // operation_query - computed: false, optional: true, required: false
    _operationQuery;
    get operationQuery() {
        return this.interpolationForAttribute('operation_query');
    }
    set operationQuery(value) {
        this._operationQuery = value;
    }
    resetOperationQuery() {
        this._operationQuery = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get operationQueryInput() {
        return this._operationQuery;
    }
    // output - computed: true, optional: false, required: false
    _output = new cdktf.AnyMap(this, "output");
    get output() {
        return this._output;
    }
    // output_attrs - computed: false, optional: true, required: false
    _outputAttrs;
    get outputAttrs() {
        return cdktf.Fn.tolist(this.getListAttribute('output_attrs'));
    }
    set outputAttrs(value) {
        this._outputAttrs = value;
    }
    resetOutputAttrs() {
        this._outputAttrs = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get outputAttrsInput() {
        return this._outputAttrs;
    }
    // path - computed: false, optional: false, required: true
    _path;
    get path() {
        return this.getStringAttribute('path');
    }
    set path(value) {
        this._path = value;
    }
    // Temporarily expose input value. Use with caution.
    get pathInput() {
        return this._path;
    }
    // poll - computed: false, optional: true, required: false
    _poll = new OperationPollOutputReference(this, "poll");
    get poll() {
        return this._poll;
    }
    putPoll(value) {
        this._poll.internalValue = value;
    }
    resetPoll() {
        this._poll.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pollInput() {
        return this._poll.internalValue;
    }
    // poll_delete - computed: false, optional: true, required: false
    _pollDelete = new OperationPollDeleteOutputReference(this, "poll_delete");
    get pollDelete() {
        return this._pollDelete;
    }
    putPollDelete(value) {
        this._pollDelete.internalValue = value;
    }
    resetPollDelete() {
        this._pollDelete.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pollDeleteInput() {
        return this._pollDelete.internalValue;
    }
    // precheck - computed: false, optional: true, required: false
    _precheck = new OperationPrecheckList(this, "precheck", false);
    get precheck() {
        return this._precheck;
    }
    putPrecheck(value) {
        this._precheck.internalValue = value;
    }
    resetPrecheck() {
        this._precheck.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get precheckInput() {
        return this._precheck.internalValue;
    }
    // precheck_delete - computed: false, optional: true, required: false
    _precheckDelete = new OperationPrecheckDeleteList(this, "precheck_delete", false);
    get precheckDelete() {
        return this._precheckDelete;
    }
    putPrecheckDelete(value) {
        this._precheckDelete.internalValue = value;
    }
    resetPrecheckDelete() {
        this._precheckDelete.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get precheckDeleteInput() {
        return this._precheckDelete.internalValue;
    }
    // query - computed: false, optional: true, required: false
    _query;
    get query() {
        return this.interpolationForAttribute('query');
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
    // sensitive_output - computed: true, optional: false, required: false
    _sensitiveOutput = new cdktf.AnyMap(this, "sensitive_output");
    get sensitiveOutput() {
        return this._sensitiveOutput;
    }
    // use_sensitive_output - computed: false, optional: true, required: false
    _useSensitiveOutput;
    get useSensitiveOutput() {
        return this.getBooleanAttribute('use_sensitive_output');
    }
    set useSensitiveOutput(value) {
        this._useSensitiveOutput = value;
    }
    resetUseSensitiveOutput() {
        this._useSensitiveOutput = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get useSensitiveOutputInput() {
        return this._useSensitiveOutput;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            body: cdktf.hashMapper(cdktf.anyToTerraform)(this._body),
            delete_body: cdktf.hashMapper(cdktf.anyToTerraform)(this._deleteBody),
            delete_header: cdktf.hashMapper(cdktf.stringToTerraform)(this._deleteHeader),
            delete_method: cdktf.stringToTerraform(this._deleteMethod),
            delete_path: cdktf.stringToTerraform(this._deletePath),
            delete_query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._deleteQuery),
            ephemeral_body: cdktf.hashMapper(cdktf.anyToTerraform)(this._ephemeralBody),
            header: cdktf.hashMapper(cdktf.stringToTerraform)(this._header),
            id_builder: cdktf.stringToTerraform(this._idBuilder),
            method: cdktf.stringToTerraform(this._method),
            operation_header: cdktf.hashMapper(cdktf.stringToTerraform)(this._operationHeader),
            operation_query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._operationQuery),
            output_attrs: cdktf.listMapper(cdktf.stringToTerraform, false)(this._outputAttrs),
            path: cdktf.stringToTerraform(this._path),
            poll: operationPollToTerraform(this._poll.internalValue),
            poll_delete: operationPollDeleteToTerraform(this._pollDelete.internalValue),
            precheck: cdktf.listMapper(operationPrecheckToTerraform, false)(this._precheck.internalValue),
            precheck_delete: cdktf.listMapper(operationPrecheckDeleteToTerraform, false)(this._precheckDelete.internalValue),
            query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._query),
            use_sensitive_output: cdktf.booleanToTerraform(this._useSensitiveOutput),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            body: {
                value: cdktf.hashMapperHcl(cdktf.anyToHclTerraform)(this._body),
                isBlock: false,
                type: "map",
                storageClassType: "anyMap",
            },
            delete_body: {
                value: cdktf.hashMapperHcl(cdktf.anyToHclTerraform)(this._deleteBody),
                isBlock: false,
                type: "map",
                storageClassType: "anyMap",
            },
            delete_header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._deleteHeader),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            delete_method: {
                value: cdktf.stringToHclTerraform(this._deleteMethod),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            delete_path: {
                value: cdktf.stringToHclTerraform(this._deletePath),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            delete_query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._deleteQuery),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            ephemeral_body: {
                value: cdktf.hashMapperHcl(cdktf.anyToHclTerraform)(this._ephemeralBody),
                isBlock: false,
                type: "map",
                storageClassType: "anyMap",
            },
            header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._header),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            id_builder: {
                value: cdktf.stringToHclTerraform(this._idBuilder),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            method: {
                value: cdktf.stringToHclTerraform(this._method),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            operation_header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._operationHeader),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            operation_query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._operationQuery),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            output_attrs: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._outputAttrs),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            path: {
                value: cdktf.stringToHclTerraform(this._path),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            poll: {
                value: operationPollToHclTerraform(this._poll.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "OperationPoll",
            },
            poll_delete: {
                value: operationPollDeleteToHclTerraform(this._pollDelete.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "OperationPollDelete",
            },
            precheck: {
                value: cdktf.listMapperHcl(operationPrecheckToHclTerraform, false)(this._precheck.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "OperationPrecheckList",
            },
            precheck_delete: {
                value: cdktf.listMapperHcl(operationPrecheckDeleteToHclTerraform, false)(this._precheckDelete.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "OperationPrecheckDeleteList",
            },
            query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._query),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            use_sensitive_output: {
                value: cdktf.booleanToHclTerraform(this._useSensitiveOutput),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Operation = Operation;
