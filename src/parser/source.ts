/** Offsets of a source text <-> lines and columns. */

/** A place in a text: 1-based line, 0-based column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** A text and the offsets at which its lines start; lines end with `\n`, `\r\n` or `\r`. */
export class SourceText {
  readonly text: string;
  /** `lineStarts[k]` is the offset of line k + 1; never empty. */
  readonly lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.lineStarts = findLineStarts(text);
  }

  /** Line and column of a UTF-16 offset (0..text.length). O(log lines). */
  position(offset: number): Position {
    const { lineStarts } = this;
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - lineStarts[low]! };
  }

  /** CPython's `col_offset`: bytes of UTF-8 between the start of the line and `offset`. */
  utf8Column(offset: number): number {
    const { line } = this.position(offset);
    return utf8Length(this.text, this.lineStarts[line - 1]!, offset);
  }

  /** Code points between the start of the line and `offset`. */
  characterColumn(offset: number): number {
    const { line } = this.position(offset);
    let count = 0;
    for (let at = this.lineStarts[line - 1]!; at < offset; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < offset) at++;
      count++;
    }
    return count;
  }

  /** The text of a 1-based line without its line end; `''` past the last one. */
  line(number: number): string {
    const start = this.lineStarts[number - 1];
    if (start === undefined) return '';
    return this.text.slice(start, this.lineStarts[number] ?? this.text.length).replace(/[\r\n]+$/, '');
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== NEWLINE)) starts.push(at + 1);
  }
  return starts;
}

/** Bytes that `text[start:end]` takes in UTF-8; a lone surrogate counts three. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < end) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}
