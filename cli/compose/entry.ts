import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';

/** A value of a file, and where it stands. What nobody has asked for is said at the end, so that nothing is dropped silently. */
export class Entry {
  private said = false;

  private constructor(
    /** Its keys from the top, such as `services.kafka.image`. */
    public readonly path: string,
    /** The file it stands in, as its user named it. */
    public readonly file: string,
    public readonly line: number,
    private readonly value: string | undefined,
    private readonly children: Map<string, Entry>,
    /** Whether its children are numbered, not named. */
    public readonly isList: boolean,
  ) {}

  /** @param text what a scalar becomes, such as one with variables in it */
  public static of(
    document: Document,
    lines: LineCounter,
    file: string,
    text: (value: string) => string,
  ): Entry {
    const lineOf = (node: Node | null | undefined, fallback: number): number =>
      node?.range ? lines.linePos(node.range[0]).line : fallback;
    const entryOf = (given: Node | null, path: string, keyLine: number): Entry => {
      const node = isAlias(given) ? (given.resolve(document) ?? null) : given;
      if (isMap(node)) return new Entry(path, file, keyLine, undefined, pairs(node.items, path), false);
      if (isSeq(node)) {
        const all = node.items.map((item, index): [string, Entry] => {
          const each = item as Node | null;
          return [String(index), entryOf(each, `${path}[${index}]`, lineOf(each, keyLine))];
        });
        return new Entry(path, file, keyLine, undefined, new Map(all), true);
      }
      const scalar = isScalar(node) ? node : undefined;
      const value = scalar?.value === null || scalar === undefined ? undefined : asText(scalar);
      return new Entry(path, file, keyLine, value === undefined ? undefined : text(value), new Map(), false);
    };
    const pairs = (items: readonly Pair[], path: string): Map<string, Entry> => {
      const own = new Map<string, Entry>();
      const merged: Entry[] = [];
      for (const { key, value } of items as readonly Pair<Node, Node | null>[]) {
        const name = String((key as Scalar).value);
        const line = lineOf(key, 1);
        if (name !== '<<') own.set(name, entryOf(value, path === '' ? name : `${path}.${name}`, line));
        else merged.push(...mergedOf(value, path, line));
      }
      for (const each of merged)
        for (const [name, entry] of each.children) if (!own.has(name)) own.set(name, entry);
      return own;
    };
    const mergedOf = (given: Node | null, path: string, line: number): Entry[] => {
      const node = isAlias(given) ? given.resolve(document) : given;
      return isSeq(node)
        ? node.items.map((each) => entryOf(each as Node, path, line))
        : [entryOf(node ?? null, path, line)];
    };
    return entryOf(document.contents, '', 1);
  }

  /** The last part of its path. */
  public get name(): string {
    return this.path.split('.').at(-1) ?? '';
  }

  public get isScalar(): boolean {
    return !this.isList && this.children.size === 0;
  }

  public get(name: string): Entry | undefined {
    return this.children.get(name);
  }

  public has(name: string): boolean {
    return this.children.has(name);
  }

  public get entries(): readonly (readonly [string, Entry])[] {
    return [...this.children];
  }

  public get items(): readonly Entry[] {
    return [...this.children.values()];
  }

  /** Its text, to look at: it still has to be carried over. */
  public peek(): string | undefined {
    return this.value;
  }

  /** Its text, which whoever asks for it carries over, or says that not. */
  public text(): string | undefined {
    this.said = true;
    return this.value;
  }

  /** It is carried over, which says nothing of what is in it. */
  public seen(): this {
    this.said = true;
    return this;
  }

  /** Everything in it is carried over, or was said. */
  public done(): this {
    this.said = true;
    for (const each of this.children.values()) each.done();
    return this;
  }

  /** What nobody has asked for: as much as there is of it in one. */
  public leftOver(): readonly Entry[] {
    if (this.children.size === 0) return this.said ? [] : [this];
    const left = this.items.flatMap((each) => each.leftOver());
    return !this.said && left.length === this.children.size && left.every((each) => this.holds(each))
      ? [this]
      : left;
  }

  /** Something that stands in a file which it names, such as a variable. */
  public named(name: string, value: string): Entry {
    const each = new Entry(`${this.path}.${name}`, this.file, this.line, value, new Map(), false);
    this.children.set(name, each);
    return each;
  }

  /** Laid over what a service extends: maps are merged, lists go on, and single values take the place of others. */
  public over(base: Entry): Entry {
    if (this.isScalar || base.isScalar) return this;
    if (this.isList !== base.isList) return this.byName().over(base.byName());
    const own = this.isList ? numbered(this.items, base.children.size) : this.entries;
    const children = new Map(base.children);
    for (const [name, each] of own) {
      const below = base.children.get(name);
      children.set(name, below && !REPLACED.has(name) ? each.over(below) : each);
    }
    return new Entry(this.path, this.file, this.line, undefined, children, this.isList);
  }

  /** `NAME=value` in a list as the map that it stands for. */
  private byName(): Entry {
    if (!this.isList) return this;
    const all = this.items.map((each): [string, Entry] => {
      const [, name = each.name, value] = /^([^=]*)(?:=(.*))?$/s.exec(each.peek() ?? '') ?? [];
      return [name, new Entry(each.path, each.file, each.line, value, new Map(), false)];
    });
    return new Entry(this.path, this.file, this.line, undefined, new Map(all), false);
  }

  private holds(other: Entry): boolean {
    return this.items.includes(other);
  }
}

/** Lists of words, which are one value. */
const REPLACED: ReadonlySet<string> = new Set(['command', 'entrypoint', 'test']);

const numbered = (items: readonly Entry[], from: number): (readonly [string, Entry])[] =>
  items.map((each, index) => [String(from + index), each] as const);

/** As it was written: `1.20` is a version and no number. */
function asText({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}
