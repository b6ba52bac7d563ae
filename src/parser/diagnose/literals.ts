/** The values of literals: what is wrong inside them. */
import { decodeEscapes, decodeMiddle, EscapeError, unicodeProblem } from '../convert/escapes.js';
import { splitLiteral } from '../convert/strings.js';
import { T, type Token } from '../tokens/token.js';
import type { Machine } from './machine.js';

/** Checks literals side by side, f-strings by the tokens that open them: all are bytes or none is. */
export function checkMixture(m: Machine, literals: readonly Token[]): void {
  const bytes = literals.filter((token) => token.kind === T.String && isBytes(m, token));
  if (bytes.length > 0 && bytes.length < literals.length) m.raiseLast('cannot mix bytes and nonbytes literals');
}

/** Checks literal text inside an f-string. */
export function checkMiddle(m: Machine, token: Token): void {
  const problem = escapeProblem(textOf(m, token), decodeMiddle);
  if (problem) m.raiseLast(problem);
}

function textOf(m: Machine, { start, end }: Token): string {
  return m.source.text.slice(start, end);
}

function isBytes(m: Machine, token: Token): boolean {
  return splitLiteral(textOf(m, token)).prefix.includes('b');
}

/** Checks a plain literal by itself. */
export function checkPlain(m: Machine, token: Token): void {
  const { prefix, body } = splitLiteral(textOf(m, token));
  const bytes = prefix.includes('b');
  if (bytes && !/^[\x00-\x7f]*$/.test(body)) m.raise('bytes can only contain ASCII literal characters', token);
  const problem = prefix.includes('r') ? null : escapeProblem(body, (text) => decodeEscapes(text, bytes), bytes);
  if (problem) m.raise(problem, token);
}

/** What is wrong with the escapes of a literal, or null. */
function escapeProblem(body: string, decode: (text: string) => unknown, bytes = false): string | null {
  try {
    decode(body);
    return null;
  } catch (problem) {
    if (!(problem instanceof EscapeError)) throw problem;
    return bytes ? `(value error) ${problem.reason}` : `(unicode error) ${unicodeProblem(body, problem)}`;
  }
}

const MAX_DIGITS = 4300;

/** Throws if a decimal integer is longer than CPython converts. */
export function checkNumber(m: Machine, token: Token): void {
  const text = textOf(m, token).replaceAll('_', '');
  if (text.length <= MAX_DIGITS || !/^[0-9]+$/.test(text)) return;
  m.raiseLast(
    `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${text.length} digits; ` +
      'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to ' +
      'avoid decimal conversion limits.',
  );
}
