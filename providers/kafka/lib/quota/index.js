"use strict";
// https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/quota
// generated from terraform resource schema
Object.defineProperty(exports, "__esModule", { value: true });
exports.Quota = void 0;
const cdktf = require("cdktf");
/**
* Represents a {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/quota kafka_quota}
*/
class Quota extends cdktf.TerraformResource {
    // =================
    // STATIC PROPERTIES
    // =================
    static tfResourceType = "kafka_quota";
    // ==============
    // STATIC Methods
    // ==============
    /**
    * Generates CDKTF code for importing a Quota resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Quota to import
    * @param importFromId The id of the existing Quota that should be imported. Refer to the {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/quota#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Quota to import is found
    */
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "kafka_quota", importId: importFromId, provider });
    }
    // ===========
    // INITIALIZER
    // ===========
    /**
    * Create a new {@link https://registry.terraform.io/providers/mongey/kafka/0.13.1/docs/resources/quota kafka_quota} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options QuotaConfig
    */
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'kafka_quota',
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
        this._config = config.config;
        this._entityName = config.entityName;
        this._entityType = config.entityType;
        this._id = config.id;
    }
    // ==========
    // ATTRIBUTES
    // ==========
    // config - computed: false, optional: true, required: false
    _config;
    get config() {
        return this.getNumberMapAttribute('config');
    }
    set config(value) {
        this._config = value;
    }
    resetConfig() {
        this._config = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get configInput() {
        return this._config;
    }
    // entity_name - computed: false, optional: true, required: false
    _entityName;
    get entityName() {
        return this.getStringAttribute('entity_name');
    }
    set entityName(value) {
        this._entityName = value;
    }
    resetEntityName() {
        this._entityName = undefined;
    }
    // Temporarily expose input value. Use with caution.
    get entityNameInput() {
        return this._entityName;
    }
    // entity_type - computed: false, optional: false, required: true
    _entityType;
    get entityType() {
        return this.getStringAttribute('entity_type');
    }
    set entityType(value) {
        this._entityType = value;
    }
    // Temporarily expose input value. Use with caution.
    get entityTypeInput() {
        return this._entityType;
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
    // =========
    // SYNTHESIS
    // =========
    synthesizeAttributes() {
        return {
            config: cdktf.hashMapper(cdktf.numberToTerraform)(this._config),
            entity_name: cdktf.stringToTerraform(this._entityName),
            entity_type: cdktf.stringToTerraform(this._entityType),
            id: cdktf.stringToTerraform(this._id),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            config: {
                value: cdktf.hashMapperHcl(cdktf.numberToHclTerraform)(this._config),
                isBlock: false,
                type: "map",
                storageClassType: "numberMap",
            },
            entity_name: {
                value: cdktf.stringToHclTerraform(this._entityName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            entity_type: {
                value: cdktf.stringToHclTerraform(this._entityType),
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
        };
        // remove undefined attributes
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Quota = Quota;
