import * as windows from '../../support/windows';
import { HOST_PORTS, kafka } from './platform';

export * from '../../support/windows';

/** What a topic says of its windows, once it says all of this; other windows are left out. */
export const windowsIn = (topic: string, expected: windows.Averages): Promise<windows.Averages> =>
  windows.windowsIn(kafka(...HOST_PORTS), topic, expected);
