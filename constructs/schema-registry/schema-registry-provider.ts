import { RestfulProvider } from '../providers/restful';
import type { IConstruct } from 'constructs';
import { loginOfProvider } from '../core/basic-login';
import { escapeTemplate } from '../core/escape-template';
import { ensureProvider, isOurs } from '../core/provider';
import type { ISchemaRegistry } from './interfaces';

/** The provider for `registry` in the stack around `scope`. */
export function schemaRegistryProvider(scope: IConstruct, registry: ISchemaRegistry): RestfulProvider {
  const { hostUrl: baseUrl, login } = registry;
  const config = { baseUrl, ...(login && { login: loginOfProvider(login) }) };
  return ensureProvider(
    scope,
    RestfulProvider,
    'schema-registry',
    config,
    (provider) =>
      provider.baseUrl === baseUrl &&
      // One that the stack's owner made knows the login.
      (!isOurs(provider) || provider.login?.username === escapeTemplate(login?.username)),
  );
}
