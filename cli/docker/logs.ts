import { plain } from '../program';

/** Without a terminal the Engine sends output in frames: 8 bytes of header, the last four of them the length. */
export function withoutFrames(logs: Buffer): string {
  let text = '';
  for (let at = 0; at + 8 <= logs.length;) {
    const length = logs.readUInt32BE(at + 4);
    text += logs.toString('utf8', at + 8, at + 8 + length);
    at += 8 + length;
  }
  return plain(text);
}

/** As Log4j, Logback, Quarkus, nginx and the shell of the images write them. */
const LEVEL =
  /\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE)\b|\[(notice|warn|error|crit|alert|emerg)\]/;
const FAILURE =
  /\w(Exception|Error)\b|\b(Error|FAILED|panic|fatal)\b|denied|No space left|not found|Unrecognized|Could not|cannot/;
/** Where a failure was noticed in the code, which is no news to who only runs it. */
const FRAME = /^\s+(at |\.{3} \d+ more|File "|\^+$)|^Traceback/;
/** Banners and brackets. */
const WORD = /\p{L}{3}/u;
/** Products print their whole configuration: `KafkaConfig values:`, and a line for each setting. */
const CONFIGURATION = /^\s+[\w.-]+ = |\w+(Config|Info) values: ?$/;

const enum Rank {
  /** Goes on. */
  INFORMATION,
  /** Something is not as it should be. */
  WARNING,
  FAILURE,
}

const LINES = 8;
const WIDTH = 300;

/** The last of the lines that matter, short enough to be read. */
export function relevantLogLines(logs: string): readonly string[] {
  return worst(logs)
    .slice(-LINES)
    .map((line) => line.slice(0, WIDTH));
}

/**
 * The lines that matter most, each once: failures, else warnings and what has no level, else all. What a program says at
 * its end is followed by what it tidies up, and what it says at its start is its configuration.
 */
export function worst(logs: string): readonly string[] {
  const lines = plain(logs)
    .split(/\r?\n/)
    .filter((line) => WORD.test(line) && !FRAME.test(line) && !CONFIGURATION.test(line));
  const ranks = ranked(lines);
  const most = ranks.reduce((one, other) => Math.max(one, other), Rank.INFORMATION);
  const matter = lines.filter((_, index) => ranks[index] === most);
  // Of the same message, the last one.
  const last = new Map(matter.map((line, index) => [withoutTime(line), index]));
  return matter.filter((line, index) => last.get(withoutTime(line)) === index);
}

function ranked(lines: readonly string[]): readonly Rank[] {
  let before: Rank | undefined;
  return lines.map((line) => {
    const own = rankOf(line);
    before = own ?? before;
    if (own !== undefined) return own;
    // An exception is told on lines of its own, after the one that says how bad it is.
    if (FAILURE.test(line)) return before === Rank.WARNING ? Rank.WARNING : Rank.FAILURE;
    return /^\s/.test(line) ? (before ?? Rank.WARNING) : Rank.WARNING;
  });
}

function rankOf(line: string): Rank | undefined {
  const level = LEVEL.exec(line.slice(0, 120));
  if (!level) return undefined;
  const word = (level[1] ?? level[2] ?? '').toUpperCase();
  if (['TRACE', 'DEBUG', 'INFO', 'NOTICE'].includes(word)) return Rank.INFORMATION;
  return word.startsWith('WARN') ? Rank.WARNING : Rank.FAILURE;
}

/** Times and numbers differ where the message is the same. */
function withoutTime(line: string): string {
  return line.replace(/\d+/g, '#');
}
