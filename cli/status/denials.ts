import Docker from 'dockerode';
import { denied } from '../docker/denials';
import type { Containers } from './services';
import { within, type Answer } from './within';

/** What brokers refused of late, in sentences. */
export async function askDenials(containers: Answer<Containers>): Promise<readonly string[]> {
  if (!('value' in containers)) return [];
  const refused = denied(new Docker(), [...containers.value.values()]);
  const answer = await within('The logs of the brokers', refused);
  return 'value' in answer ? answer.value : [answer.why];
}
