import { Construct } from 'constructs';
import { LOGIN_BY_TLS, REMOTE_PROPERTIES, type RemoteProps } from '../core/basic-login';
import { answersAt } from '../core/identity';
import { placedAnywhere } from '../core/placed';
import { validateProps, type Properties } from '../core/properties';
import { validate, type Rule } from '../core/validation';
import type { ISchemaRegistry } from './interfaces';

export type ExternalSchemaRegistryProps = RemoteProps;

/** A registry that others run, such as a managed one. Renders nothing. */
export function externalSchemaRegistry(
  scope: Construct,
  id: string,
  props: ExternalSchemaRegistryProps,
): ISchemaRegistry {
  const made = new Construct(...placedAnywhere(scope, id));
  const valid = validateProps(made, props, EXTERNAL_SCHEMA_REGISTRY_PROPERTIES);
  validate(made, valid, EXTERNAL_SCHEMA_REGISTRY_RULES);
  answersAt(made, [valid.url]);
  return Object.assign(made, {
    url: valid.internalUrl ?? valid.url,
    hostUrl: valid.url,
    login: valid.login,
  });
}

export const EXTERNAL_SCHEMA_REGISTRY_PROPERTIES: Properties<ExternalSchemaRegistryProps> = REMOTE_PROPERTIES;
export const EXTERNAL_SCHEMA_REGISTRY_RULES: readonly Rule<ExternalSchemaRegistryProps>[] = [LOGIN_BY_TLS];
