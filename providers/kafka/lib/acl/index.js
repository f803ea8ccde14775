"use strict";
// https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/acl
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.Acl = void 0;
const cdktf = require("cdktf");
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/acl kafka_acl}
*/
class Acl extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "kafka_acl";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a Acl resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Acl to import
    * @param importFromId The id of the existing Acl that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/acl#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Acl to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "kafka_acl", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/acl kafka_acl} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options AclConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'kafka_acl',
            terraformGeneratorMetadata: {
                providerName: 'kafka',
                providerVersion: '0.13.1',
                providerVersionConstraint: '0.13.1'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._aclHost = config.aclHost;
        this._aclOperation = config.aclOperation;
        this._aclPermissionType = config.aclPermissionType;
        this._aclPrincipal = config.aclPrincipal;
        this._id = config.id;
        this._resourceName = config.resourceName;
        this._resourcePatternTypeFilter = config.resourcePatternTypeFilter;
        this._resourceType = config.resourceType;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // acl_host - computed: false, optional: false, required: true
    _aclHost;
    get aclHost() {
        return this.getStringAttribute('acl_host');
    }
    set aclHost(value) {
        this._aclHost = value;
    }
    // Temporarily expose input value. Use with caution.
    get aclHostInput() {
        return this._aclHost;
    }
    // acl_operation - computed: false, optional: false, required: true
    _aclOperation;
    get aclOperation() {
        return this.getStringAttribute('acl_operation');
    }
    set aclOperation(value) {
        this._aclOperation = value;
    }
    // Temporarily expose input value. Use with caution.
    get aclOperationInput() {
        return this._aclOperation;
    }
    // acl_permission_type - computed: false, optional: false, required: true
    _aclPermissionType;
    get aclPermissionType() {
        return this.getStringAttribute('acl_permission_type');
    }
    set aclPermissionType(value) {
        this._aclPermissionType = value;
    }
    // Temporarily expose input value. Use with caution.
    get aclPermissionTypeInput() {
        return this._aclPermissionType;
    }
    // acl_principal - computed: false, optional: false, required: true
    _aclPrincipal;
    get aclPrincipal() {
        return this.getStringAttribute('acl_principal');
    }
    set aclPrincipal(value) {
        this._aclPrincipal = value;
    }
    // Temporarily expose input value. Use with caution.
    get aclPrincipalInput() {
        return this._aclPrincipal;
    }
    // id - computed: true, optional: true, required: false
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get idInput() {
        return this._id;
    }
    // resource_name - computed: false, optional: false, required: true
    _resourceName;
    get resourceName() {
        return this.getStringAttribute('resource_name');
    }
    set resourceName(value) {
        this._resourceName = value;
    }
    // Temporarily expose input value. Use with caution.
    get resourceNameInput() {
        return this._resourceName;
    }
    // resource_pattern_type_filter - computed: false, optional: true, required: false
    _resourcePatternTypeFilter;
    get resourcePatternTypeFilter() {
        return this.getStringAttribute('resource_pattern_type_filter');
    }
    set resourcePatternTypeFilter(value) {
        this._resourcePatternTypeFilter = value;
    }
    resetResourcePatternTypeFilter() {
        this._resourcePatternTypeFilter = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get resourcePatternTypeFilterInput() {
        return this._resourcePatternTypeFilter;
    }
    // resource_type - computed: false, optional: false, required: true
    _resourceType;
    get resourceType() {
        return this.getStringAttribute('resource_type');
    }
    set resourceType(value) {
        this._resourceType = value;
    }
    // Temporarily expose input value. Use with caution.
    get resourceTypeInput() {
        return this._resourceType;
    }
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            acl_host: cdktf.stringToTerraform(this._aclHost),
            acl_operation: cdktf.stringToTerraform(this._aclOperation),
            acl_permission_type: cdktf.stringToTerraform(this._aclPermissionType),
            acl_principal: cdktf.stringToTerraform(this._aclPrincipal),
            id: cdktf.stringToTerraform(this._id),
            resource_name: cdktf.stringToTerraform(this._resourceName),
            resource_pattern_type_filter: cdktf.stringToTerraform(this._resourcePatternTypeFilter),
            resource_type: cdktf.stringToTerraform(this._resourceType),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            acl_host: {
                value: cdktf.stringToHclTerraform(this._aclHost),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            acl_operation: {
                value: cdktf.stringToHclTerraform(this._aclOperation),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            acl_permission_type: {
                value: cdktf.stringToHclTerraform(this._aclPermissionType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            acl_principal: {
                value: cdktf.stringToHclTerraform(this._aclPrincipal),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            resource_name: {
                value: cdktf.stringToHclTerraform(this._resourceName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            resource_pattern_type_filter: {
                value: cdktf.stringToHclTerraform(this._resourcePatternTypeFilter),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            resource_type: {
                value: cdktf.stringToHclTerraform(this._resourceType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Acl = Acl;
