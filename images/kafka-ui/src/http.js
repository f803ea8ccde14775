import { PATIENCE_MS } from './part.js';

/** An answer that is an error, of a server that is there. */
export class AnswerError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @typedef {{ username: string, password: string }} Login */

/**
 * What a user says of itself in a request (RFC 7617).
 * @param {Login} login
 */
export function basic({ username, password }) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/**
 * What a REST interface answers to a GET.
 * @param {string} url
 * @param {Login} [login]
 * @returns {Promise<any>}
 * @throws {AnswerError} with the server's own message if the answer is an error
 */
export async function getJson(url, login) {
  const { status, body } = await ask(url, login, 'GET');
  try {
    return JSON.parse(body);
  } catch {
    throw new AnswerError(status, 'the answer is no JSON');
  }
}

/**
 * Has a REST interface do something, whatever it answers.
 * @param {string} url
 * @param {Login} [login]
 * @throws {AnswerError} with the server's own message if the answer is an error
 */
export async function post(url, login) {
  await ask(url, login, 'POST');
}

/**
 * @param {string} url
 * @param {Login | undefined} login
 * @param {'GET' | 'POST'} method
 */
async function ask(url, login, method) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json, application/vnd.schemaregistry.v1+json',
      ...(login && { authorization: basic(login) }),
    },
    signal: AbortSignal.timeout(PATIENCE_MS),
    // Who answers with another address decides what this server asks for.
    redirect: 'error',
  });
  const body = await response.text();
  if (!response.ok)
    throw new AnswerError(response.status, messageOf(body) ?? `${response.status} ${response.statusText}`);
  return { status: response.status, body };
}

/** @param {string} body */
function messageOf(body) {
  try {
    const { message } = JSON.parse(body);
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
