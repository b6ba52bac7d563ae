/**
 * The `%` operator where the template has nothing unusual and the arguments are of the types that go with it, which is
 * most formatting. Nothing is formatted twice: what is met first that is not plain is where the general way goes on.
 */
import type { Py } from '../object/object.js';
import { repr, str } from '../object/text.js';
import { toLatin1 } from '../object/buffer.js';
import { PyBytes, PyFloat, PyTuple } from '../object/values.js';
import { cpLength } from '../text/codePoints.js';
import { flat } from '../text/flat.js';
import { type FloatCode, formatDouble } from '../text/floatFormat.js';
import type { PercentBegun } from '../text/percentFormat.js';
import type { ParsedPercent, PercentField, PercentKind } from '../text/percentTemplate.js';

/** The result, or how far it came. Templates of bytes and of Python 2's str have one character a byte. */
export function percentPlain(template: ParsedPercent, value: Py, kind: PercentKind): string | PercentBegun {
  const args = value instanceof PyTuple ? value.items : undefined;
  const { pieces } = template;
  let taken = 0;
  let text = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const argument = args === undefined ? (taken === 0 ? value : undefined) : args[taken];
    const added = argument === undefined || !piece.isPlain ? undefined : convertedPlain(piece, argument, kind);
    if (added === undefined) return { pieces: i, taken, text };
    text += added;
    taken++;
  }
  return taken === (args === undefined ? 1 : args.length) ? flat(text) : { pieces: pieces.length, taken, text };
}

/** What one field makes of the value; undefined where it is not of the type that goes with it. */
export function convertedPlain(field: PercentField, value: Py, kind: PercentKind): string | undefined {
  const precision = field.precision as number;
  // Nothing else is sure to leave the result a str.
  if (kind === 'str2' && !isPlain2(value)) return undefined;
  switch (field.code) {
    case 's':
      if (precision >= 0) return undefined;
      if (kind === 'bytes') return value instanceof PyBytes ? blanks(toLatin1(value.data), field) : undefined;
      return blanks(typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : str(value), field);
    case 'r':
      return precision >= 0 || kind === 'bytes' ? undefined : blanks(repr(value), field);
    case 'd':
      return typeof value === 'number' && precision < 0 ? zeros(`${value}`, field) : undefined;
    case 'x':
      return typeof value === 'number' && precision < 0 ? zeros(value.toString(16), field) : undefined;
    case 'e':
    case 'f':
    case 'g': {
      const x = typeof value === 'number' ? value : value instanceof PyFloat ? value.v : undefined;
      if (x === undefined) return undefined;
      const flags = { python2: kind === 'str2' || kind === 'unicode2' };
      return zeros(formatDouble(x, field.code as FloatCode, precision < 0 ? 6 : precision, flags), field);
    }
    default:
      return undefined;
  }
}

const isPlain2 = (value: Py): boolean =>
  typeof value === 'string' || typeof value === 'number' || (value instanceof PyFloat && Math.abs(value.v) < LARGE);

/** Python 2's floats of that size are written in ways of their own. */
const LARGE = 1e50;

/** A text in its field. */
function blanks(text: string, { width, left }: PercentField): string {
  const missing = (width as number) <= 0 ? 0 : (width as number) - cpLength(text);
  if (missing <= 0) return text;
  return left ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
}

/** A number in its field; zeros come behind the sign. */
function zeros(text: string, field: PercentField): string {
  const missing = (field.width as number) - text.length;
  if (missing <= 0) return text;
  if (!field.zero || field.left) return blanks(text, field);
  return text.charCodeAt(0) === 45 ? `-${'0'.repeat(missing)}${text.slice(1)}` : '0'.repeat(missing) + text;
}
