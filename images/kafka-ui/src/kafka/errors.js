import { protocolErrors, protocolErrorsCodesById } from '@platformatic/kafka';

/**
 * What a number in an answer of a broker means.
 * @param {number} code
 */
export function errorOf(code) {
  const name = /** @type {Record<number, string>} */ (protocolErrorsCodesById)[code];
  const error = name && /** @type {Record<string, { message: string }>} */ (protocolErrors)[name];
  return error ? error.message.replace(/\.$/, '') : `error ${code}`;
}
