import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUTHORITY } from '../../constructs/core/labels';
import { resourcesOf, type Stack } from '../engine/synthesis';
import { isOurs } from './certificate-authority';

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
    return stack.kafkaProviders.flatMap((provider) => {
      const folder = dirname(provider.certificate ?? '');
      if (!folders.has(folder) || !canSign(folder)) return [];
      return resourcesOf(stack, provider, 'kafka_acl').flatMap(({ attributes }) => {
        const [, name] = /^User:([\w.-]+)$/.exec(String(attributes.acl_principal)) ?? [];
        return name === undefined || logins.includes(name) ? [] : [{ folder, name }];
      });
    });
  });
}

/** Also where there is none yet, and one is about to be made. */
const canSign = (folder: string): boolean => isOurs(folder) || !existsSync(join(folder, AUTHORITY));
