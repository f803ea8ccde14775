import Docker from 'dockerode';
import { denied } from '../docker/denials';
import type { Stack } from '../engine/synthesis';
import type { Containers } from './services';
import { within, type Answer } from './within';

/** What brokers refused of late, in sentences; nothing where they have no authorizer. */
export async function askDenials(
  stacks: readonly Stack[],
  containers: Answer<Containers>,
): Promise<readonly string[]> {
  if (!('value' in containers)) return [];
  const names = authorizing(stacks);
  const some = [...containers.value.values()].filter(({ name }) => names.includes(name));
  if (some.length === 0) return [];
  const answer = await within('The logs of the brokers', denied(new Docker(), some));
  return 'value' in answer ? answer.value : [answer.why];
}

/** The containers that are told of an authorizer, by their names. */
const authorizing = (stacks: readonly Pick<Stack, 'resources'>[]): readonly string[] =>
  stacks
    .flatMap((stack) => stack.resources('docker_container'))
    .filter(({ attributes: { env = [] } }) =>
      (env as readonly string[]).some((each) => each.startsWith('KAFKA_AUTHORIZER_CLASS_NAME=')),
    )
    .map(({ attributes }) => String(attributes.name));
