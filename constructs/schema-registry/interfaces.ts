import type { IConstruct } from 'constructs';
import { instanceLike } from '../core/checks';
import { isByFile, LOGIN_OF_CONTAINER, type BasicLogin } from '../core/basic-login';
import type { IPlatform } from '../core/platform';
import { reach } from '../core/reach';
import { reportProblem } from '../core/validation';

/** A schema registry with Confluent's API, defined here or elsewhere. */
export interface ISchemaRegistry extends IConstruct {
  /** Inside the platform's network: `http://schema-registry:8081`. */
  readonly url: string;
  /** On the host: `http://localhost:8081`, shifted by the platform's port offset. */
  readonly hostUrl: string;
  /** What it asks for. @default - nothing */
  readonly login?: BasicLogin;
  /** What runs it. Undefined where this code does not. */
  readonly platform?: IPlatform;
}

/** A schema registry, whoever runs it. */
export const registryReference = instanceLike('a SchemaRegistry', 'node', 'url', 'hostUrl');

/**
 * Refuses at synth that `scope`, which runs on `platform`, works with a registry that its containers cannot reach.
 * @param logsIn whether they are told a login that is a file
 */
export function reachRegistry(
  scope: IConstruct,
  platform: IPlatform,
  registry: ISchemaRegistry,
  logsIn = false,
): void {
  const cure = "its url must be an address inside the platform's network";
  reach(scope, platform, registry, [registry.url], cure);
  if (!registry.login || (logsIn && isByFile(registry.login))) return;
  const sentence = `it uses ${registry.node.path}, which wants a login that no container is told in plain sight; ${logsIn ? "make the password of that a SecretFile.fromHost('/folder/login.properties')" : 'give it the address in its own settings, and the login by a file of secretFiles'}.`;
  reportProblem(scope, LOGIN_OF_CONTAINER, sentence);
}
