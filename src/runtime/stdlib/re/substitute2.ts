/** Python 2's `sub`: what it puts together may be str in parts and unicode in others. */
import { decodeAscii2 } from '../../builtins/ascii2.js';
import type { Py } from '../../object/object.js';
import { PyUnicode } from '../../object/values.js';
import { substitute } from '../../re/index.js';
import type { PyMatch } from './match.js';
import type { PyPattern } from './pattern.js';
import type { Subject } from './subject.js';
import { replacer } from './template.js';

/** A replacement: where it goes in the subject, and what it is. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isUnicode: boolean;
}

/** Like `substituteIn`; the result is unicode as soon as a part of it is, and its other parts must then be ASCII. */
export function substituteIn2(
  pattern: PyPattern,
  repl: Py,
  subject: Subject,
  wrap: (result: PyMatch['result']) => PyMatch,
  limit: number,
): { text: Py; count: number } {
  const pieces: Piece[] = [];
  let isUnicode = repl instanceof PyUnicode;
  const replace = replacer(pattern, repl, subject.isBytes, wrap, (value) => {
    isUnicode = value instanceof PyUnicode;
  });
  const { text, count } = substitute(
    pattern.engine,
    subject.text,
    (match) => {
      const piece = replace(match);
      pieces.push({ start: match.start, end: match.end, text: piece, isUnicode });
      return piece;
    },
    limit,
  );
  const isMixed = pieces.some((piece) => piece.isUnicode === subject.isBytes);
  return { text: isMixed ? joined(pieces, subject) : subject.wrap(text), count };
}

function joined(pieces: readonly Piece[], { text, isBytes }: Subject): PyUnicode {
  const own = (part: string): string => (isBytes ? decodeAscii2(part) : part);
  let result = '';
  let last = 0;
  for (const piece of pieces) {
    result += own(text.slice(last, piece.start)) + (piece.isUnicode ? piece.text : decodeAscii2(piece.text));
    last = piece.end;
  }
  return new PyUnicode(result + own(text.slice(last)));
}
