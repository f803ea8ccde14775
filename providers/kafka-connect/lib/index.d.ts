export * as connector from './connector';
export * as provider from './provider';
