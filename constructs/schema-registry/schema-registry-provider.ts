import { RestfulProvider } from '../providers/restful';
import type { IConstruct } from 'constructs';
import { ensureProvider } from '../core/provider';
import type { ISchemaRegistry } from './interfaces';

/** The provider for `registry` in the stack around `scope`. */
export function schemaRegistryProvider(scope: IConstruct, registry: ISchemaRegistry): RestfulProvider {
  const config = { baseUrl: registry.hostUrl };
  return ensureProvider(
    scope,
    RestfulProvider,
    'schema-registry',
    config,
    ({ baseUrl }) => baseUrl === config.baseUrl,
  );
}
