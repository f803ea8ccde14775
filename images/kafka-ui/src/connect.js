import { getJson, post } from './http.js';

/** @import { Login } from './http.js' */

/**
 * @typedef {{ state: string, worker_id: string, trace?: string }} State
 * @typedef {object} Connector
 * @property {string} name
 * @property {string} type `source` or `sink`
 * @property {State} state
 * @property {readonly (State & { id: number })[]} tasks
 * @property {Readonly<Record<string, string>>} config with secrets masked
 */

/** A cluster of Connect workers, by its REST interface. */
export class Connect {
  #login;

  /**
   * @param {string} name
   * @param {string} address
   * @param {Login} [login]
   */
  constructor(name, address, login) {
    this.name = name;
    this.address = address;
    this.#login = login;
  }

  /**
   * Every connector, with one request.
   * @returns {Promise<readonly Connector[]>}
   */
  async connectors() {
    const answer = await getJson(`${this.address}/connectors?expand=info&expand=status`, this.#login);
    return Object.entries(answer)
      .map(([name, { info, status }]) => connector(name, info, status))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  /** @param {string} path of what the workers are to do */
  async post(path) {
    await post(`${this.address}${path}`, this.#login);
  }
}

/**
 * @param {string} name
 * @param {any} info
 * @param {any} status
 * @returns {Connector}
 */
function connector(name, info, status) {
  return {
    name,
    type: status?.type ?? info?.type ?? 'unknown',
    // A connector that was just made has no status yet.
    state: status?.connector ?? { state: 'UNASSIGNED', worker_id: '' },
    tasks: status?.tasks ?? [],
    config: masked(info?.config ?? {}),
  };
}

const SECRET_NAME = /passw|secret|token|credential|private|jaas|user\.info|api[._-]?key|access[._-]?key/i;
const SECRET_IN_URL = /(\/\/[^/\s:@]*:)[^/\s@]+(?=@)|([?&;](?:password|secret|token)=)[^&;\s]+/gi;
const MASK = '••••••';

/**
 * Connect answers with passwords as they were given to it.
 * @param {Readonly<Record<string, string>>} config
 */
export function masked(config) {
  return Object.fromEntries(
    Object.entries(config)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, value]) => [
        name,
        SECRET_NAME.test(name)
          ? MASK
          : String(value).replace(SECRET_IN_URL, (_, user, parameter) => `${user ?? parameter}${MASK}`),
      ]),
  );
}
