import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface ResourceConfig extends cdktf.TerraformMetaArguments {
    /**
    * The properties of the resource.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#body Resource#body}
    */
    readonly body: {
        [key: string]: any;
    };
    /**
    * Whether to check resource already existed? Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#check_existance Resource#check_existance}
    */
    readonly checkExistance?: boolean | cdktf.IResolvable;
    /**
    * The header parameters that are applied to each create request. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#create_header Resource#create_header}
    */
    readonly createHeader?: {
        [key: string]: string;
    };
    /**
    * The method used to create the resource. This overrides the `create_method` set in the provider block (defaults to POST).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#create_method Resource#create_method}
    */
    readonly createMethod?: string;
    /**
    * The query parameters that are applied to each create request. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#create_query Resource#create_query}
    */
    readonly createQuery?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * A selector in [gjson query syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md#queries) query syntax, that is used when create returns a collection of resources, to select exactly one member resource of from it. By default, the whole response body is used as the body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#create_selector Resource#create_selector}
    */
    readonly createSelector?: string;
    /**
    * The payload for the `Delete` call.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#delete_body Resource#delete_body}
    */
    readonly deleteBody?: {
        [key: string]: any;
    };
    /**
    * The raw payload for the `Delete` call. It can contain `$(body.x.y.z)` parameter that reference property from the `state.output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#delete_body_raw Resource#delete_body_raw}
    */
    readonly deleteBodyRaw?: string;
    /**
    * The header parameters that are applied to each delete request. This overrides the `header` set in the resource block. The header value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#delete_header Resource#delete_header}
    */
    readonly deleteHeader?: {
        [key: string]: string;
    };
    /**
    * The method used to delete the resource. This overrides the `delete_method` set in the provider block (defaults to DELETE).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#delete_method Resource#delete_method}
    */
    readonly deleteMethod?: string;
    /**
    * The API path used to delete the resource. The `id` is used instead if `delete_path` is absent. This can be a string literal, or combined by following params: path param: `$(path)` expanded to `path`, body param: `$(body.x.y.z)` expands to the `x.y.z` property of the API body. Especially for the body param, it can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#delete_path Resource#delete_path}
    */
    readonly deletePath?: string;
    /**
    * The query parameters that are applied to each delete request. This overrides the `query` set in the resource block. The query value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#delete_query Resource#delete_query}
    */
    readonly deleteQuery?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The ephemeral properties of the resource. This will be merge-patched to the `body` to construct the actual request body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#ephemeral_body Resource#ephemeral_body}
    */
    readonly ephemeralBody?: {
        [key: string]: any;
    };
    /**
    * A set of `body` attribute paths (in [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md)) whose value once changed, will trigger a replace of this resource. Note this only take effects when the `body` is a unknown before apply. Technically, we do a JSON merge patch and check whether the attribute path appear in the merge patch.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#force_new_attrs Resource#force_new_attrs}
    */
    readonly forceNewAttrs?: string[];
    /**
    * The header parameters that are applied to each request. This overrides the `header` set in the provider block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * Whether to use a JSON Merge Patch as the request body in the PATCH update? This is only effective when `update_method` is set to `PATCH`. This overrides the `merge_patch_disabled` set in the provider block (defaults to `false`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#merge_patch_disabled Resource#merge_patch_disabled}
    */
    readonly mergePatchDisabled?: boolean | cdktf.IResolvable;
    /**
    * A set of `output` attribute paths (in [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md)) that will be exported in the `output`. If this is not specified, all attributes will be exported by `output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#output_attrs Resource#output_attrs}
    */
    readonly outputAttrs?: string[];
    /**
    * The path used to create the resource, relative to the `base_url` of the provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#path Resource#path}
    */
    readonly path: string;
    /**
    * The polling option for the "Create" operation
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#poll_create Resource#poll_create}
    */
    readonly pollCreate?: ResourcePollCreate;
    /**
    * The polling option for the "Delete" operation
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#poll_delete Resource#poll_delete}
    */
    readonly pollDelete?: ResourcePollDelete;
    /**
    * The polling option for the "Update" operation
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#poll_update Resource#poll_update}
    */
    readonly pollUpdate?: ResourcePollUpdate;
    /**
    * An additional read after creation (after polling, if any) for overriding the `$(body)` used for `read_path`, which was representing the response body of the initial create call. This is only meant to be used for APIs that only forms a resource id after the resource is completely created. One example is the AzureDevOps `project` API: A `project` is identified by a UUID, the user needs to create the project, polling the long running operation, then query the `project` by its (mutable) name, where it returns you the (immutable) UUID.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#post_create_read Resource#post_create_read}
    */
    readonly postCreateRead?: ResourcePostCreateRead;
    /**
    * An array of prechecks that need to pass prior to the "Create" operation.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#precheck_create Resource#precheck_create}
    */
    readonly precheckCreate?: ResourcePrecheckCreate[] | cdktf.IResolvable;
    /**
    * An array of prechecks that need to pass prior to the "Delete" operation.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#precheck_delete Resource#precheck_delete}
    */
    readonly precheckDelete?: ResourcePrecheckDelete[] | cdktf.IResolvable;
    /**
    * An array of prechecks that need to pass prior to the "Update" operation.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#precheck_update Resource#precheck_update}
    */
    readonly precheckUpdate?: ResourcePrecheckUpdate[] | cdktf.IResolvable;
    /**
    * The query parameters that are applied to each request. This overrides the `query` set in the provider block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#query Resource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The header parameters that are applied to each read request. This overrides the `header` set in the resource block. The header value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#read_header Resource#read_header}
    */
    readonly readHeader?: {
        [key: string]: string;
    };
    /**
    * The API path used to read the resource, which is used as the `id`. The `path` is used as the `id` instead if `read_path` is absent. This can be a string literal, or combined by following params: path param: `$(path)` expanded to `path`, body param: `$(body.x.y.z)` expands to the `x.y.z` property of the API body. Especially for the body param, it can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#read_path Resource#read_path}
    */
    readonly readPath?: string;
    /**
    * The query parameters that are applied to each read request. This overrides the `query` set in the resource block. The query value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#read_query Resource#read_query}
    */
    readonly readQuery?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The raw template for transforming the response of reading (after selector). It can contain `$(body.x.y.z)` parameter that reference property from the response. This is only used to transform the read response to the same struct as the `body`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#read_response_template Resource#read_response_template}
    */
    readonly readResponseTemplate?: string;
    /**
    * A selector expression in [gjson query syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md#queries), that is used when read returns a collection of resources, to select exactly one member resource of from it. This can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`). By default, the whole response body is used as the body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#read_selector Resource#read_selector}
    */
    readonly readSelector?: string;
    /**
    * The body patches for update only. Any change here won't cause a update API call by its own, only changes from `body` does. Note that this is almost only useful for APIs that require *after-create* attribute for an update (e.g. the resource ID).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#update_body_patches Resource#update_body_patches}
    */
    readonly updateBodyPatches?: ResourceUpdateBodyPatches[] | cdktf.IResolvable;
    /**
    * The header parameters that are applied to each update request. This overrides the `header` set in the resource block. The header value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#update_header Resource#update_header}
    */
    readonly updateHeader?: {
        [key: string]: string;
    };
    /**
    * The method used to update the resource. This overrides the `update_method` set in the provider block (defaults to PUT).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#update_method Resource#update_method}
    */
    readonly updateMethod?: string;
    /**
    * The API path used to update the resource. The `id` is used instead if `update_path` is absent. This can be a string literal, or combined by following params: path param: `$(path)` expanded to `path`, body param: `$(body.x.y.z)` expands to the `x.y.z` property of the API body. Especially for the body param, it can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#update_path Resource#update_path}
    */
    readonly updatePath?: string;
    /**
    * The query parameters that are applied to each update request. This overrides the `query` set in the resource block. The query value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#update_query Resource#update_query}
    */
    readonly updateQuery?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * Whether to use `sensitive_output` instead of `output`. When true, the response will be stored in `sensitive_output` (which is marked as sensitive). Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#use_sensitive_output Resource#use_sensitive_output}
    */
    readonly useSensitiveOutput?: boolean | cdktf.IResolvable;
    /**
    * A list of paths (in [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md)) to the attributes that are only settable, but won't be read in GET response. Prefer to use `ephemeral_body`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#write_only_attrs Resource#write_only_attrs}
    */
    readonly writeOnlyAttrs?: string[];
}
export interface ResourcePollCreateStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#pending Resource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#success Resource#success}
    */
    readonly success: string;
}
export declare function resourcePollCreateStatusToTerraform(struct?: ResourcePollCreateStatus | cdktf.IResolvable): any;
export declare function resourcePollCreateStatusToHclTerraform(struct?: ResourcePollCreateStatus | cdktf.IResolvable): any;
export declare class ResourcePollCreateStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePollCreateStatus | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePollCreateStatus | cdktf.IResolvable | undefined);
    private _pending?;
    get pending(): string[];
    set pending(value: string[]);
    resetPending(): void;
    get pendingInput(): string[] | undefined;
    private _success?;
    get success(): string;
    set success(value: string);
    get successInput(): string | undefined;
}
export interface ResourcePollCreate {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#default_delay_sec Resource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status Resource#status}
    */
    readonly status: ResourcePollCreateStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from either the response body (for `Create`, after selector), or `state.output` (for `Read`/`Update`/`Delete`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status_locator Resource#status_locator}
    */
    readonly statusLocator: string;
    /**
    * Specifies how to discover the polling url. The format can be one of `header.path` (use the property at `path` in response header), `body.path` (use the property at `path` in response body) or `exact.value` (use the exact `value`). When absent, the current operation's URL is used for polling, execpt `Create` where it fallbacks to use the path constructed by the `read_path` as the polling URL.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#url_locator Resource#url_locator}
    */
    readonly urlLocator?: string;
}
export declare function resourcePollCreateToTerraform(struct?: ResourcePollCreate | cdktf.IResolvable): any;
export declare function resourcePollCreateToHclTerraform(struct?: ResourcePollCreate | cdktf.IResolvable): any;
export declare class ResourcePollCreateOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePollCreate | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePollCreate | cdktf.IResolvable | undefined);
    private _defaultDelaySec?;
    get defaultDelaySec(): number;
    set defaultDelaySec(value: number);
    resetDefaultDelaySec(): void;
    get defaultDelaySecInput(): number | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _status;
    get status(): ResourcePollCreateStatusOutputReference;
    putStatus(value: ResourcePollCreateStatus): void;
    get statusInput(): cdktf.IResolvable | ResourcePollCreateStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
    private _urlLocator?;
    get urlLocator(): string;
    set urlLocator(value: string);
    resetUrlLocator(): void;
    get urlLocatorInput(): string | undefined;
}
export interface ResourcePollDeleteStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#pending Resource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#success Resource#success}
    */
    readonly success: string;
}
export declare function resourcePollDeleteStatusToTerraform(struct?: ResourcePollDeleteStatus | cdktf.IResolvable): any;
export declare function resourcePollDeleteStatusToHclTerraform(struct?: ResourcePollDeleteStatus | cdktf.IResolvable): any;
export declare class ResourcePollDeleteStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePollDeleteStatus | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePollDeleteStatus | cdktf.IResolvable | undefined);
    private _pending?;
    get pending(): string[];
    set pending(value: string[]);
    resetPending(): void;
    get pendingInput(): string[] | undefined;
    private _success?;
    get success(): string;
    set success(value: string);
    get successInput(): string | undefined;
}
export interface ResourcePollDelete {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#default_delay_sec Resource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status Resource#status}
    */
    readonly status: ResourcePollDeleteStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from either the response body (for `Create`, after selector), or `state.output` (for `Read`/`Update`/`Delete`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status_locator Resource#status_locator}
    */
    readonly statusLocator: string;
    /**
    * Specifies how to discover the polling url. The format can be one of `header.path` (use the property at `path` in response header), `body.path` (use the property at `path` in response body) or `exact.value` (use the exact `value`). When absent, the current operation's URL is used for polling, execpt `Create` where it fallbacks to use the path constructed by the `read_path` as the polling URL.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#url_locator Resource#url_locator}
    */
    readonly urlLocator?: string;
}
export declare function resourcePollDeleteToTerraform(struct?: ResourcePollDelete | cdktf.IResolvable): any;
export declare function resourcePollDeleteToHclTerraform(struct?: ResourcePollDelete | cdktf.IResolvable): any;
export declare class ResourcePollDeleteOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePollDelete | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePollDelete | cdktf.IResolvable | undefined);
    private _defaultDelaySec?;
    get defaultDelaySec(): number;
    set defaultDelaySec(value: number);
    resetDefaultDelaySec(): void;
    get defaultDelaySecInput(): number | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _status;
    get status(): ResourcePollDeleteStatusOutputReference;
    putStatus(value: ResourcePollDeleteStatus): void;
    get statusInput(): cdktf.IResolvable | ResourcePollDeleteStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
    private _urlLocator?;
    get urlLocator(): string;
    set urlLocator(value: string);
    resetUrlLocator(): void;
    get urlLocatorInput(): string | undefined;
}
export interface ResourcePollUpdateStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#pending Resource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#success Resource#success}
    */
    readonly success: string;
}
export declare function resourcePollUpdateStatusToTerraform(struct?: ResourcePollUpdateStatus | cdktf.IResolvable): any;
export declare function resourcePollUpdateStatusToHclTerraform(struct?: ResourcePollUpdateStatus | cdktf.IResolvable): any;
export declare class ResourcePollUpdateStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePollUpdateStatus | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePollUpdateStatus | cdktf.IResolvable | undefined);
    private _pending?;
    get pending(): string[];
    set pending(value: string[]);
    resetPending(): void;
    get pendingInput(): string[] | undefined;
    private _success?;
    get success(): string;
    set success(value: string);
    get successInput(): string | undefined;
}
export interface ResourcePollUpdate {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#default_delay_sec Resource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status Resource#status}
    */
    readonly status: ResourcePollUpdateStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from either the response body (for `Create`, after selector), or `state.output` (for `Read`/`Update`/`Delete`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status_locator Resource#status_locator}
    */
    readonly statusLocator: string;
    /**
    * Specifies how to discover the polling url. The format can be one of `header.path` (use the property at `path` in response header), `body.path` (use the property at `path` in response body) or `exact.value` (use the exact `value`). When absent, the current operation's URL is used for polling, execpt `Create` where it fallbacks to use the path constructed by the `read_path` as the polling URL.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#url_locator Resource#url_locator}
    */
    readonly urlLocator?: string;
}
export declare function resourcePollUpdateToTerraform(struct?: ResourcePollUpdate | cdktf.IResolvable): any;
export declare function resourcePollUpdateToHclTerraform(struct?: ResourcePollUpdate | cdktf.IResolvable): any;
export declare class ResourcePollUpdateOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePollUpdate | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePollUpdate | cdktf.IResolvable | undefined);
    private _defaultDelaySec?;
    get defaultDelaySec(): number;
    set defaultDelaySec(value: number);
    resetDefaultDelaySec(): void;
    get defaultDelaySecInput(): number | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _status;
    get status(): ResourcePollUpdateStatusOutputReference;
    putStatus(value: ResourcePollUpdateStatus): void;
    get statusInput(): cdktf.IResolvable | ResourcePollUpdateStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
    private _urlLocator?;
    get urlLocator(): string;
    set urlLocator(value: string);
    resetUrlLocator(): void;
    get urlLocatorInput(): string | undefined;
}
export interface ResourcePostCreateRead {
    /**
    * The header parameters that are applied to each post create read request. This overrides the `header` set in the resource block. The header value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The API path used to read the resource. This can be a string literal, or combined by following params: path param: `$(path)` expanded to `path`, body param: `$(body.x.y.z)` expands to the `x.y.z` property of the API body. Especially for the body param, it can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#path Resource#path}
    */
    readonly path: string;
    /**
    * The query parameters that are applied to each post create read request. This overrides the `query` set in the resource block. The query value can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#query Resource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * A selector expression in [gjson query syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md#queries), that is used when read returns a collection of resources, to select exactly one member resource of from it. This can be a string literal, or combined by the body param: `$(body.x.y.z)` that expands to the `x.y.z` property of the API body. It can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`). By default, the whole response body is used as the body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#selector Resource#selector}
    */
    readonly selector?: string;
}
export declare function resourcePostCreateReadToTerraform(struct?: ResourcePostCreateRead | cdktf.IResolvable): any;
export declare function resourcePostCreateReadToHclTerraform(struct?: ResourcePostCreateRead | cdktf.IResolvable): any;
export declare class ResourcePostCreateReadOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePostCreateRead | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePostCreateRead | cdktf.IResolvable | undefined);
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _path?;
    get path(): string;
    set path(value: string);
    get pathInput(): string | undefined;
    private _query?;
    get query(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set query(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetQuery(): void;
    get queryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _selector?;
    get selector(): string;
    set selector(value: string);
    resetSelector(): void;
    get selectorInput(): string | undefined;
}
export interface ResourcePrecheckCreateApiStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#pending Resource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#success Resource#success}
    */
    readonly success: string;
}
export declare function resourcePrecheckCreateApiStatusToTerraform(struct?: ResourcePrecheckCreateApiStatus | cdktf.IResolvable): any;
export declare function resourcePrecheckCreateApiStatusToHclTerraform(struct?: ResourcePrecheckCreateApiStatus | cdktf.IResolvable): any;
export declare class ResourcePrecheckCreateApiStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePrecheckCreateApiStatus | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckCreateApiStatus | cdktf.IResolvable | undefined);
    private _pending?;
    get pending(): string[];
    set pending(value: string[]);
    resetPending(): void;
    get pendingInput(): string[] | undefined;
    private _success?;
    get success(): string;
    set success(value: string);
    get successInput(): string | undefined;
}
export interface ResourcePrecheckCreateApi {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#default_delay_sec Resource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The path used to query readiness, relative to the `base_url` of the provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#path Resource#path}
    */
    readonly path: string;
    /**
    * The query parameters. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#query Resource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status Resource#status}
    */
    readonly status: ResourcePrecheckCreateApiStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status_locator Resource#status_locator}
    */
    readonly statusLocator: string;
}
export declare function resourcePrecheckCreateApiToTerraform(struct?: ResourcePrecheckCreateApi | cdktf.IResolvable): any;
export declare function resourcePrecheckCreateApiToHclTerraform(struct?: ResourcePrecheckCreateApi | cdktf.IResolvable): any;
export declare class ResourcePrecheckCreateApiOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePrecheckCreateApi | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckCreateApi | cdktf.IResolvable | undefined);
    private _defaultDelaySec?;
    get defaultDelaySec(): number;
    set defaultDelaySec(value: number);
    resetDefaultDelaySec(): void;
    get defaultDelaySecInput(): number | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _path?;
    get path(): string;
    set path(value: string);
    get pathInput(): string | undefined;
    private _query?;
    get query(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set query(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetQuery(): void;
    get queryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _status;
    get status(): ResourcePrecheckCreateApiStatusOutputReference;
    putStatus(value: ResourcePrecheckCreateApiStatus): void;
    get statusInput(): cdktf.IResolvable | ResourcePrecheckCreateApiStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
}
export interface ResourcePrecheckCreate {
    /**
    * Keeps waiting until the specified API meets the success status
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#api Resource#api}
    */
    readonly api?: ResourcePrecheckCreateApi;
    /**
    * The name of the mutex, which implies the resource will keep waiting until this mutex is held
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#mutex Resource#mutex}
    */
    readonly mutex?: string;
}
export declare function resourcePrecheckCreateToTerraform(struct?: ResourcePrecheckCreate | cdktf.IResolvable): any;
export declare function resourcePrecheckCreateToHclTerraform(struct?: ResourcePrecheckCreate | cdktf.IResolvable): any;
export declare class ResourcePrecheckCreateOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ResourcePrecheckCreate | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckCreate | cdktf.IResolvable | undefined);
    private _api;
    get api(): ResourcePrecheckCreateApiOutputReference;
    putApi(value: ResourcePrecheckCreateApi): void;
    resetApi(): void;
    get apiInput(): cdktf.IResolvable | ResourcePrecheckCreateApi | undefined;
    private _mutex?;
    get mutex(): string;
    set mutex(value: string);
    resetMutex(): void;
    get mutexInput(): string | undefined;
}
export declare class ResourcePrecheckCreateList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ResourcePrecheckCreate[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ResourcePrecheckCreateOutputReference;
}
export interface ResourcePrecheckDeleteApiStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#pending Resource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#success Resource#success}
    */
    readonly success: string;
}
export declare function resourcePrecheckDeleteApiStatusToTerraform(struct?: ResourcePrecheckDeleteApiStatus | cdktf.IResolvable): any;
export declare function resourcePrecheckDeleteApiStatusToHclTerraform(struct?: ResourcePrecheckDeleteApiStatus | cdktf.IResolvable): any;
export declare class ResourcePrecheckDeleteApiStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePrecheckDeleteApiStatus | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckDeleteApiStatus | cdktf.IResolvable | undefined);
    private _pending?;
    get pending(): string[];
    set pending(value: string[]);
    resetPending(): void;
    get pendingInput(): string[] | undefined;
    private _success?;
    get success(): string;
    set success(value: string);
    get successInput(): string | undefined;
}
export interface ResourcePrecheckDeleteApi {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#default_delay_sec Resource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The path used to query readiness, relative to the `base_url` of the provider. By default, the `id` of this resource is used.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#path Resource#path}
    */
    readonly path?: string;
    /**
    * The query parameters. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#query Resource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status Resource#status}
    */
    readonly status: ResourcePrecheckDeleteApiStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from the `state.output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status_locator Resource#status_locator}
    */
    readonly statusLocator: string;
}
export declare function resourcePrecheckDeleteApiToTerraform(struct?: ResourcePrecheckDeleteApi | cdktf.IResolvable): any;
export declare function resourcePrecheckDeleteApiToHclTerraform(struct?: ResourcePrecheckDeleteApi | cdktf.IResolvable): any;
export declare class ResourcePrecheckDeleteApiOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePrecheckDeleteApi | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckDeleteApi | cdktf.IResolvable | undefined);
    private _defaultDelaySec?;
    get defaultDelaySec(): number;
    set defaultDelaySec(value: number);
    resetDefaultDelaySec(): void;
    get defaultDelaySecInput(): number | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _path?;
    get path(): string;
    set path(value: string);
    resetPath(): void;
    get pathInput(): string | undefined;
    private _query?;
    get query(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set query(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetQuery(): void;
    get queryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _status;
    get status(): ResourcePrecheckDeleteApiStatusOutputReference;
    putStatus(value: ResourcePrecheckDeleteApiStatus): void;
    get statusInput(): cdktf.IResolvable | ResourcePrecheckDeleteApiStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
}
export interface ResourcePrecheckDelete {
    /**
    * Keeps waiting until the specified API meets the success status
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#api Resource#api}
    */
    readonly api?: ResourcePrecheckDeleteApi;
    /**
    * The name of the mutex, which implies the resource will keep waiting until this mutex is held
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#mutex Resource#mutex}
    */
    readonly mutex?: string;
}
export declare function resourcePrecheckDeleteToTerraform(struct?: ResourcePrecheckDelete | cdktf.IResolvable): any;
export declare function resourcePrecheckDeleteToHclTerraform(struct?: ResourcePrecheckDelete | cdktf.IResolvable): any;
export declare class ResourcePrecheckDeleteOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ResourcePrecheckDelete | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckDelete | cdktf.IResolvable | undefined);
    private _api;
    get api(): ResourcePrecheckDeleteApiOutputReference;
    putApi(value: ResourcePrecheckDeleteApi): void;
    resetApi(): void;
    get apiInput(): cdktf.IResolvable | ResourcePrecheckDeleteApi | undefined;
    private _mutex?;
    get mutex(): string;
    set mutex(value: string);
    resetMutex(): void;
    get mutexInput(): string | undefined;
}
export declare class ResourcePrecheckDeleteList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ResourcePrecheckDelete[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ResourcePrecheckDeleteOutputReference;
}
export interface ResourcePrecheckUpdateApiStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#pending Resource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#success Resource#success}
    */
    readonly success: string;
}
export declare function resourcePrecheckUpdateApiStatusToTerraform(struct?: ResourcePrecheckUpdateApiStatus | cdktf.IResolvable): any;
export declare function resourcePrecheckUpdateApiStatusToHclTerraform(struct?: ResourcePrecheckUpdateApiStatus | cdktf.IResolvable): any;
export declare class ResourcePrecheckUpdateApiStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePrecheckUpdateApiStatus | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckUpdateApiStatus | cdktf.IResolvable | undefined);
    private _pending?;
    get pending(): string[];
    set pending(value: string[]);
    resetPending(): void;
    get pendingInput(): string[] | undefined;
    private _success?;
    get success(): string;
    set success(value: string);
    get successInput(): string | undefined;
}
export interface ResourcePrecheckUpdateApi {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#default_delay_sec Resource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#header Resource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The path used to query readiness, relative to the `base_url` of the provider. By default, the `id` of this resource is used.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#path Resource#path}
    */
    readonly path?: string;
    /**
    * The query parameters. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#query Resource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status Resource#status}
    */
    readonly status: ResourcePrecheckUpdateApiStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from the `state.output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#status_locator Resource#status_locator}
    */
    readonly statusLocator: string;
}
export declare function resourcePrecheckUpdateApiToTerraform(struct?: ResourcePrecheckUpdateApi | cdktf.IResolvable): any;
export declare function resourcePrecheckUpdateApiToHclTerraform(struct?: ResourcePrecheckUpdateApi | cdktf.IResolvable): any;
export declare class ResourcePrecheckUpdateApiOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ResourcePrecheckUpdateApi | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckUpdateApi | cdktf.IResolvable | undefined);
    private _defaultDelaySec?;
    get defaultDelaySec(): number;
    set defaultDelaySec(value: number);
    resetDefaultDelaySec(): void;
    get defaultDelaySecInput(): number | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    private _path?;
    get path(): string;
    set path(value: string);
    resetPath(): void;
    get pathInput(): string | undefined;
    private _query?;
    get query(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set query(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetQuery(): void;
    get queryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _status;
    get status(): ResourcePrecheckUpdateApiStatusOutputReference;
    putStatus(value: ResourcePrecheckUpdateApiStatus): void;
    get statusInput(): cdktf.IResolvable | ResourcePrecheckUpdateApiStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
}
export interface ResourcePrecheckUpdate {
    /**
    * Keeps waiting until the specified API meets the success status
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#api Resource#api}
    */
    readonly api?: ResourcePrecheckUpdateApi;
    /**
    * The name of the mutex, which implies the resource will keep waiting until this mutex is held
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#mutex Resource#mutex}
    */
    readonly mutex?: string;
}
export declare function resourcePrecheckUpdateToTerraform(struct?: ResourcePrecheckUpdate | cdktf.IResolvable): any;
export declare function resourcePrecheckUpdateToHclTerraform(struct?: ResourcePrecheckUpdate | cdktf.IResolvable): any;
export declare class ResourcePrecheckUpdateOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ResourcePrecheckUpdate | cdktf.IResolvable | undefined;
    set internalValue(value: ResourcePrecheckUpdate | cdktf.IResolvable | undefined);
    private _api;
    get api(): ResourcePrecheckUpdateApiOutputReference;
    putApi(value: ResourcePrecheckUpdateApi): void;
    resetApi(): void;
    get apiInput(): cdktf.IResolvable | ResourcePrecheckUpdateApi | undefined;
    private _mutex?;
    get mutex(): string;
    set mutex(value: string);
    resetMutex(): void;
    get mutexInput(): string | undefined;
}
export declare class ResourcePrecheckUpdateList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ResourcePrecheckUpdate[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ResourcePrecheckUpdateOutputReference;
}
export interface ResourceUpdateBodyPatches {
    /**
    * The path (in [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md)) to the attribute to [patch](https://github.com/tidwall/sjson?tab=readme-ov-file#set-a-value). Empty string means to patch (i.e. replace or remove) the whole update body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#path Resource#path}
    */
    readonly path: string;
    /**
    * The raw json used as the patch value. It can contain `$(body.x.y.z)` parameter that reference property from the `state.output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#raw_json Resource#raw_json}
    */
    readonly rawJson?: string;
    /**
    * Remove the value specified by `path` from the update body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#removed Resource#removed}
    */
    readonly removed?: boolean | cdktf.IResolvable;
}
export declare function resourceUpdateBodyPatchesToTerraform(struct?: ResourceUpdateBodyPatches | cdktf.IResolvable): any;
export declare function resourceUpdateBodyPatchesToHclTerraform(struct?: ResourceUpdateBodyPatches | cdktf.IResolvable): any;
export declare class ResourceUpdateBodyPatchesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ResourceUpdateBodyPatches | cdktf.IResolvable | undefined;
    set internalValue(value: ResourceUpdateBodyPatches | cdktf.IResolvable | undefined);
    private _path?;
    get path(): string;
    set path(value: string);
    get pathInput(): string | undefined;
    private _rawJson?;
    get rawJson(): string;
    set rawJson(value: string);
    resetRawJson(): void;
    get rawJsonInput(): string | undefined;
    private _removed?;
    get removed(): boolean | cdktf.IResolvable;
    set removed(value: boolean | cdktf.IResolvable);
    resetRemoved(): void;
    get removedInput(): boolean | cdktf.IResolvable | undefined;
}
export declare class ResourceUpdateBodyPatchesList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ResourceUpdateBodyPatches[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ResourceUpdateBodyPatchesOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource restful_resource}
*/
export declare class Resource extends cdktf.TerraformResource {
    static readonly tfResourceType = "restful_resource";
    /**
    * Generates CDKTF code for importing a Resource resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Resource to import
    * @param importFromId The id of the existing Resource that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Resource to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/resource restful_resource} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options ResourceConfig
    */
    constructor(scope: Construct, id: string, config: ResourceConfig);
    private _body?;
    get body(): {
        [key: string]: any;
    };
    set body(value: {
        [key: string]: any;
    });
    get bodyInput(): {
        [key: string]: any;
    } | undefined;
    private _checkExistance?;
    get checkExistance(): boolean | cdktf.IResolvable;
    set checkExistance(value: boolean | cdktf.IResolvable);
    resetCheckExistance(): void;
    get checkExistanceInput(): boolean | cdktf.IResolvable | undefined;
    private _createHeader?;
    get createHeader(): {
        [key: string]: string;
    };
    set createHeader(value: {
        [key: string]: string;
    });
    resetCreateHeader(): void;
    get createHeaderInput(): {
        [key: string]: string;
    } | undefined;
    private _createMethod?;
    get createMethod(): string;
    set createMethod(value: string);
    resetCreateMethod(): void;
    get createMethodInput(): string | undefined;
    private _createQuery?;
    get createQuery(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set createQuery(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetCreateQuery(): void;
    get createQueryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _createSelector?;
    get createSelector(): string;
    set createSelector(value: string);
    resetCreateSelector(): void;
    get createSelectorInput(): string | undefined;
    private _deleteBody?;
    get deleteBody(): {
        [key: string]: any;
    };
    set deleteBody(value: {
        [key: string]: any;
    });
    resetDeleteBody(): void;
    get deleteBodyInput(): {
        [key: string]: any;
    } | undefined;
    private _deleteBodyRaw?;
    get deleteBodyRaw(): string;
    set deleteBodyRaw(value: string);
    resetDeleteBodyRaw(): void;
    get deleteBodyRawInput(): string | undefined;
    private _deleteHeader?;
    get deleteHeader(): {
        [key: string]: string;
    };
    set deleteHeader(value: {
        [key: string]: string;
    });
    resetDeleteHeader(): void;
    get deleteHeaderInput(): {
        [key: string]: string;
    } | undefined;
    private _deleteMethod?;
    get deleteMethod(): string;
    set deleteMethod(value: string);
    resetDeleteMethod(): void;
    get deleteMethodInput(): string | undefined;
    private _deletePath?;
    get deletePath(): string;
    set deletePath(value: string);
    resetDeletePath(): void;
    get deletePathInput(): string | undefined;
    private _deleteQuery?;
    get deleteQuery(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set deleteQuery(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetDeleteQuery(): void;
    get deleteQueryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _ephemeralBody?;
    get ephemeralBody(): {
        [key: string]: any;
    };
    set ephemeralBody(value: {
        [key: string]: any;
    });
    resetEphemeralBody(): void;
    get ephemeralBodyInput(): {
        [key: string]: any;
    } | undefined;
    private _forceNewAttrs?;
    get forceNewAttrs(): string[];
    set forceNewAttrs(value: string[]);
    resetForceNewAttrs(): void;
    get forceNewAttrsInput(): string[] | undefined;
    private _header?;
    get header(): {
        [key: string]: string;
    };
    set header(value: {
        [key: string]: string;
    });
    resetHeader(): void;
    get headerInput(): {
        [key: string]: string;
    } | undefined;
    get id(): string;
    private _mergePatchDisabled?;
    get mergePatchDisabled(): boolean | cdktf.IResolvable;
    set mergePatchDisabled(value: boolean | cdktf.IResolvable);
    resetMergePatchDisabled(): void;
    get mergePatchDisabledInput(): boolean | cdktf.IResolvable | undefined;
    private _output;
    get output(): cdktf.AnyMap;
    private _outputAttrs?;
    get outputAttrs(): string[];
    set outputAttrs(value: string[]);
    resetOutputAttrs(): void;
    get outputAttrsInput(): string[] | undefined;
    private _path?;
    get path(): string;
    set path(value: string);
    get pathInput(): string | undefined;
    private _pollCreate;
    get pollCreate(): ResourcePollCreateOutputReference;
    putPollCreate(value: ResourcePollCreate): void;
    resetPollCreate(): void;
    get pollCreateInput(): cdktf.IResolvable | ResourcePollCreate | undefined;
    private _pollDelete;
    get pollDelete(): ResourcePollDeleteOutputReference;
    putPollDelete(value: ResourcePollDelete): void;
    resetPollDelete(): void;
    get pollDeleteInput(): cdktf.IResolvable | ResourcePollDelete | undefined;
    private _pollUpdate;
    get pollUpdate(): ResourcePollUpdateOutputReference;
    putPollUpdate(value: ResourcePollUpdate): void;
    resetPollUpdate(): void;
    get pollUpdateInput(): cdktf.IResolvable | ResourcePollUpdate | undefined;
    private _postCreateRead;
    get postCreateRead(): ResourcePostCreateReadOutputReference;
    putPostCreateRead(value: ResourcePostCreateRead): void;
    resetPostCreateRead(): void;
    get postCreateReadInput(): cdktf.IResolvable | ResourcePostCreateRead | undefined;
    private _precheckCreate;
    get precheckCreate(): ResourcePrecheckCreateList;
    putPrecheckCreate(value: ResourcePrecheckCreate[] | cdktf.IResolvable): void;
    resetPrecheckCreate(): void;
    get precheckCreateInput(): cdktf.IResolvable | ResourcePrecheckCreate[] | undefined;
    private _precheckDelete;
    get precheckDelete(): ResourcePrecheckDeleteList;
    putPrecheckDelete(value: ResourcePrecheckDelete[] | cdktf.IResolvable): void;
    resetPrecheckDelete(): void;
    get precheckDeleteInput(): cdktf.IResolvable | ResourcePrecheckDelete[] | undefined;
    private _precheckUpdate;
    get precheckUpdate(): ResourcePrecheckUpdateList;
    putPrecheckUpdate(value: ResourcePrecheckUpdate[] | cdktf.IResolvable): void;
    resetPrecheckUpdate(): void;
    get precheckUpdateInput(): cdktf.IResolvable | ResourcePrecheckUpdate[] | undefined;
    private _query?;
    get query(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set query(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetQuery(): void;
    get queryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _readHeader?;
    get readHeader(): {
        [key: string]: string;
    };
    set readHeader(value: {
        [key: string]: string;
    });
    resetReadHeader(): void;
    get readHeaderInput(): {
        [key: string]: string;
    } | undefined;
    private _readPath?;
    get readPath(): string;
    set readPath(value: string);
    resetReadPath(): void;
    get readPathInput(): string | undefined;
    private _readQuery?;
    get readQuery(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set readQuery(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetReadQuery(): void;
    get readQueryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _readResponseTemplate?;
    get readResponseTemplate(): string;
    set readResponseTemplate(value: string);
    resetReadResponseTemplate(): void;
    get readResponseTemplateInput(): string | undefined;
    private _readSelector?;
    get readSelector(): string;
    set readSelector(value: string);
    resetReadSelector(): void;
    get readSelectorInput(): string | undefined;
    private _sensitiveOutput;
    get sensitiveOutput(): cdktf.AnyMap;
    private _updateBodyPatches;
    get updateBodyPatches(): ResourceUpdateBodyPatchesList;
    putUpdateBodyPatches(value: ResourceUpdateBodyPatches[] | cdktf.IResolvable): void;
    resetUpdateBodyPatches(): void;
    get updateBodyPatchesInput(): cdktf.IResolvable | ResourceUpdateBodyPatches[] | undefined;
    private _updateHeader?;
    get updateHeader(): {
        [key: string]: string;
    };
    set updateHeader(value: {
        [key: string]: string;
    });
    resetUpdateHeader(): void;
    get updateHeaderInput(): {
        [key: string]: string;
    } | undefined;
    private _updateMethod?;
    get updateMethod(): string;
    set updateMethod(value: string);
    resetUpdateMethod(): void;
    get updateMethodInput(): string | undefined;
    private _updatePath?;
    get updatePath(): string;
    set updatePath(value: string);
    resetUpdatePath(): void;
    get updatePathInput(): string | undefined;
    private _updateQuery?;
    get updateQuery(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set updateQuery(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetUpdateQuery(): void;
    get updateQueryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
    private _useSensitiveOutput?;
    get useSensitiveOutput(): boolean | cdktf.IResolvable;
    set useSensitiveOutput(value: boolean | cdktf.IResolvable);
    resetUseSensitiveOutput(): void;
    get useSensitiveOutputInput(): boolean | cdktf.IResolvable | undefined;
    private _writeOnlyAttrs?;
    get writeOnlyAttrs(): string[];
    set writeOnlyAttrs(value: string[]);
    resetWriteOnlyAttrs(): void;
    get writeOnlyAttrsInput(): string[] | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
