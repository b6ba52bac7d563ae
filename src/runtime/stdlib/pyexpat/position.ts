/** Where in the document an index of the text at hand is. */

export class Position {
  line = 1;
  column = 0;
  /** Bytes before the index. */
  bytes = 0;
  /** The index of the text that the fields are for. */
  private index = 0;
  private wasReturn = false;

  /** @param byteLength how many bytes a text takes in the document */
  constructor(private readonly byteLength: (text: string) => number) {}

  /** Goes on to `to`; does nothing if that lies behind. Columns are characters. */
  advance(text: string, to: number): void {
    if (to <= this.index) return;
    const part = text.slice(this.index, to);
    this.index = to;
    this.bytes += this.byteLength(part);
    const lines = part.split(/\r\n|\r|\n/);
    // A line end may lie on both sides of the index.
    const breaks = lines.length - 1 - (this.wasReturn && part.startsWith('\n') ? 1 : 0);
    this.wasReturn = part.endsWith('\r');
    this.line += breaks;
    const last = lines.at(-1)!;
    let length = last.length;
    for (const char of last.match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? []) length -= char.length - 1;
    this.column = lines.length > 1 ? length : this.column + length;
  }

  /** The text before `count` is gone, which was gone over. */
  drop(count: number): void {
    this.index -= count;
  }
}
