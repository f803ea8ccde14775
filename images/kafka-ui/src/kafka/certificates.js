import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { part, PATIENCE_MS } from '../part.js';

/** @import { Address } from './cluster.js' */
/** @import { Security } from './security.js' */
/** @typedef {{ certificate: string, end: Date }} Certificate whose it is, and when it ends */

/**
 * The certificates that brokers show, and those that this page was given. Also of a broker that nobody trusts any more: it is
 * told nothing.
 * @param {readonly Address[]} brokers
 * @param {Security['tls']} tls undefined where nobody shows any
 * @returns {Promise<readonly Certificate[]>} of those that answer
 */
export async function certificatesOf(brokers, tls) {
  if (!tls) return [];
  const shown = brokers.map(async ({ host, port }) => {
    const { value: end } = await part(endOf(host, port, tls));
    return { certificate: `${host}:${port}`, end };
  });
  const given = [
    { certificate: 'authority', end: endIn(tls.ca) },
    { certificate: 'kafka-ui', end: endIn(tls.cert) },
  ];
  return [...(await Promise.all(shown)), ...given].flatMap(({ certificate, end }) =>
    end === undefined || Number.isNaN(end.getTime()) ? [] : [{ certificate, end }],
  );
}

/**
 * @param {string} host
 * @param {number} port
 * @param {NonNullable<Security['tls']>} tls
 */
async function endOf(host, port, tls) {
  const socket = connect({
    ...{ ...tls, host, port, rejectUnauthorized: false },
    // An address of numbers is no name of a server.
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return new Date(socket.getPeerCertificate().valid_to);
  } finally {
    socket.destroy();
  }
}

/**
 * Of the first certificate in a file, which is its holder's.
 * @param {unknown} pem
 */
function endIn(pem) {
  try {
    return typeof pem === 'string' ? new Date(new X509Certificate(pem).validTo) : undefined;
  } catch {
    return undefined;
  }
}
