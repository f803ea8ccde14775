"use strict";
// https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.DataRestfulResource = exports.DataRestfulResourcePrecheckList = exports.DataRestfulResourcePrecheckOutputReference = exports.DataRestfulResourcePrecheckApiOutputReference = exports.DataRestfulResourcePrecheckApiStatusOutputReference = void 0;
exports.dataRestfulResourcePrecheckApiStatusToTerraform = dataRestfulResourcePrecheckApiStatusToTerraform;
exports.dataRestfulResourcePrecheckApiStatusToHclTerraform = dataRestfulResourcePrecheckApiStatusToHclTerraform;
exports.dataRestfulResourcePrecheckApiToTerraform = dataRestfulResourcePrecheckApiToTerraform;
exports.dataRestfulResourcePrecheckApiToHclTerraform = dataRestfulResourcePrecheckApiToHclTerraform;
exports.dataRestfulResourcePrecheckToTerraform = dataRestfulResourcePrecheckToTerraform;
exports.dataRestfulResourcePrecheckToHclTerraform = dataRestfulResourcePrecheckToHclTerraform;
const cdktf = require("cdktf");
function dataRestfulResourcePrecheckApiStatusToTerraform(struct) {
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
function dataRestfulResourcePrecheckApiStatusToHclTerraform(struct) {
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
class DataRestfulResourcePrecheckApiStatusOutputReference extends cdktf.ComplexObject {
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
exports.DataRestfulResourcePrecheckApiStatusOutputReference = DataRestfulResourcePrecheckApiStatusOutputReference;
function dataRestfulResourcePrecheckApiToTerraform(struct) {
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
        status: dataRestfulResourcePrecheckApiStatusToTerraform(struct.status),
        status_locator: cdktf.stringToTerraform(struct.statusLocator),
    };
}
function dataRestfulResourcePrecheckApiToHclTerraform(struct) {
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
            value: dataRestfulResourcePrecheckApiStatusToHclTerraform(struct.status),
            isBlock: true,
            type: "struct",
            storageClassType: "DataRestfulResourcePrecheckApiStatus",
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
class DataRestfulResourcePrecheckApiOutputReference extends cdktf.ComplexObject {
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
    _status = new DataRestfulResourcePrecheckApiStatusOutputReference(this, "status");
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
exports.DataRestfulResourcePrecheckApiOutputReference = DataRestfulResourcePrecheckApiOutputReference;
function dataRestfulResourcePrecheckToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        api: dataRestfulResourcePrecheckApiToTerraform(struct.api),
        mutex: cdktf.stringToTerraform(struct.mutex),
    };
}
function dataRestfulResourcePrecheckToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        api: {
            value: dataRestfulResourcePrecheckApiToHclTerraform(struct.api),
            isBlock: true,
            type: "struct",
            storageClassType: "DataRestfulResourcePrecheckApi",
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
class DataRestfulResourcePrecheckOutputReference extends cdktf.ComplexObject {
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
    _api = new DataRestfulResourcePrecheckApiOutputReference(this, "api");
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
exports.DataRestfulResourcePrecheckOutputReference = DataRestfulResourcePrecheckOutputReference;
class DataRestfulResourcePrecheckList extends cdktf.ComplexList {
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
        return new DataRestfulResourcePrecheckOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.DataRestfulResourcePrecheckList = DataRestfulResourcePrecheckList;
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource restful_resource}
*/
class DataRestfulResource extends cdktf.TerraformDataSource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "restful_resource";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a DataRestfulResource resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataRestfulResource to import
    * @param importFromId The id of the existing DataRestfulResource that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataRestfulResource to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "restful_resource", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource restful_resource} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataRestfulResourceConfig
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
        this._allowNotExist = config.allowNotExist;
        this._body = config.body;
        this._header = config.header;
        this._id = config.id;
        this._method = config.method;
        this._outputAttrs = config.outputAttrs;
        this._precheck.internalValue = config.precheck;
        this._query = config.query;
        this._selector = config.selector;
        this._useSensitiveOutput = config.useSensitiveOutput;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // allow_not_exist - computed: false, optional: true, required: false
    _allowNotExist;
    get allowNotExist() {
        return this.getBooleanAttribute('allow_not_exist');
    }
    set allowNotExist(value) {
        this._allowNotExist = value;
    }
    resetAllowNotExist() {
        this._allowNotExist = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get allowNotExistInput() {
        return this._allowNotExist;
    }
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
    // id - computed: false, optional: false, required: true
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    // Temporarily expose input value. Use with caution.
    get idInput() {
        return this._id;
    }
    // method - computed: false, optional: true, required: false
    _method;
    get method() {
        return this.getStringAttribute('method');
    }
    set method(value) {
        this._method = value;
    }
    resetMethod() {
        this._method = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get methodInput() {
        return this._method;
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
    // precheck - computed: false, optional: true, required: false
    _precheck = new DataRestfulResourcePrecheckList(this, "precheck", false);
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
            allow_not_exist: cdktf.booleanToTerraform(this._allowNotExist),
            body: cdktf.hashMapper(cdktf.anyToTerraform)(this._body),
            header: cdktf.hashMapper(cdktf.stringToTerraform)(this._header),
            id: cdktf.stringToTerraform(this._id),
            method: cdktf.stringToTerraform(this._method),
            output_attrs: cdktf.listMapper(cdktf.stringToTerraform, false)(this._outputAttrs),
            precheck: cdktf.listMapper(dataRestfulResourcePrecheckToTerraform, false)(this._precheck.internalValue),
            query: cdktf.hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))(this._query),
            selector: cdktf.stringToTerraform(this._selector),
            use_sensitive_output: cdktf.booleanToTerraform(this._useSensitiveOutput),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            allow_not_exist: {
                value: cdktf.booleanToHclTerraform(this._allowNotExist),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            body: {
                value: cdktf.hashMapperHcl(cdktf.anyToHclTerraform)(this._body),
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
            id: {
                value: cdktf.stringToHclTerraform(this._id),
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
            output_attrs: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._outputAttrs),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            precheck: {
                value: cdktf.listMapperHcl(dataRestfulResourcePrecheckToHclTerraform, false)(this._precheck.internalValue),
                isBlock: true,
                type: "list",
                storageClassType: "DataRestfulResourcePrecheckList",
            },
            query: {
                value: cdktf.hashMapperHcl(cdktf.listMapperHcl(cdktf.stringToHclTerraform, false))(this._query),
                isBlock: false,
                type: "map",
                storageClassType: "stringListMap",
            },
            selector: {
                value: cdktf.stringToHclTerraform(this._selector),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
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
exports.DataRestfulResource = DataRestfulResource;
