import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface OperationConfig extends cdktf.TerraformMetaArguments {
    /**
    * The payload for the `Create`/`Update` call.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#body Operation#body}
    */
    readonly body?: {
        [key: string]: any;
    };
    /**
    * The payload for the `Delete` call.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#delete_body Operation#delete_body}
    */
    readonly deleteBody?: {
        [key: string]: any;
    };
    /**
    * The header parameters that are applied to each delete request. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#delete_header Operation#delete_header}
    */
    readonly deleteHeader?: {
        [key: string]: string;
    };
    /**
    * The method for the `Delete` call. If this is not specified, no `Delete` call will occur.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#delete_method Operation#delete_method}
    */
    readonly deleteMethod?: string;
    /**
    * The path for the `Delete` call, relative to the `base_url` of the provider. The `path` is used instead if `delete_path` is absent.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#delete_path Operation#delete_path}
    */
    readonly deletePath?: string;
    /**
    * The query parameters that are applied to each delete request. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#delete_query Operation#delete_query}
    */
    readonly deleteQuery?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The ephemeral (write-only) properties of the resource. This will be merge-patched to the `body` to construct the actual request body.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#ephemeral_body Operation#ephemeral_body}
    */
    readonly ephemeralBody?: {
        [key: string]: any;
    };
    /**
    * The header parameters that are applied to each request. This overrides the `header` set in the provider block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#header Operation#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The pattern used to build the `id`. The `path` is used as the `id` instead if absent.This can be a string literal, or combined by following params: path param: `$(path)` expanded to `path`, body param: `$(body.x.y.z)` expands to the `x.y.z` property of the API body. Especially for the body param, it can add a chain of functions (applied from left to right), in the form of `$f1.f2(body)`. Supported functions include: `escape` (URL path escape, by default applied), `unescape` (URL path unescape), `query_escape` (URL query escape), `query_unescape` (URL query unescape), `base` (filepath base), `url_path` (path segment of a URL), `trim_path` (trim `path`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#id_builder Operation#id_builder}
    */
    readonly idBuilder?: string;
    /**
    * The HTTP method for the `Create`/`Update` call.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#method Operation#method}
    */
    readonly method: string;
    /**
    * The header parameters that are applied to each operation request. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#operation_header Operation#operation_header}
    */
    readonly operationHeader?: {
        [key: string]: string;
    };
    /**
    * The query parameters that are applied to each operation request. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#operation_query Operation#operation_query}
    */
    readonly operationQuery?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * A set of `output` attribute paths (in [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md)) that will be exported in the `output`. If this is not specified, all attributes will be exported by `output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#output_attrs Operation#output_attrs}
    */
    readonly outputAttrs?: string[];
    /**
    * The path for the `Create`/`Update` call, relative to the `base_url` of the provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#path Operation#path}
    */
    readonly path: string;
    /**
    * The polling option for the "`Create`/`Update`" operation
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#poll Operation#poll}
    */
    readonly poll?: OperationPoll;
    /**
    * The polling option for the "`Delete`" operation
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#poll_delete Operation#poll_delete}
    */
    readonly pollDelete?: OperationPollDelete;
    /**
    * An array of prechecks that need to pass prior to the "`Create`/`Update`" operation.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#precheck Operation#precheck}
    */
    readonly precheck?: OperationPrecheck[] | cdktf.IResolvable;
    /**
    * An array of prechecks that need to pass prior to the "`Delete`" operation.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#precheck_delete Operation#precheck_delete}
    */
    readonly precheckDelete?: OperationPrecheckDelete[] | cdktf.IResolvable;
    /**
    * The query parameters that are applied to each request. This overrides the `query` set in the provider block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#query Operation#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * Whether to use `sensitive_output` instead of `output`. When true, the response will be stored in `sensitive_output` (which is marked as sensitive). Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#use_sensitive_output Operation#use_sensitive_output}
    */
    readonly useSensitiveOutput?: boolean | cdktf.IResolvable;
}
export interface OperationPollStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#pending Operation#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#success Operation#success}
    */
    readonly success: string;
}
export declare function operationPollStatusToTerraform(struct?: OperationPollStatus | cdktf.IResolvable): any;
export declare function operationPollStatusToHclTerraform(struct?: OperationPollStatus | cdktf.IResolvable): any;
export declare class OperationPollStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPollStatus | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPollStatus | cdktf.IResolvable | undefined);
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
export interface OperationPoll {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#default_delay_sec Operation#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#header Operation#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status Operation#status}
    */
    readonly status: OperationPollStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from either the response body (for `Create`, after selector), or `state.output` (for `Read`/`Update`/`Delete`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status_locator Operation#status_locator}
    */
    readonly statusLocator: string;
    /**
    * Specifies how to discover the polling url. The format can be one of `header.path` (use the property at `path` in response header), `body.path` (use the property at `path` in response body) or `exact.value` (use the exact `value`). When absent, the current operation's URL is used for polling, execpt `Create` where it fallbacks to use the path constructed by the `read_path` as the polling URL.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#url_locator Operation#url_locator}
    */
    readonly urlLocator?: string;
}
export declare function operationPollToTerraform(struct?: OperationPoll | cdktf.IResolvable): any;
export declare function operationPollToHclTerraform(struct?: OperationPoll | cdktf.IResolvable): any;
export declare class OperationPollOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPoll | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPoll | cdktf.IResolvable | undefined);
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
    get status(): OperationPollStatusOutputReference;
    putStatus(value: OperationPollStatus): void;
    get statusInput(): cdktf.IResolvable | OperationPollStatus | undefined;
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
export interface OperationPollDeleteStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#pending Operation#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#success Operation#success}
    */
    readonly success: string;
}
export declare function operationPollDeleteStatusToTerraform(struct?: OperationPollDeleteStatus | cdktf.IResolvable): any;
export declare function operationPollDeleteStatusToHclTerraform(struct?: OperationPollDeleteStatus | cdktf.IResolvable): any;
export declare class OperationPollDeleteStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPollDeleteStatus | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPollDeleteStatus | cdktf.IResolvable | undefined);
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
export interface OperationPollDelete {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#default_delay_sec Operation#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#header Operation#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status Operation#status}
    */
    readonly status: OperationPollDeleteStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from either the response body (for `Create`, after selector), or `state.output` (for `Read`/`Update`/`Delete`).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status_locator Operation#status_locator}
    */
    readonly statusLocator: string;
    /**
    * Specifies how to discover the polling url. The format can be one of `header.path` (use the property at `path` in response header), `body.path` (use the property at `path` in response body) or `exact.value` (use the exact `value`). When absent, the current operation's URL is used for polling, execpt `Create` where it fallbacks to use the path constructed by the `read_path` as the polling URL.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#url_locator Operation#url_locator}
    */
    readonly urlLocator?: string;
}
export declare function operationPollDeleteToTerraform(struct?: OperationPollDelete | cdktf.IResolvable): any;
export declare function operationPollDeleteToHclTerraform(struct?: OperationPollDelete | cdktf.IResolvable): any;
export declare class OperationPollDeleteOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPollDelete | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPollDelete | cdktf.IResolvable | undefined);
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
    get status(): OperationPollDeleteStatusOutputReference;
    putStatus(value: OperationPollDeleteStatus): void;
    get statusInput(): cdktf.IResolvable | OperationPollDeleteStatus | undefined;
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
export interface OperationPrecheckApiStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#pending Operation#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#success Operation#success}
    */
    readonly success: string;
}
export declare function operationPrecheckApiStatusToTerraform(struct?: OperationPrecheckApiStatus | cdktf.IResolvable): any;
export declare function operationPrecheckApiStatusToHclTerraform(struct?: OperationPrecheckApiStatus | cdktf.IResolvable): any;
export declare class OperationPrecheckApiStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPrecheckApiStatus | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPrecheckApiStatus | cdktf.IResolvable | undefined);
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
export interface OperationPrecheckApi {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#default_delay_sec Operation#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#header Operation#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The path used to query readiness, relative to the `base_url` of the provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#path Operation#path}
    */
    readonly path: string;
    /**
    * The query parameters. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#query Operation#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status Operation#status}
    */
    readonly status: OperationPrecheckApiStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status_locator Operation#status_locator}
    */
    readonly statusLocator: string;
}
export declare function operationPrecheckApiToTerraform(struct?: OperationPrecheckApi | cdktf.IResolvable): any;
export declare function operationPrecheckApiToHclTerraform(struct?: OperationPrecheckApi | cdktf.IResolvable): any;
export declare class OperationPrecheckApiOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPrecheckApi | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPrecheckApi | cdktf.IResolvable | undefined);
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
    get status(): OperationPrecheckApiStatusOutputReference;
    putStatus(value: OperationPrecheckApiStatus): void;
    get statusInput(): cdktf.IResolvable | OperationPrecheckApiStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
}
export interface OperationPrecheck {
    /**
    * Keeps waiting until the specified API meets the success status
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#api Operation#api}
    */
    readonly api?: OperationPrecheckApi;
    /**
    * The name of the mutex, which implies the resource will keep waiting until this mutex is held
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#mutex Operation#mutex}
    */
    readonly mutex?: string;
}
export declare function operationPrecheckToTerraform(struct?: OperationPrecheck | cdktf.IResolvable): any;
export declare function operationPrecheckToHclTerraform(struct?: OperationPrecheck | cdktf.IResolvable): any;
export declare class OperationPrecheckOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OperationPrecheck | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPrecheck | cdktf.IResolvable | undefined);
    private _api;
    get api(): OperationPrecheckApiOutputReference;
    putApi(value: OperationPrecheckApi): void;
    resetApi(): void;
    get apiInput(): cdktf.IResolvable | OperationPrecheckApi | undefined;
    private _mutex?;
    get mutex(): string;
    set mutex(value: string);
    resetMutex(): void;
    get mutexInput(): string | undefined;
}
export declare class OperationPrecheckList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OperationPrecheck[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OperationPrecheckOutputReference;
}
export interface OperationPrecheckDeleteApiStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#pending Operation#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#success Operation#success}
    */
    readonly success: string;
}
export declare function operationPrecheckDeleteApiStatusToTerraform(struct?: OperationPrecheckDeleteApiStatus | cdktf.IResolvable): any;
export declare function operationPrecheckDeleteApiStatusToHclTerraform(struct?: OperationPrecheckDeleteApiStatus | cdktf.IResolvable): any;
export declare class OperationPrecheckDeleteApiStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPrecheckDeleteApiStatus | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPrecheckDeleteApiStatus | cdktf.IResolvable | undefined);
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
export interface OperationPrecheckDeleteApi {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#default_delay_sec Operation#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#header Operation#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The path used to query readiness, relative to the `base_url` of the provider. By default, the `path` of this resource is used.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#path Operation#path}
    */
    readonly path?: string;
    /**
    * The query parameters. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#query Operation#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status Operation#status}
    */
    readonly status: OperationPrecheckDeleteApiStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md). The `path` can contain `$(body.x.y.z)` parameter that reference property from the `state.output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#status_locator Operation#status_locator}
    */
    readonly statusLocator: string;
}
export declare function operationPrecheckDeleteApiToTerraform(struct?: OperationPrecheckDeleteApi | cdktf.IResolvable): any;
export declare function operationPrecheckDeleteApiToHclTerraform(struct?: OperationPrecheckDeleteApi | cdktf.IResolvable): any;
export declare class OperationPrecheckDeleteApiOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): OperationPrecheckDeleteApi | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPrecheckDeleteApi | cdktf.IResolvable | undefined);
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
    get status(): OperationPrecheckDeleteApiStatusOutputReference;
    putStatus(value: OperationPrecheckDeleteApiStatus): void;
    get statusInput(): cdktf.IResolvable | OperationPrecheckDeleteApiStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
}
export interface OperationPrecheckDelete {
    /**
    * Keeps waiting until the specified API meets the success status
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#api Operation#api}
    */
    readonly api?: OperationPrecheckDeleteApi;
    /**
    * The name of the mutex, which implies the resource will keep waiting until this mutex is held
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#mutex Operation#mutex}
    */
    readonly mutex?: string;
}
export declare function operationPrecheckDeleteToTerraform(struct?: OperationPrecheckDelete | cdktf.IResolvable): any;
export declare function operationPrecheckDeleteToHclTerraform(struct?: OperationPrecheckDelete | cdktf.IResolvable): any;
export declare class OperationPrecheckDeleteOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): OperationPrecheckDelete | cdktf.IResolvable | undefined;
    set internalValue(value: OperationPrecheckDelete | cdktf.IResolvable | undefined);
    private _api;
    get api(): OperationPrecheckDeleteApiOutputReference;
    putApi(value: OperationPrecheckDeleteApi): void;
    resetApi(): void;
    get apiInput(): cdktf.IResolvable | OperationPrecheckDeleteApi | undefined;
    private _mutex?;
    get mutex(): string;
    set mutex(value: string);
    resetMutex(): void;
    get mutexInput(): string | undefined;
}
export declare class OperationPrecheckDeleteList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: OperationPrecheckDelete[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): OperationPrecheckDeleteOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation restful_operation}
*/
export declare class Operation extends cdktf.TerraformResource {
    static readonly tfResourceType = "restful_operation";
    /**
    * Generates CDKTF code for importing a Operation resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Operation to import
    * @param importFromId The id of the existing Operation that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Operation to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/resources/operation restful_operation} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options OperationConfig
    */
    constructor(scope: Construct, id: string, config: OperationConfig);
    private _body?;
    get body(): {
        [key: string]: any;
    };
    set body(value: {
        [key: string]: any;
    });
    resetBody(): void;
    get bodyInput(): {
        [key: string]: any;
    } | undefined;
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
    private _idBuilder?;
    get idBuilder(): string;
    set idBuilder(value: string);
    resetIdBuilder(): void;
    get idBuilderInput(): string | undefined;
    private _method?;
    get method(): string;
    set method(value: string);
    get methodInput(): string | undefined;
    private _operationHeader?;
    get operationHeader(): {
        [key: string]: string;
    };
    set operationHeader(value: {
        [key: string]: string;
    });
    resetOperationHeader(): void;
    get operationHeaderInput(): {
        [key: string]: string;
    } | undefined;
    private _operationQuery?;
    get operationQuery(): {
        [key: string]: string[];
    } | cdktf.IResolvable;
    set operationQuery(value: {
        [key: string]: string[];
    } | cdktf.IResolvable);
    resetOperationQuery(): void;
    get operationQueryInput(): cdktf.IResolvable | {
        [key: string]: string[];
    } | undefined;
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
    private _poll;
    get poll(): OperationPollOutputReference;
    putPoll(value: OperationPoll): void;
    resetPoll(): void;
    get pollInput(): cdktf.IResolvable | OperationPoll | undefined;
    private _pollDelete;
    get pollDelete(): OperationPollDeleteOutputReference;
    putPollDelete(value: OperationPollDelete): void;
    resetPollDelete(): void;
    get pollDeleteInput(): cdktf.IResolvable | OperationPollDelete | undefined;
    private _precheck;
    get precheck(): OperationPrecheckList;
    putPrecheck(value: OperationPrecheck[] | cdktf.IResolvable): void;
    resetPrecheck(): void;
    get precheckInput(): cdktf.IResolvable | OperationPrecheck[] | undefined;
    private _precheckDelete;
    get precheckDelete(): OperationPrecheckDeleteList;
    putPrecheckDelete(value: OperationPrecheckDelete[] | cdktf.IResolvable): void;
    resetPrecheckDelete(): void;
    get precheckDeleteInput(): cdktf.IResolvable | OperationPrecheckDelete[] | undefined;
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
    private _sensitiveOutput;
    get sensitiveOutput(): cdktf.AnyMap;
    private _useSensitiveOutput?;
    get useSensitiveOutput(): boolean | cdktf.IResolvable;
    set useSensitiveOutput(value: boolean | cdktf.IResolvable);
    resetUseSensitiveOutput(): void;
    get useSensitiveOutputInput(): boolean | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
