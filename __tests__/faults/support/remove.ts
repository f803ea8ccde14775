import { program } from './platform';

/** After all scenarios. The platform of the project itself is removed by who started the suite: `npm stop` can do it. */
export default async function remove(): Promise<void> {
  await program?.remove();
}
