import { choice, confirmed, Refusal } from './action.js';

/** @import { Action, Fields } from './action.js' */
/** @import { Source } from '../settings.js' */

/**
 * What Connect is asked for, by what a visitor chooses.
 * @see https://docs.confluent.io/platform/current/connect/references/restapi.html
 */
const WHAT = {
  failed: ['/restart?includeTasks=true&onlyFailed=true', 'what failed of it'],
  all: ['/restart?includeTasks=true&onlyFailed=false', 'it and all of its tasks'],
  connector: ['/restart?includeTasks=false&onlyFailed=false', 'it without its tasks'],
};

/** @type {Action} */
export const restart = {
  name: 'restart',
  label: 'Restart',

  form: async (source, place) => {
    const { connector } = await connectorOf(source, place);
    const tasks = connector.tasks.map(({ id }) => /** @type {const} */ ([`task-${id}`, `task ${id}`]));
    return {
      title: `Restart ${connector.name}`,
      content: confirmed(
        choice('what', 'Restart', [
          ...Object.entries(WHAT).map(([name, [, text]]) => /** @type {const} */ ([name, text ?? ''])),
          ...tasks,
        ]),
        'What is restarted stops for a moment, and goes on from its last offsets: records may come twice.',
        'Restart',
      ),
    };
  },

  perform: async (source, place, { what = '' }) => {
    const { connect, connector } = await connectorOf(source, place);
    const task = connector.tasks.find(({ id }) => what === `task-${id}`);
    const [address, text] = task
      ? [`/tasks/${task.id}/restart`, `task ${task.id} of it`]
      : (Object.entries(WHAT).find(([name]) => name === what)?.[1] ?? []);
    if (address === undefined) throw new Refusal(`The connector has no '${what}' to restart.`);
    await connect.post(`/connectors/${encodeURIComponent(connector.name)}${address}`);
    return `restarted the connector ${connector.name} of ${connect.name}: ${text}`;
  },
};

/**
 * @param {Source} source
 * @param {Fields} place
 */
async function connectorOf({ connects }, place) {
  const connect = connects.find(({ name }) => name === place.connect);
  const connector = (await connect?.connectors())?.find(({ name }) => name === place.connector);
  if (!connect || !connector) throw new Refusal('There is no connector of this name.');
  return { connect, connector };
}
