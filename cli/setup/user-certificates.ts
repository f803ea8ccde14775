import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUTHORITY, AUTHORITY_KEY } from '../../constructs/core/labels';
import type { Stack } from '../engine/synthesis';

/** A user who comes with a certificate, and the folder of the brokers' own. */
export interface CertifiedUser {
  readonly folder: string;
  readonly name: string;
}

/**
 * Users who may do something at brokers of ours and have no password. Only where the authority is ours, too: another one's
 * hands out certificates by itself.
 * @param folders of brokers that are deployed here
 */
export function certifiedUsers(
  stacks: readonly Pick<Stack, 'resources' | 'kafkaProviders'>[],
  folders: ReadonlySet<string>,
): readonly CertifiedUser[] {
  return stacks.flatMap((stack) => {
    const logins = stack
      .resources('kafka_user_scram_credential')
      .map(({ attributes }) => attributes.username);
    return stack.resources('kafka_acl').flatMap(({ attributes }) => {
      const used = attributes.provider ?? 'kafka';
      const { certificate } = stack.kafkaProviders.find(({ name }) => name === used) ?? {};
      const [, name] = /^User:([\w.-]+)$/.exec(String(attributes.acl_principal)) ?? [];
      if (certificate === undefined || name === undefined || logins.includes(name)) return [];
      const folder = dirname(certificate);
      return folders.has(folder) && isOurs(folder) ? [{ folder, name }] : [];
    });
  });
}

/** Also where there is none yet, and one is about to be made. */
const isOurs = (folder: string): boolean =>
  existsSync(join(folder, AUTHORITY_KEY)) || !existsSync(join(folder, AUTHORITY));
