import type { ListrTask } from 'listr2';
import { typed } from '../command-names';
import { CommandError } from '../program';
import {
  assertNotEnding,
  dueCertificates,
  makeCertificates,
  missingCertificates,
  namedCertificates,
  rotateAuthorities,
} from '../setup/broker-certificates';
import type { Setup } from './setup-steps';

/**
 * The certificates of brokers, controllers and their clients. What the set-up made is renewed in any case: it is only put in place here,
 * and what runs takes it once it is replaced in turn.
 * @param sets makes those that are missing, rather than say how
 * @param isRotated whether another authority comes afterwards
 */
export function certificateStep(sets: boolean, isRotated = false): ListrTask<Setup> {
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
      const due = dueCertificates(named, Date.now());
      await makeCertificates([...missing, ...due]);
      assertNotEnding(named, Date.now(), isRotated);
      const done = Object.entries({ made: missing, renewed: due })
        .filter(([, those]) => those.length > 0)
        .map(([verb, those]) => `${verb} ${those.map(({ name }) => name).join(', ')}`);
      task.title = `Certificates: ${done.join('; ') || 'present'}`;
    },
  };
}

/** The next step to another authority, of which everything that runs has taken the one before. */
export function rotateAuthorityStep(): ListrTask<Setup> {
  return {
    title: 'Certificate authority',
    task: async ({ stacks }, task) => {
      const named = namedCertificates(stacks);
      if (named.length === 0)
        throw new CommandError('No broker shows a certificate, so there is no authority.');
      task.title = `Certificate authority: ${await rotateAuthorities(named, Date.now())}`;
    },
  };
}
