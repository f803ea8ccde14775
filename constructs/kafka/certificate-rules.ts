import type { Rule } from '../core/validation';
import { AUTHORITY } from '../core/labels';
import type { CertificateFile } from './certificate-file';

/** The files of certificates that are there. */
export interface CertificateFacts {
  readonly certificateFiles: readonly CertificateFile[];
}

type Fault = (file: CertificateFile) => string | undefined;

/** One rule of each file; all that break it are named in one sentence. @param cure what to do about it */
function each(requires: string, source: string, fault: Fault, cure: string): Rule<CertificateFacts> {
  const found = ({ certificateFiles }: CertificateFacts): string[] =>
    certificateFiles.flatMap((file) => {
      const what = fault(file);
      return what === undefined ? [] : `${file.path} ${what}`;
    });
  return {
    requires,
    fails: (facts) => found(facts).length > 0,
    message: (facts) => `certificates: ${found(facts).join(', ')}; ${cure}.`,
    source,
  };
}

const KIP_651 =
  'https://cwiki.apache.org/confluence/display/KAFKA/KIP-651+-+Support+PEM+format+for+SSL+certificates+and+private+key';
const RFC_5280 = 'RFC 5280';

const isOfAnother: Fault = ({ commonName, name }) =>
  commonName === name ? undefined : `is not of CN=${name} alone`;

const OF_ALL: readonly Rule<CertificateFacts>[] = [
  each(
    'A file of certificates has a key in PKCS#8 that is not encrypted, and its certificate.',
    KIP_651,
    ({ broken }) => broken,
    `it must have a key, not encrypted, between the lines of PRIVATE KEY, and its certificate, and ${AUTHORITY} beside it those of the authority; make it with openssl pkcs8 -topk8 -nodes`,
  ),
  each(
    'A key is the one that its certificate was made for.',
    RFC_5280,
    ({ hasItsKey }) => (hasItsKey ? undefined : 'has the key of another certificate'),
    'the certificate must come first, before those of authorities, and be made of the key; put the right one in',
  ),
  each(
    'The authority signed every certificate.',
    RFC_5280,
    ({ isOfAuthority }) => (isOfAuthority ? undefined : `is not signed by ${AUTHORITY}`),
    `every certificate must be signed by the authority, or by one between whose certificate is in the file, too; put the right ones in`,
  ),
  each(
    'A key is not readable for everybody.',
    'policy',
    ({ isReadableByAll }) => (isReadableByAll ? 'can be read by everybody on this machine' : undefined),
    "it must be readable for the container's user only; chown it to the number of that, and chmod 400",
  ),
];

export const CERTIFICATE_RULES: readonly Rule<CertificateFacts>[] = [
  ...OF_ALL,
  each(
    'A certificate names all by which its broker or controller is found.',
    'RFC 2818',
    ({ missingNames }) =>
      missingNames.length === 0 ? undefined : `does not name ${missingNames.join(' and ')}`,
    'its alternative names (SAN) must have all by which others find it, or they turn away; have it made with these',
  ),
  each(
    'The subject of a certificate is the name of its broker or controller, CN= and nothing else.',
    'policy',
    isOfAnother,
    'its subject must be that, because by it the others know that it is one of them; have it made with -subj /CN=… of the name of the file',
  ),
  each(
    'A certificate of a broker or controller is good for servers and for clients.',
    RFC_5280,
    ({ isForServers, isForClients }) =>
      isForServers && isForClients ? undefined : 'is not for both servers and clients',
    'its extended key usage must have serverAuth and clientAuth, because they connect to each other; have it made with both',
  ),
];

export const CLIENT_CERTIFICATE_RULES: readonly Rule<CertificateFacts>[] = [
  ...OF_ALL,
  each(
    'The subject of the certificate of a service or application is its name, CN= and nothing else.',
    'policy',
    isOfAnother,
    'its subject must be that, because by it brokers know who it is, and what that may do; have it made with -subj /CN=… of the name of the file',
  ),
  each(
    'A certificate of a service or application is good for clients.',
    RFC_5280,
    ({ isForClients }) => (isForClients ? undefined : 'is not for clients'),
    'its extended key usage must have clientAuth, or brokers turn it away; have it made with that',
  ),
];
