import type { ListrTask } from 'listr2';
import { typed } from '../command-names';
import { CommandError } from '../program';
import {
  assertNotEnding,
  makeCertificates,
  missingCertificates,
  namedCertificates,
} from '../setup/broker-certificates';
import type { Setup } from './setup-steps';

/**
 * The certificates of brokers, controllers and their clients.
 * @param sets makes those that are missing, rather than say how
 */
export function certificateStep(sets: boolean): ListrTask<Setup> {
  return {
    title: 'Certificates',
    skip: ({ stacks }) => namedCertificates(stacks).length === 0 && 'no broker shows one',
    task: async ({ stacks }, task) => {
      const named = namedCertificates(stacks);
      const missing = missingCertificates(named);
      if (missing.length > 0 && !sets)
        throw new CommandError(
          `There are no certificates of ${missing.map(({ name }) => name).join(', ')}. \`${typed('setup')}\` makes them.`,
        );
      await makeCertificates(missing);
      assertNotEnding(named, Date.now());
      task.title = `Certificates: ${missing.length > 0 ? `made ${missing.map(({ name }) => name).join(', ')}` : 'present'}`;
    },
  };
}
