import type { IConstruct } from 'constructs';
import { isLoopback, type Reached } from './reach';

const ADDRESSES = 'cdktf-streaming/addresses';

/** Says where a thing answers: two constructs that share an address are one thing, whatever objects refer to it. */
export function answersAt(thing: IConstruct, addresses: readonly string[]): void {
  thing.node.addMetadata(ADDRESSES, addresses.map(normalized));
}

/** Whether two constructs of a program are one thing. */
export function isSame(one: IConstruct, other: IConstruct): boolean {
  if (one === other || one.node.root !== other.node.root || areMade(one, other)) return one === other;
  const others = addressesOf(other);
  return addressesOf(one).some((address) => others.includes(address));
}

/** One construct for each thing, also where only a third reference has addresses of both. */
export function things(constructs: Iterable<IConstruct>): (construct: IConstruct) => IConstruct {
  const [at, same] = [new Map<string, IConstruct>(), new Map<IConstruct, IConstruct>()];
  const thing = (construct: IConstruct): IConstruct => {
    const next = same.get(construct);
    return next ? thing(next) : construct;
  };
  for (const construct of constructs) {
    for (const address of addressesOf(construct)) {
      const [one, other] = [thing(construct), thing(at.get(address) ?? construct)];
      if (one !== other && !areMade(one, other)) same.set(one, other);
      at.set(address, other);
    }
  }
  return thing;
}

/** Two that run here are two: an address that they share is a mistake of its own. */
function areMade(...constructs: readonly Reached[]): boolean {
  return constructs.every(({ platform }) => platform !== undefined);
}

function addressesOf({ node }: IConstruct): readonly string[] {
  return node.metadata.flatMap(({ type, data }) => (type === ADDRESSES ? (data as string[]) : []));
}

function normalized(address: string): string {
  const [, host = address, port = ''] = /^(.*?)\.?(:\d+)?$/.exec(address) ?? [];
  return `${isLoopback(address) ? 'localhost' : host.toLowerCase()}${port}`;
}
