import type { IConstruct } from 'constructs';
import { instanceLike } from '../core/checks';
import { isByFile, LOGIN_OF_CONTAINER, type BasicLogin } from '../core/basic-login';
import type { IPlatform } from '../core/platform';
import { reach } from '../core/reach';
import { reportProblem } from '../core/validation';
import type { Resolvable } from '../core/config-provider';
import type { IKafkaCluster } from '../kafka/interfaces';
import type { ISchemaRegistry } from '../schema-registry/interfaces';

/** A Connect cluster, defined here or elsewhere. */
export interface IKafkaConnect extends IConstruct {
  /** The brokers that the workers keep their topics on. */
  readonly cluster: IKafkaCluster;
  /** What makes the workers one cluster. */
  readonly groupId: string;
  /** `http://host:port` of the first worker inside the platform's network. */
  readonly restUrl: string;
  /** `http://host:port` of the first worker on the host, for people and for the Connect provider. */
  readonly hostRestUrl: string;
  /** Full names of the connectors' classes that the workers carry; undefined where nobody knows. */
  readonly connectorClasses?: readonly string[];
  /** Full names of the converters' classes that the workers carry beside Kafka's; undefined where nobody knows. */
  readonly converterClasses?: readonly string[];
  /** Full names of all plugins' classes in the workers' image; undefined where nobody knows. */
  readonly pluginClasses?: readonly string[];
  /** What connectors may refer to in their settings; undefined where nobody knows. @internal */
  readonly resolvable?: Resolvable;
  /** Whether source connectors may write each record exactly once; undefined where nobody knows. */
  readonly exactlyOnceSource?: boolean;
  /** Which settings of their clients connectors may override: All, None, Principal or a class; undefined where nobody knows. */
  readonly overridePolicy?: string;
  /** The schema registry that the workers use; undefined where they use none. */
  readonly registry?: ISchemaRegistry;
  /** What their REST interface asks for. @default - nothing */
  readonly login?: BasicLogin;
  /** What runs the workers. Undefined where this code does not. */
  readonly platform?: IPlatform;
}

/** A Connect cluster, whoever runs it. */
export const connectReference = instanceLike(
  'a KafkaConnect',
  'node',
  'cluster',
  'groupId',
  'restUrl',
  'hostRestUrl',
);

/** Refuses at synth that `scope`, which runs on `platform`, works with workers that its containers cannot reach. */
export function reachConnect(scope: IConstruct, platform: IPlatform, connect: IKafkaConnect): void {
  const cure = "its restUrl must be an address inside the platform's network";
  reach(scope, platform, connect, [connect.restUrl], cure);
  if (!connect.login || isByFile(connect.login)) return;
  const sentence = `it uses ${connect.node.path}, which wants a login that no container is told in plain sight; make the password of that a SecretFile.fromHost('/folder/login.properties'), or leave it out.`;
  reportProblem(scope, LOGIN_OF_CONTAINER, sentence);
}
