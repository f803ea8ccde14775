import { BY_FILE, nothingSecretAmongWords } from '../../constructs/core/plain-sight';
import { durationCode } from './quantities';
import type { ComposeService } from './service';
import { properties, text } from './code';
import type { Writer } from './writer';

/** How it is known to work, as the program says it. */
export function healthCheckOf(writer: Writer, service: ComposeService): string {
  writer.use('HealthCheck');
  const given = service.entry.get('healthcheck');
  const test = given?.get('test');
  const words = test?.isList
    ? test.items.map((each) => each.peek() ?? '')
    : ['CMD-SHELL', test?.peek() ?? ''];
  if (
    !given ||
    !test ||
    given.get('disable')?.peek() === 'true' ||
    words[0] === 'NONE' ||
    words.join('') === 'CMD-SHELL'
  ) {
    given?.done();
    return 'HealthCheck.ofImage()';
  }
  const problem = nothingSecretAmongWords(BY_FILE).problem(words);
  if (problem !== undefined) {
    writer.notes.leftOut(given, `its test ${problem}. It counts as healthy while it runs.`);
    return 'HealthCheck.ofImage()';
  }
  const period = (key: string): string | undefined => {
    const entry = given.get(key);
    const code = durationCode(entry?.text() ?? '');
    if (code !== undefined) writer.use('Duration');
    if (entry && code === undefined) writer.notes.leftOut(entry, 'it is no duration, such as 30s.');
    return code;
  };
  const interval = given.get('start_interval');
  if (interval) writer.notes.leftOut(interval, 'a check is made at one interval.');
  const options = properties({
    interval: period('interval') ?? 'Duration.seconds(30)',
    timeout: period('timeout') ?? 'Duration.seconds(30)',
    retries: given.get('retries')?.text() ?? '3',
    startPeriod: period('start_period'),
  });
  writer.use('Duration');
  test.done();
  const [first = '', ...rest] = words.map((word) => writer.readdressed(word));
  return first === 'CMD-SHELL'
    ? `HealthCheck.shell(${text(rest.join(' '))}, ${options})`
    : `HealthCheck.command([${(first === 'CMD' ? rest : [first, ...rest]).map(text).join(', ')}], ${options})`;
}
