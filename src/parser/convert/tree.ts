/** Lezer's tree as plain nodes over pieces of the normalised text. The only file that talks to Lezer. */
import type { TreeCursor } from '@lezer/common';
import { parser } from '@lezer/python';
import { type Normalised, NotPython } from '../normalise/emitter.js';

/** A piece of the normalised text (a number: its index), or a node of Lezer's. */
export type Part = number | Branch;

/** A node of Lezer's: its name, the pieces [from, to) that it covers, and every one of them inside `parts`. */
export interface Branch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

/** Parses the normalised text. Throws {@link NotPython} when Lezer had to repair anything. */
export function readTree(normalised: Normalised): Branch {
  const tree = parser.parse(normalised.text);
  return new TreeReader(normalised).branch(tree.cursor());
}

class TreeReader {
  /** For each offset of the text the number of pieces that begin before it. */
  private readonly piecesBefore: Int32Array;

  constructor({ text, offsets }: Normalised) {
    const counts = new Int32Array(text.length + 2);
    for (const offset of offsets) counts[offset + 1]!++;
    for (let at = 1; at < counts.length; at++) counts[at]! += counts[at - 1]!;
    this.piecesBefore = counts;
  }

  branch(cursor: TreeCursor): Branch {
    if (cursor.type.isError) throw new NotPython();
    const { name } = cursor;
    const from = this.piecesBefore[cursor.from]!;
    const to = this.piecesBefore[cursor.to]!;
    const parts: Part[] = [];
    let next = from;
    if (cursor.firstChild()) {
      do {
        if (cursor.type.isError) throw new NotPython();
        const first = this.piecesBefore[cursor.from]!;
        const end = this.piecesBefore[cursor.to]!;
        // Some tokens have no node in Lezer's tree.
        while (next < first) parts.push(next++);
        if (end === first) continue;
        parts.push(end === first + 1 && SINGLE.has(cursor.name) ? first : this.branch(cursor));
        next = end;
      } while (cursor.nextSibling());
      cursor.parent();
    }
    while (next < to) parts.push(next++);
    return { name, from, to, parts };
  }
}

/** Nodes that are one token and say no more than it. */
const SINGLE: ReadonlySet<string> = new Set([
  'VariableName',
  'PropertyName',
  'Number',
  'String',
  'Ellipsis',
  'None',
  'Boolean',
  'AssignOp',
  'ArithOp',
  'BitOp',
  'CompareOp',
  'UpdateOp',
  'LogicOp',
  ...'( ) [ ] { } . , : ; * ** @ / ->'.split(' '),
  ...'and or not in is if else elif for while with as lambda await async yield from return del raise assert pass'.split(
    ' ',
  ),
  ...'def class try except finally break continue import global nonlocal'.split(' '),
]);
