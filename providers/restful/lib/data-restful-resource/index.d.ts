import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataRestfulResourceConfig extends cdktf.TerraformMetaArguments {
    /**
    * Whether to throw error if the data source being queried doesn't exist (i.e. status code is 404). Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#allow_not_exist DataRestfulResource#allow_not_exist}
    */
    readonly allowNotExist?: boolean | cdktf.IResolvable;
    /**
    * The request body that is sent when using `POST` method.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#body DataRestfulResource#body}
    */
    readonly body?: {
        [key: string]: any;
    };
    /**
    * The header parameters that are applied to each request. This overrides the `header` set in the provider block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#header DataRestfulResource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The ID of the Resource, i.e. The path of the data source, relative to the `base_url` of the provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#id DataRestfulResource#id}
    *
    * Please be aware that the id field is automatically added to all resources in Terraform providers using a Terraform provider SDK version below 2.
    * If you experience problems setting this value it might not be settable. Please take a look at the provider documentation to ensure it should be settable.
    */
    readonly id: string;
    /**
    * The HTTP Method for the request. `POST` support is only intended for read-only URLs, such as submitting a search. Defaults to `GET`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#method DataRestfulResource#method}
    */
    readonly method?: string;
    /**
    * A set of `output` attribute paths (in [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md)) that will be exported in the `output`. If this is not specified, all attributes will be exported by `output`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#output_attrs DataRestfulResource#output_attrs}
    */
    readonly outputAttrs?: string[];
    /**
    * An array of prechecks that need to pass prior to the "Read" operation.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#precheck DataRestfulResource#precheck}
    */
    readonly precheck?: DataRestfulResourcePrecheck[] | cdktf.IResolvable;
    /**
    * The query parameters that are applied to each request. This overrides the `query` set in the provider block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#query DataRestfulResource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * A selector in [gjson query syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md#queries), that is used when `id` represents a collection of resources, to select exactly one member resource of from it
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#selector DataRestfulResource#selector}
    */
    readonly selector?: string;
    /**
    * Whether to use `sensitive_output` instead of `output`. When true, the response will be stored in `sensitive_output` (which is marked as sensitive). Defaults to `false`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#use_sensitive_output DataRestfulResource#use_sensitive_output}
    */
    readonly useSensitiveOutput?: boolean | cdktf.IResolvable;
}
export interface DataRestfulResourcePrecheckApiStatus {
    /**
    * The expected status sentinels for pending status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#pending DataRestfulResource#pending}
    */
    readonly pending?: string[];
    /**
    * The expected status sentinel for suceess status.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#success DataRestfulResource#success}
    */
    readonly success: string;
}
export declare function dataRestfulResourcePrecheckApiStatusToTerraform(struct?: DataRestfulResourcePrecheckApiStatus | cdktf.IResolvable): any;
export declare function dataRestfulResourcePrecheckApiStatusToHclTerraform(struct?: DataRestfulResourcePrecheckApiStatus | cdktf.IResolvable): any;
export declare class DataRestfulResourcePrecheckApiStatusOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataRestfulResourcePrecheckApiStatus | cdktf.IResolvable | undefined;
    set internalValue(value: DataRestfulResourcePrecheckApiStatus | cdktf.IResolvable | undefined);
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
export interface DataRestfulResourcePrecheckApi {
    /**
    * The interval between two pollings if there is no `Retry-After` in the response header, in second. Defaults to `10`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#default_delay_sec DataRestfulResource#default_delay_sec}
    */
    readonly defaultDelaySec?: number;
    /**
    * The header parameters. This overrides the `header` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#header DataRestfulResource#header}
    */
    readonly header?: {
        [key: string]: string;
    };
    /**
    * The path used to query readiness, relative to the `base_url` of the provider.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#path DataRestfulResource#path}
    */
    readonly path: string;
    /**
    * The query parameters. This overrides the `query` set in the resource block.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#query DataRestfulResource#query}
    */
    readonly query?: {
        [key: string]: string[];
    } | cdktf.IResolvable;
    /**
    * The expected status sentinels for each polling state.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#status DataRestfulResource#status}
    */
    readonly status: DataRestfulResourcePrecheckApiStatus;
    /**
    * Specifies how to discover the status property. The format is either `code` or `scope.path`, where `scope` can be either `header` or `body`, and the `path` is using the [gjson syntax](https://github.com/tidwall/gjson/blob/master/SYNTAX.md).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#status_locator DataRestfulResource#status_locator}
    */
    readonly statusLocator: string;
}
export declare function dataRestfulResourcePrecheckApiToTerraform(struct?: DataRestfulResourcePrecheckApi | cdktf.IResolvable): any;
export declare function dataRestfulResourcePrecheckApiToHclTerraform(struct?: DataRestfulResourcePrecheckApi | cdktf.IResolvable): any;
export declare class DataRestfulResourcePrecheckApiOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataRestfulResourcePrecheckApi | cdktf.IResolvable | undefined;
    set internalValue(value: DataRestfulResourcePrecheckApi | cdktf.IResolvable | undefined);
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
    get status(): DataRestfulResourcePrecheckApiStatusOutputReference;
    putStatus(value: DataRestfulResourcePrecheckApiStatus): void;
    get statusInput(): cdktf.IResolvable | DataRestfulResourcePrecheckApiStatus | undefined;
    private _statusLocator?;
    get statusLocator(): string;
    set statusLocator(value: string);
    get statusLocatorInput(): string | undefined;
}
export interface DataRestfulResourcePrecheck {
    /**
    * Keeps waiting until the specified API meets the success status
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#api DataRestfulResource#api}
    */
    readonly api?: DataRestfulResourcePrecheckApi;
    /**
    * The name of the mutex, which implies the resource will keep waiting until this mutex is held
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#mutex DataRestfulResource#mutex}
    */
    readonly mutex?: string;
}
export declare function dataRestfulResourcePrecheckToTerraform(struct?: DataRestfulResourcePrecheck | cdktf.IResolvable): any;
export declare function dataRestfulResourcePrecheckToHclTerraform(struct?: DataRestfulResourcePrecheck | cdktf.IResolvable): any;
export declare class DataRestfulResourcePrecheckOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataRestfulResourcePrecheck | cdktf.IResolvable | undefined;
    set internalValue(value: DataRestfulResourcePrecheck | cdktf.IResolvable | undefined);
    private _api;
    get api(): DataRestfulResourcePrecheckApiOutputReference;
    putApi(value: DataRestfulResourcePrecheckApi): void;
    resetApi(): void;
    get apiInput(): cdktf.IResolvable | DataRestfulResourcePrecheckApi | undefined;
    private _mutex?;
    get mutex(): string;
    set mutex(value: string);
    resetMutex(): void;
    get mutexInput(): string | undefined;
}
export declare class DataRestfulResourcePrecheckList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: DataRestfulResourcePrecheck[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataRestfulResourcePrecheckOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource restful_resource}
*/
export declare class DataRestfulResource extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "restful_resource";
    /**
    * Generates CDKTF code for importing a DataRestfulResource resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataRestfulResource to import
    * @param importFromId The id of the existing DataRestfulResource that should be imported. Refer to the {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataRestfulResource to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/magodo/restful/0.25.2/docs/data-sources/resource restful_resource} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataRestfulResourceConfig
    */
    constructor(scope: Construct, id: string, config: DataRestfulResourceConfig);
    private _allowNotExist?;
    get allowNotExist(): boolean | cdktf.IResolvable;
    set allowNotExist(value: boolean | cdktf.IResolvable);
    resetAllowNotExist(): void;
    get allowNotExistInput(): boolean | cdktf.IResolvable | undefined;
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
    private _id?;
    get id(): string;
    set id(value: string);
    get idInput(): string | undefined;
    private _method?;
    get method(): string;
    set method(value: string);
    resetMethod(): void;
    get methodInput(): string | undefined;
    private _output;
    get output(): cdktf.AnyMap;
    private _outputAttrs?;
    get outputAttrs(): string[];
    set outputAttrs(value: string[]);
    resetOutputAttrs(): void;
    get outputAttrsInput(): string[] | undefined;
    private _precheck;
    get precheck(): DataRestfulResourcePrecheckList;
    putPrecheck(value: DataRestfulResourcePrecheck[] | cdktf.IResolvable): void;
    resetPrecheck(): void;
    get precheckInput(): cdktf.IResolvable | DataRestfulResourcePrecheck[] | undefined;
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
