import type { Entry } from './entry';

/** What became of a line that is not carried over as it stands. */
export interface Note {
  readonly file: string;
  readonly line: number;
  /** Such as `services.kafka.privileged`. */
  readonly path: string;
  /** Whether something takes its place. */
  readonly kind: 'changed' | 'left out';
  /** Why, and what to do. */
  readonly says: string;
}

/** What is said of a file's lines. */
export class Notes {
  private readonly all: Note[] = [];

  /** It is carried over, but otherwise. */
  public changed(entry: Entry, says: string): void {
    this.add(entry, 'changed', says);
  }

  /** It is not carried over. */
  public leftOut(entry: Entry, says: string): void {
    this.add(entry, 'left out', says);
  }

  /** In the order of the lines. */
  public get inOrder(): readonly Note[] {
    const once = new Map(this.all.map((note) => [JSON.stringify(note), note]));
    return [...once.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  }

  private add(entry: Entry, kind: Note['kind'], says: string): void {
    entry.done();
    const { file, line, path } = entry;
    this.all.push({ file, line, path, kind, says });
  }
}

const noteText = ({ file, line, path, kind, says }: Note): string =>
  `${file}:${line}: ${path} is ${kind}: ${says}`;

/** Each note as a line; a sentence is said once in each file, and what else it is true of names the line. */
export function noteLines(notes: readonly Note[]): string[] {
  const lines = new Map<string, number>();
  return notes.map((note) => {
    const { file, line, path, kind, says } = note;
    const sentence = `${file} ${kind} ${says}`;
    const said = lines.get(sentence);
    lines.set(sentence, said ?? line);
    return said === undefined ? noteText(note) : `${file}:${line}: ${path} is ${kind}, as in line ${said}.`;
  });
}
