import type { IConstruct } from 'constructs';
import { having } from '../core/checks';
import type { IPlatform } from '../core/platform';
import { reach } from '../core/reach';
import type { ISchemaRegistry } from './schema-registry';

/** A schema registry, whoever runs it. */
export const REGISTRY = having('a SchemaRegistry', 'node', 'url', 'hostUrl');

/** Refuses at synth that `scope`, which runs on `platform`, works with a registry that its containers cannot reach. */
export function reachRegistry(scope: IConstruct, platform: IPlatform, registry: ISchemaRegistry): void {
  const cure = "its url must be an address inside the platform's network";
  reach(scope, platform, registry, [registry.url], cure);
}
