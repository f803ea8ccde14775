"use strict";
// https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.Resource = exports.ResourceUpdateBodyPatchesList = exports.ResourceUpdateBodyPatchesOutputReference = exports.ResourcePrecheckUpdateList = exports.ResourcePrecheckUpdateOutputReference = exports.ResourcePrecheckUpdateApiOutputReference = exports.ResourcePrecheckUpdateApiStatusOutputReference = exports.ResourcePrecheckDeleteList = exports.ResourcePrecheckDeleteOutputReference = exports.ResourcePrecheckDeleteApiOutputReference = exports.ResourcePrecheckDeleteApiStatusOutputReference = exports.ResourcePrecheckCreateList = exports.ResourcePrecheckCreateOutputReference = exports.ResourcePrecheckCreateApiOutputReference = exports.ResourcePrecheckCreateApiStatusOutputReference = exports.ResourcePostCreateReadOutputReference = exports.ResourcePollUpdateOutputReference = exports.ResourcePollUpdateStatusOutputReference = exports.ResourcePollDeleteOutputReference = exports.ResourcePollDeleteStatusOutputReference = exports.ResourcePollCreateOutputReference = exports.ResourcePollCreateStatusOutputReference = void 0;
exports.resourcePollCreateStatusToTerraform = resourcePollCreateStatusToTerraform;
exports.resourcePollCreateStatusToHclTerraform = resourcePollCreateStatusToHclTerraform;
exports.resourcePollCreateToTerraform = resourcePollCreateToTerraform;
exports.resourcePollCreateToHclTerraform = resourcePollCreateToHclTerraform;
exports.resourcePollDeleteStatusToTerraform = resourcePollDeleteStatusToTerraform;
exports.resourcePollDeleteStatusToHclTerraform = resourcePollDeleteStatusToHclTerraform;
exports.resourcePollDeleteToTerraform = resourcePollDeleteToTerraform;
exports.resourcePollDeleteToHclTerraform = resourcePollDeleteToHclTerraform;
exports.resourcePollUpdateStatusToTerraform = resourcePollUpdateStatusToTerraform;
exports.resourcePollUpdateStatusToHclTerraform = resourcePollUpdateStatusToHclTerraform;
exports.resourcePollUpdateToTerraform = resourcePollUpdateToTerraform;
exports.resourcePollUpdateToHclTerraform = resourcePollUpdateToHclTerraform;
exports.resourcePostCreateReadToTerraform = resourcePostCreateReadToTerraform;
exports.resourcePostCreateReadToHclTerraform = resourcePostCreateReadToHclTerraform;
exports.resourcePrecheckCreateApiStatusToTerraform = resourcePrecheckCreateApiStatusToTerraform;
exports.resourcePrecheckCreateApiStatusToHclTerraform = resourcePrecheckCreateApiStatusToHclTerraform;
exports.resourcePrecheckCreateApiToTerraform = resourcePrecheckCreateApiToTerraform;
exports.resourcePrecheckCreateApiToHclTerraform = resourcePrecheckCreateApiToHclTerraform;
exports.resourcePrecheckCreateToTerraform = resourcePrecheckCreateToTerraform;
exports.resourcePrecheckCreateToHclTerraform = resourcePrecheckCreateToHclTerraform;
exports.resourcePrecheckDeleteApiStatusToTerraform = resourcePrecheckDeleteApiStatusToTerraform;
exports.resourcePrecheckDeleteApiStatusToHclTerraform = resourcePrecheckDeleteApiStatusToHclTerraform;
exports.resourcePrecheckDeleteApiToTerraform = resourcePrecheckDeleteApiToTerraform;
exports.resourcePrecheckDeleteApiToHclTerraform = resourcePrecheckDeleteApiToHclTerraform;
exports.resourcePrecheckDeleteToTerraform = resourcePrecheckDeleteToTerraform;
exports.resourcePrecheckDeleteToHclTerraform = resourcePrecheckDeleteToHclTerraform;
exports.resourcePrecheckUpdateApiStatusToTerraform = resourcePrecheckUpdateApiStatusToTerraform;
exports.resourcePrecheckUpdateApiStatusToHclTerraform = resourcePrecheckUpdateApiStatusToHclTerraform;
exports.resourcePrecheckUpdateApiToTerraform = resourcePrecheckUpdateApiToTerraform;
exports.resourcePrecheckUpdateApiToHclTerraform = resourcePrecheckUpdateApiToHclTerraform;
exports.resourcePrecheckUpdateToTerraform = resourcePrecheckUpdateToTerraform;
exports.resourcePrecheckUpdateToHclTerraform = resourcePrecheckUpdateToHclTerraform;
exports.resourceUpdateBodyPatchesToTerraform = resourceUpdateBodyPatchesToTerraform;
exports.resourceUpdateBodyPatchesToHclTerraform = resourceUpdateBodyPatchesToHclTerraform;
const cdktf = require("cdktf");
function resourcePollCreateStatusToTerraform(struct) {
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
function resourcePollCreateStatusToHclTerraform(struct) {
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
class ResourcePollCreateStatusOutputReference extends cdktf.ComplexObject {
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
exports.ResourcePollCreateStatusOutputReference = ResourcePollCreateStatusOutputReference;
function resourcePollCreateToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        status: resourcePollCreateStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
        url_locator: cdktf.stringToTerraform(struct.urlLocator),
    };
}
function resourcePollCreateToHclTerraform(struct) {
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
            value: resourcePollCreateStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePollCreateStatus",
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
class ResourcePollCreateOutputReference extends cdktf.ComplexObject {
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
    _status = new ResourcePollCreateStatusOutputReference(this, "status");
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
exports.ResourcePollCreateOutputReference = ResourcePollCreateOutputReference;
function resourcePollDeleteStatusToTerraform(struct) {
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
function resourcePollDeleteStatusToHclTerraform(struct) {
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
class ResourcePollDeleteStatusOutputReference extends cdktf.ComplexObject {
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
exports.ResourcePollDeleteStatusOutputReference = ResourcePollDeleteStatusOutputReference;
function resourcePollDeleteToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        status: resourcePollDeleteStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
        url_locator: cdktf.stringToTerraform(struct.urlLocator),
    };
}
function resourcePollDeleteToHclTerraform(struct) {
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
            value: resourcePollDeleteStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePollDeleteStatus",
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
class ResourcePollDeleteOutputReference extends cdktf.ComplexObject {
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
    _status = new ResourcePollDeleteStatusOutputReference(this, "status");
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
exports.ResourcePollDeleteOutputReference = ResourcePollDeleteOutputReference;
function resourcePollUpdateStatusToTerraform(struct) {
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
function resourcePollUpdateStatusToHclTerraform(struct) {
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
class ResourcePollUpdateStatusOutputReference extends cdktf.ComplexObject {
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
exports.ResourcePollUpdateStatusOutputReference = ResourcePollUpdateStatusOutputReference;
function resourcePollUpdateToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        default_delay_sec: cdktf.numberToTerraform(struct.defaultDelaySec),
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        status: resourcePollUpdateStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
        url_locator: cdktf.stringToTerraform(struct.urlLocator),
    };
}
function resourcePollUpdateToHclTerraform(struct) {
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
            value: resourcePollUpdateStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePollUpdateStatus",
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
class ResourcePollUpdateOutputReference extends cdktf.ComplexObject {
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
    _status = new ResourcePollUpdateStatusOutputReference(this, "status");
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
exports.ResourcePollUpdateOutputReference = ResourcePollUpdateOutputReference;
function resourcePostCreateReadToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        header: cdktf.hashMapper(cdktf.stringToTerraform)(struct.header),
        path: cdktf.stringToTerraform(struct.path),
        query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(struct.query),
        selector: cdktf.stringToTerraform(struct.selector),
    };
}
function resourcePostCreateReadToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
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
        selector: {
            value: cdktf.stringToHclTerraform(struct.selector),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ResourcePostCreateReadOutputReference extends cdktf.ComplexObject {
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
        if (this._selector !== undefined) {
            hasAnyValues = true;
            internalValueResult.selector = this._selector;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._header = undefined;
            this._path = undefined;
            this._query = undefined;
            this._selector = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._header = value.header;
            this._path = value.path;
            this._query = value.query;
            this._selector = value.selector;
        }
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
    // selector - computed: false, optional: true, required: false
    _selector;
    get selector() {
        return this.getStringAttribute('selector');
    }
    set selector(value) {
        this._selector = value;
    }
    resetSelector() {
        this._selector = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get selectorInput() {
        return this._selector;
    }
}
exports.ResourcePostCreateReadOutputReference = ResourcePostCreateReadOutputReference;
function resourcePrecheckCreateApiStatusToTerraform(struct) {
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
function resourcePrecheckCreateApiStatusToHclTerraform(struct) {
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
class ResourcePrecheckCreateApiStatusOutputReference extends cdktf.ComplexObject {
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
exports.ResourcePrecheckCreateApiStatusOutputReference = ResourcePrecheckCreateApiStatusOutputReference;
function resourcePrecheckCreateApiToTerraform(struct) {
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
        status: resourcePrecheckCreateApiStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
    };
}
function resourcePrecheckCreateApiToHclTerraform(struct) {
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
            value: resourcePrecheckCreateApiStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePrecheckCreateApiStatus",
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
class ResourcePrecheckCreateApiOutputReference extends cdktf.ComplexObject {
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
    _status = new ResourcePrecheckCreateApiStatusOutputReference(this, "status");
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
exports.ResourcePrecheckCreateApiOutputReference = ResourcePrecheckCreateApiOutputReference;
function resourcePrecheckCreateToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        api: resourcePrecheckCreateApiToTerraform(struct.api),
        mutex: cdktf.stringToTerraform(struct.mutex),
    };
}
function resourcePrecheckCreateToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        api: {
            value: resourcePrecheckCreateApiToHclTerraform(struct.api),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePrecheckCreateApi",
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
class ResourcePrecheckCreateOutputReference extends cdktf.ComplexObject {
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
    _api = new ResourcePrecheckCreateApiOutputReference(this, "api");
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
exports.ResourcePrecheckCreateOutputReference = ResourcePrecheckCreateOutputReference;
class ResourcePrecheckCreateList extends cdktf.ComplexList {
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
        return new ResourcePrecheckCreateOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ResourcePrecheckCreateList = ResourcePrecheckCreateList;
function resourcePrecheckDeleteApiStatusToTerraform(struct) {
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
function resourcePrecheckDeleteApiStatusToHclTerraform(struct) {
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
class ResourcePrecheckDeleteApiStatusOutputReference extends cdktf.ComplexObject {
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
exports.ResourcePrecheckDeleteApiStatusOutputReference = ResourcePrecheckDeleteApiStatusOutputReference;
function resourcePrecheckDeleteApiToTerraform(struct) {
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
        status: resourcePrecheckDeleteApiStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
    };
}
function resourcePrecheckDeleteApiToHclTerraform(struct) {
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
            value: resourcePrecheckDeleteApiStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePrecheckDeleteApiStatus",
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
class ResourcePrecheckDeleteApiOutputReference extends cdktf.ComplexObject {
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
    _status = new ResourcePrecheckDeleteApiStatusOutputReference(this, "status");
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
exports.ResourcePrecheckDeleteApiOutputReference = ResourcePrecheckDeleteApiOutputReference;
function resourcePrecheckDeleteToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        api: resourcePrecheckDeleteApiToTerraform(struct.api),
        mutex: cdktf.stringToTerraform(struct.mutex),
    };
}
function resourcePrecheckDeleteToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        api: {
            value: resourcePrecheckDeleteApiToHclTerraform(struct.api),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePrecheckDeleteApi",
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
class ResourcePrecheckDeleteOutputReference extends cdktf.ComplexObject {
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
    _api = new ResourcePrecheckDeleteApiOutputReference(this, "api");
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
exports.ResourcePrecheckDeleteOutputReference = ResourcePrecheckDeleteOutputReference;
class ResourcePrecheckDeleteList extends cdktf.ComplexList {
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
        return new ResourcePrecheckDeleteOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ResourcePrecheckDeleteList = ResourcePrecheckDeleteList;
function resourcePrecheckUpdateApiStatusToTerraform(struct) {
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
function resourcePrecheckUpdateApiStatusToHclTerraform(struct) {
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
class ResourcePrecheckUpdateApiStatusOutputReference extends cdktf.ComplexObject {
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
exports.ResourcePrecheckUpdateApiStatusOutputReference = ResourcePrecheckUpdateApiStatusOutputReference;
function resourcePrecheckUpdateApiToTerraform(struct) {
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
        status: resourcePrecheckUpdateApiStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
    };
}
function resourcePrecheckUpdateApiToHclTerraform(struct) {
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
            value: resourcePrecheckUpdateApiStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePrecheckUpdateApiStatus",
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
class ResourcePrecheckUpdateApiOutputReference extends cdktf.ComplexObject {
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
    _status = new ResourcePrecheckUpdateApiStatusOutputReference(this, "status");
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
exports.ResourcePrecheckUpdateApiOutputReference = ResourcePrecheckUpdateApiOutputReference;
function resourcePrecheckUpdateToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        api: resourcePrecheckUpdateApiToTerraform(struct.api),
        mutex: cdktf.stringToTerraform(struct.mutex),
    };
}
function resourcePrecheckUpdateToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        api: {
            value: resourcePrecheckUpdateApiToHclTerraform(struct.api),
            isBlock: true,
            type: "struct",
            storageClassType: "ResourcePrecheckUpdateApi",
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
class ResourcePrecheckUpdateOutputReference extends cdktf.ComplexObject {
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
    _api = new ResourcePrecheckUpdateApiOutputReference(this, "api");
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
exports.ResourcePrecheckUpdateOutputReference = ResourcePrecheckUpdateOutputReference;
class ResourcePrecheckUpdateList extends cdktf.ComplexList {
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
        return new ResourcePrecheckUpdateOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ResourcePrecheckUpdateList = ResourcePrecheckUpdateList;
function resourceUpdateBodyPatchesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        path: cdktf.stringToTerraform(struct.path),
        raw_json: cdktf.stringToTerraform(struct.rawJson),
        removed: cdktf.booleanToTerraform(struct.removed),
    };
}
function resourceUpdateBodyPatchesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        path: {
            value: cdktf.stringToHclTerraform(struct.path),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        raw_json: {
            value: cdktf.stringToHclTerraform(struct.rawJson),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        removed: {
            value: cdktf.booleanToHclTerraform(struct.removed),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
    };
    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ResourceUpdateBodyPatchesOutputReference extends cdktf.ComplexObject {
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
        if (this._path !== undefined) {
            hasAnyValues = true;
            internalValueResult.path = this._path;
        }
        if (this._rawJson !== undefined) {
            hasAnyValues = true;
            internalValueResult.rawJson = this._rawJson;
        }
        if (this._removed !== undefined) {
            hasAnyValues = true;
            internalValueResult.removed = this._removed;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._path = undefined;
            this._rawJson = undefined;
            this._removed = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._path = value.path;
            this._rawJson = value.rawJson;
            this._removed = value.removed;
        }
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
    // raw_json - computed: false, optional: true, required: false
    _rawJson;
    get rawJson() {
        return this.getStringAttribute('raw_json');
    }
    set rawJson(value) {
        this._rawJson = value;
    }
    resetRawJson() {
        this._rawJson = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get rawJsonInput() {
        return this._rawJson;
    }
    // removed - computed: false, optional: true, required: false
    _removed;
    get removed() {
        return this.getBooleanAttribute('removed');
    }
    set removed(value) {
        this._removed = value;
    }
    resetRemoved() {
        this._removed = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get removedInput() {
        return this._removed;
    }
}
exports.ResourceUpdateBodyPatchesOutputReference = ResourceUpdateBodyPatchesOutputReference;
class ResourceUpdateBodyPatchesList extends cdktf.ComplexList {
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
        return new ResourceUpdateBodyPatchesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ResourceUpdateBodyPatchesList = ResourceUpdateBodyPatchesList;
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource restful_resource}
*/
class Resource extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "restful_resource";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a Resource resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Resource to import
    * @param importFromId The id of the existing Resource that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Resource to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "restful_resource", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource restful_resource} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options ResourceConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'restful_resource',
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
        this._checkExistance = config.checkExistance;
        this._createHeader = config.createHeader;
        this._createMethod = config.createMethod;
        this._createQuery = config.createQuery;
        this._createSelector = config.createSelector;
        this._deleteBody = config.deleteBody;
        this._deleteBodyRaw = config.deleteBodyRaw;
        this._deleteHeader = config.deleteHeader;
        this._deleteMethod = config.deleteMethod;
        this._deletePath = config.deletePath;
        this._deleteQuery = config.deleteQuery;
        this._ephemeralBody = config.ephemeralBody;
        this._forceNewAttrs = config.forceNewAttrs;
        this._header = config.header;
        this._mergePatchDisabled = config.mergePatchDisabled;
        this._outputAttrs = config.outputAttrs;
        this._path = config.path;
        this._pollCreate.internalValue = config.pollCreate;
        this._pollDelete.internalValue = config.pollDelete;
        this._pollUpdate.internalValue = config.pollUpdate;
        this._postCreateRead.internalValue = config.postCreateRead;
        this._precheckCreate.internalValue = config.precheckCreate;
        this._precheckDelete.internalValue = config.precheckDelete;
        this._precheckUpdate.internalValue = config.precheckUpdate;
        this._query = config.query;
        this._readHeader = config.readHeader;
        this._readPath = config.readPath;
        this._readQuery = config.readQuery;
        this._readResponseTemplate = config.readResponseTemplate;
        this._readSelector = config.readSelector;
        this._updateBodyPatches.internalValue = config.updateBodyPatches;
        this._updateHeader = config.updateHeader;
        this._updateMethod = config.updateMethod;
        this._updatePath = config.updatePath;
        this._updateQuery = config.updateQuery;
        this._useSensitiveOutput = config.useSensitiveOutput;
        this._writeOnlyAttrs = config.writeOnlyAttrs;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // body - computed: false, optional: false, required: true
    _body;
    get body() {
        return this.getAnyMapAttribute('body');
    }
    set body(value) {
        this._body = value;
    }
    // Temporarily expose input value. Use with caution.
    get bodyInput() {
        return this._body;
    }
    // check_existance - computed: false, optional: true, required: false
    _checkExistance;
    get checkExistance() {
        return this.getBooleanAttribute('check_existance');
    }
    set checkExistance(value) {
        this._checkExistance = value;
    }
    resetCheckExistance() {
        this._checkExistance = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get checkExistanceInput() {
        return this._checkExistance;
    }
    // create_header - computed: false, optional: true, required: false
    _createHeader;
    get createHeader() {
        return this.getStringMapAttribute('create_header');
    }
    set createHeader(value) {
        this._createHeader = value;
    }
    resetCreateHeader() {
        this._createHeader = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get createHeaderInput() {
        return this._createHeader;
    }
    // create_method - computed: false, optional: true, required: false
    _createMethod;
    get createMethod() {
        return this.getStringAttribute('create_method');
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
    // create_query - computed: false, optional: true, required: false
    _createQuery;
    get createQuery() {
        return this.interpolationForAttribute('create_query');
    }
    set createQuery(value) {
        this._createQuery = value;
    }
    resetCreateQuery() {
        this._createQuery = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get createQueryInput() {
        return this._createQuery;
    }
    // create_selector - computed: false, optional: true, required: false
    _createSelector;
    get createSelector() {
        return this.getStringAttribute('create_selector');
    }
    set createSelector(value) {
        this._createSelector = value;
    }
    resetCreateSelector() {
        this._createSelector = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get createSelectorInput() {
        return this._createSelector;
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
    // delete_body_raw - computed: false, optional: true, required: false
    _deleteBodyRaw;
    get deleteBodyRaw() {
        return this.getStringAttribute('delete_body_raw');
    }
    set deleteBodyRaw(value) {
        this._deleteBodyRaw = value;
    }
    resetDeleteBodyRaw() {
        this._deleteBodyRaw = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get deleteBodyRawInput() {
        return this._deleteBodyRaw;
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
    // force_new_attrs - computed: false, optional: true, required: false
    _forceNewAttrs;
    get forceNewAttrs() {
        return cdktf.Fn.tolist(this.getListAttribute('force_new_attrs'));
    }
    set forceNewAttrs(value) {
        this._forceNewAttrs = value;
    }
    resetForceNewAttrs() {
        this._forceNewAttrs = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get forceNewAttrsInput() {
        return this._forceNewAttrs;
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
    // merge_patch_disabled - computed: false, optional: true, required: false
    _mergePatchDisabled;
    get mergePatchDisabled() {
        return this.getBooleanAttribute('merge_patch_disabled');
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
    // poll_create - computed: false, optional: true, required: false
    _pollCreate = new ResourcePollCreateOutputReference(this, "poll_create");
    get pollCreate() {
        return this._pollCreate;
    }
    putPollCreate(value) {
        this._pollCreate.internalValue = value;
    }
    resetPollCreate() {
        this._pollCreate.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pollCreateInput() {
        return this._pollCreate.internalValue;
    }
    // poll_delete - computed: false, optional: true, required: false
    _pollDelete = new ResourcePollDeleteOutputReference(this, "poll_delete");
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
    // poll_update - computed: false, optional: true, required: false
    _pollUpdate = new ResourcePollUpdateOutputReference(this, "poll_update");
    get pollUpdate() {
        return this._pollUpdate;
    }
    putPollUpdate(value) {
        this._pollUpdate.internalValue = value;
    }
    resetPollUpdate() {
        this._pollUpdate.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get pollUpdateInput() {
        return this._pollUpdate.internalValue;
    }
    // post_create_read - computed: false, optional: true, required: false
    _postCreateRead = new ResourcePostCreateReadOutputReference(this, "post_create_read");
    get postCreateRead() {
        return this._postCreateRead;
    }
    putPostCreateRead(value) {
        this._postCreateRead.internalValue = value;
    }
    resetPostCreateRead() {
        this._postCreateRead.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get postCreateReadInput() {
        return this._postCreateRead.internalValue;
    }
    // precheck_create - computed: false, optional: true, required: false
    _precheckCreate = new ResourcePrecheckCreateList(this, "precheck_create", false);
    get precheckCreate() {
        return this._precheckCreate;
    }
    putPrecheckCreate(value) {
        this._precheckCreate.internalValue = value;
    }
    resetPrecheckCreate() {
        this._precheckCreate.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get precheckCreateInput() {
        return this._precheckCreate.internalValue;
    }
    // precheck_delete - computed: false, optional: true, required: false
    _precheckDelete = new ResourcePrecheckDeleteList(this, "precheck_delete", false);
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
    // precheck_update - computed: false, optional: true, required: false
    _precheckUpdate = new ResourcePrecheckUpdateList(this, "precheck_update", false);
    get precheckUpdate() {
        return this._precheckUpdate;
    }
    putPrecheckUpdate(value) {
        this._precheckUpdate.internalValue = value;
    }
    resetPrecheckUpdate() {
        this._precheckUpdate.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get precheckUpdateInput() {
        return this._precheckUpdate.internalValue;
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
    // read_header - computed: false, optional: true, required: false
    _readHeader;
    get readHeader() {
        return this.getStringMapAttribute('read_header');
    }
    set readHeader(value) {
        this._readHeader = value;
    }
    resetReadHeader() {
        this._readHeader = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get readHeaderInput() {
        return this._readHeader;
    }
    // read_path - computed: false, optional: true, required: false
    _readPath;
    get readPath() {
        return this.getStringAttribute('read_path');
    }
    set readPath(value) {
        this._readPath = value;
    }
    resetReadPath() {
        this._readPath = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get readPathInput() {
        return this._readPath;
    }
    // read_query - computed: false, optional: true, required: false
    _readQuery;
    get readQuery() {
        return this.interpolationForAttribute('read_query');
    }
    set readQuery(value) {
        this._readQuery = value;
    }
    resetReadQuery() {
        this._readQuery = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get readQueryInput() {
        return this._readQuery;
    }
    // read_response_template - computed: false, optional: true, required: false
    _readResponseTemplate;
    get readResponseTemplate() {
        return this.getStringAttribute('read_response_template');
    }
    set readResponseTemplate(value) {
        this._readResponseTemplate = value;
    }
    resetReadResponseTemplate() {
        this._readResponseTemplate = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get readResponseTemplateInput() {
        return this._readResponseTemplate;
    }
    // read_selector - computed: false, optional: true, required: false
    _readSelector;
    get readSelector() {
        return this.getStringAttribute('read_selector');
    }
    set readSelector(value) {
        this._readSelector = value;
    }
    resetReadSelector() {
        this._readSelector = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get readSelectorInput() {
        return this._readSelector;
    }
    // sensitive_output - computed: true, optional: false, required: false
    _sensitiveOutput = new cdktf.AnyMap(this, "sensitive_output");
    get sensitiveOutput() {
        return this._sensitiveOutput;
    }
    // update_body_patches - computed: false, optional: true, required: false
    _updateBodyPatches = new ResourceUpdateBodyPatchesList(this, "update_body_patches", false);
    get updateBodyPatches() {
        return this._updateBodyPatches;
    }
    putUpdateBodyPatches(value) {
        this._updateBodyPatches.internalValue = value;
    }
    resetUpdateBodyPatches() {
        this._updateBodyPatches.internalValue = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updateBodyPatchesInput() {
        return this._updateBodyPatches.internalValue;
    }
    // update_header - computed: false, optional: true, required: false
    _updateHeader;
    get updateHeader() {
        return this.getStringMapAttribute('update_header');
    }
    set updateHeader(value) {
        this._updateHeader = value;
    }
    resetUpdateHeader() {
        this._updateHeader = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updateHeaderInput() {
        return this._updateHeader;
    }
    // update_method - computed: false, optional: true, required: false
    _updateMethod;
    get updateMethod() {
        return this.getStringAttribute('update_method');
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
    // update_path - computed: false, optional: true, required: false
    _updatePath;
    get updatePath() {
        return this.getStringAttribute('update_path');
    }
    set updatePath(value) {
        this._updatePath = value;
    }
    resetUpdatePath() {
        this._updatePath = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updatePathInput() {
        return this._updatePath;
    }
    // update_query - computed: false, optional: true, required: false
    _updateQuery;
    get updateQuery() {
        return this.interpolationForAttribute('update_query');
    }
    set updateQuery(value) {
        this._updateQuery = value;
    }
    resetUpdateQuery() {
        this._updateQuery = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get updateQueryInput() {
        return this._updateQuery;
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
    // write_only_attrs - computed: false, optional: true, required: false
    _writeOnlyAttrs;
    get writeOnlyAttrs() {
        return this.getListAttribute('write_only_attrs');
    }
    set writeOnlyAttrs(value) {
        this._writeOnlyAttrs = value;
    }
    resetWriteOnlyAttrs() {
        this._writeOnlyAttrs = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get writeOnlyAttrsInput() {
        return this._writeOnlyAttrs;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            body: cdktf.hashMapper(cdktf.anyToTerraform)(this._body),
            check_existance: cdktf.booleanToTerraform(this._checkExistance),
            create_header: cdktf.hashMapper(cdktf.stringToTerraform)(this._createHeader),
            create_method: cdktf.stringToTerraform(this._createMethod),
            create_query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._createQuery),
            create_selector: cdktf.stringToTerraform(this._createSelector),
            delete_body: cdktf.hashMapper(cdktf.anyToTerraform)(this._deleteBody),
            delete_body_raw: cdktf.stringToTerraform(this._deleteBodyRaw),
            delete_header: cdktf.hashMapper(cdktf.stringToTerraform)(this._deleteHeader),
            delete_method: cdktf.stringToTerraform(this._deleteMethod),
            delete_path: cdktf.stringToTerraform(this._deletePath),
            delete_query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._deleteQuery),
            ephemeral_body: cdktf.hashMapper(cdktf.anyToTerraform)(this._ephemeralBody),
            force_new_attrs: cdktf.listMapper(cdktf.stringToTerraform, false)(this._forceNewAttrs),
            header: cdktf.hashMapper(cdktf.stringToTerraform)(this._header),
            merge_patch_disabled: cdktf.booleanToTerraform(this._mergePatchDisabled),
            output_attrs: cdktf.listMapper(cdktf.stringToTerraform, false)(this._outputAttrs),
            path: cdktf.stringToTerraform(this._path),
            poll_create: resourcePollCreateToTerraform(this._pollCreate.internalValue),
            poll_delete: resourcePollDeleteToTerraform(this._pollDelete.internalValue),
            poll_update: resourcePollUpdateToTerraform(this._pollUpdate.internalValue),
            post_create_read: resourcePostCreateReadToTerraform(this._postCreateRead.internalValue),
            precheck_create: cdktf.listMapper(resourcePrecheckCreateToTerraform, false)(this._precheckCreate.internalValue),
            precheck_delete: cdktf.listMapper(resourcePrecheckDeleteToTerraform, false)(this._precheckDelete.internalValue),
            precheck_update: cdktf.listMapper(resourcePrecheckUpdateToTerraform, false)(this._precheckUpdate.internalValue),
            query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._query),
            read_header: cdktf.hashMapper(cdktf.stringToTerraform)(this._readHeader),
            read_path: cdktf.stringToTerraform(this._readPath),
            read_query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._readQuery),
            read_response_template: cdktf.stringToTerraform(this._readResponseTemplate),
            read_selector: cdktf.stringToTerraform(this._readSelector),
            update_body_patches: cdktf.listMapper(resourceUpdateBodyPatchesToTerraform, false)(this._updateBodyPatches.internalValue),
            update_header: cdktf.hashMapper(cdktf.stringToTerraform)(this._updateHeader),
            update_method: cdktf.stringToTerraform(this._updateMethod),
            update_path: cdktf.stringToTerraform(this._updatePath),
            update_query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._updateQuery),
            use_sensitive_output: cdktf.booleanToTerraform(this._useSensitiveOutput),
            write_only_attrs: cdktf.listMapper(cdktf.stringToTerraform, false)(this._writeOnlyAttrs),
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
            check_existance: {
                value: cdktf.booleanToHclTerraform(this._checkExistance),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            create_header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._createHeader),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            create_method: {
                value: cdktf.stringToHclTerraform(this._createMethod),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            create_query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._createQuery),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            create_selector: {
                value: cdktf.stringToHclTerraform(this._createSelector),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            delete_body: {
                value: cdktf.hashMapperHcl(cdktf.anyToHclTerraform)(this._deleteBody),
                isBlock: false,
                type: "map",
                storageClassType: "anyMap",
            },
            delete_body_raw: {
                value: cdktf.stringToHclTerraform(this._deleteBodyRaw),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
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
            force_new_attrs: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._forceNewAttrs),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
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
            poll_create: {
                value: resourcePollCreateToHclTerraform(this._pollCreate.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ResourcePollCreate",
            },
            poll_delete: {
                value: resourcePollDeleteToHclTerraform(this._pollDelete.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ResourcePollDelete",
            },
            poll_update: {
                value: resourcePollUpdateToHclTerraform(this._pollUpdate.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ResourcePollUpdate",
            },
            post_create_read: {
                value: resourcePostCreateReadToHclTerraform(this._postCreateRead.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ResourcePostCreateRead",
            },
            precheck_create: {
                value: cdktf.listMapperHcl(resourcePrecheckCreateToHclTerraform, false)(this._precheckCreate.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "ResourcePrecheckCreateList",
            },
            precheck_delete: {
                value: cdktf.listMapperHcl(resourcePrecheckDeleteToHclTerraform, false)(this._precheckDelete.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "ResourcePrecheckDeleteList",
            },
            precheck_update: {
                value: cdktf.listMapperHcl(resourcePrecheckUpdateToHclTerraform, false)(this._precheckUpdate.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "ResourcePrecheckUpdateList",
            },
            query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._query),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            read_header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._readHeader),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            read_path: {
                value: cdktf.stringToHclTerraform(this._readPath),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            read_query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._readQuery),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            read_response_template: {
                value: cdktf.stringToHclTerraform(this._readResponseTemplate),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            read_selector: {
                value: cdktf.stringToHclTerraform(this._readSelector),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            update_body_patches: {
                value: cdktf.listMapperHcl(resourceUpdateBodyPatchesToHclTerraform, false)(this._updateBodyPatches.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "ResourceUpdateBodyPatchesList",
            },
            update_header: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._updateHeader),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            update_method: {
                value: cdktf.stringToHclTerraform(this._updateMethod),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            update_path: {
                value: cdktf.stringToHclTerraform(this._updatePath),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            update_query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._updateQuery),
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
            write_only_attrs: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._writeOnlyAttrs),
                isBlock: false,
                type: "list",
                storageClassType: "stringList",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Resource = Resource;
