import type { Construct, IConstruct } from 'constructs';
import type { ConnectOperator, OperatedConnector, OperatedWorkers } from '../connect/operator';
import { addDependencies } from '../core/dependencies';
import type { IPlatform } from '../core/platform';
import { reserveName } from '../core/unique-name';
import { validate } from '../core/validation';
import type { MakeObject } from './manifest';
import type { Relations } from './relations';
import { kafkaConnect, kafkaConnector, restPolicy, restUrl } from './strimzi-connect';
import {
  CONNECTOR_OBJECT,
  STRIMZI_CONNECT_RULES,
  STRIMZI_CONNECTOR_RULES,
  WORKERS_OBJECT,
} from './strimzi-connect-rules';

/** Has workers of Connect, and their connectors, made by Strimzi's operator. */
export class StrimziWorkers implements ConnectOperator {
  private readonly names = new Map<IConstruct, string>();

  public constructor(
    private readonly platform: IPlatform,
    private readonly relations: Relations,
    private readonly make: MakeObject,
  ) {}

  public runWorkers(connect: Construct, facts: OperatedWorkers): string {
    validate(connect, facts, STRIMZI_CONNECT_RULES);
    reserveName(connect, this.platform, WORKERS_OBJECT, facts.name);
    const { platformName: namespace, images } = this.platform;
    const { version } = images.kafkaConnect;
    for (const other of facts.dependsOn) this.relations.add(connect, other);
    this.relations.has(connect, facts.name);
    const reached = (): readonly string[] => this.relations.of(connect);
    const manifest = this.make(connect, 'Resource', () =>
      kafkaConnect(facts, { namespace, version, reached: reached() }),
    );
    this.make(connect, 'policy', () => restPolicy(facts.name, namespace));
    addDependencies(manifest, facts.dependsOn);
    this.names.set(connect, facts.name);
    return restUrl(facts.name);
  }

  public makeConnector(connector: Construct, connect: IConstruct, facts: OperatedConnector): void {
    validate(connector, facts, STRIMZI_CONNECTOR_RULES);
    reserveName(connector, this.platform, CONNECTOR_OBJECT, facts.connectorName);
    for (const other of facts.dependsOn) if (other !== connect) this.relations.add(connect, other);
    const name = this.names.get(connect) ?? '';
    const manifest = this.make(connector, 'Resource', () =>
      kafkaConnector(facts, this.platform.platformName, name),
    );
    addDependencies(manifest, facts.dependsOn);
  }
}
