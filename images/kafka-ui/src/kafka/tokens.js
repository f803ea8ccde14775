import { PATIENCE_MS } from '../part.js';
import { basic } from '../http.js';

/**
 * What asks an issuer for a token, for the client's own credentials (RFC 6749 4.4).
 * @param {string} endpoint
 * @param {string} clientId
 * @param {string} clientSecret
 * @param {string} [scope]
 * @returns {() => Promise<string>}
 */
export function tokens(endpoint, clientId, clientSecret, scope) {
  return async () => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: basic({ username: clientId, password: clientSecret }),
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    if (!response.ok)
      throw new Error(`${endpoint} gives no token: ${response.status} ${response.statusText}`);
    const { access_token: token } = /** @type {{ access_token?: unknown }} */ (await response.json());
    if (typeof token !== 'string') throw new Error(`${endpoint} gives no token: the answer has none`);
    return token;
  };
}
