export * as operation from './operation';
export * as resource from './resource';
export * as dataRestfulResource from './data-restful-resource';
export * as provider from './provider';
