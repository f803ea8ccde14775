import { having } from '../core/checks';

/** A schema registry, whoever runs it. */
export const REGISTRY = having('a SchemaRegistry', 'node', 'url', 'hostUrl');
