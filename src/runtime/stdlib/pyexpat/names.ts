/**
 * Patterns of names and of characters.
 * Spec: https://www.w3.org/TR/2006/REC-xml-20060816/#CharClasses (Appendix B, the fourth edition's, which Expat goes by)
 */
import { moduleState } from '../../object/context.js';

/** Letter beyond ASCII: for each range its distance from the end of the one before, and its length less one; in base 36. */
const LETTERS =
  '1s-m 2-u 2-1l 3-a 3-7 2-1g 2-1v a-z 4-1 5-t 1l-2g j-6 5h 2-2 2 2-j 2-17 2-6 4 2 2 2 2-h e-b 2-1t 2-b ' +
  '2-z f-1g 3-1 3-1 4-r 3-7 3-1 1k-11 3 8-11 22-q 6-2 1b-p 7-9 13-1y 3-4 2-e 2-3 2 g-1 f3-1g 4 r-9 10-7 ' +
  '3-1 3-l 2-6 2 4-3 z-1 2-2 f-1 k-5 5-1 3-l 2-6 2-1 2-1 2-1 w-3 2 k-2 h-6 2 2-2 2-l 2-6 2-1 2-4 4 z ' +
  '11-7 3-1 3-l 2-6 2-1 3-3 4 v-1 2-2 10-5 4-2 2-3 4-1 2 2-1 4-1 4-2 4-7 2-2 24-7 2-2 2-m 2-9 2-4 13-1 ' +
  '10-7 2-2 2-m 2-9 2-4 11 2-1 10-7 2-2 2-m 2-f 13-1 4g-19 2 2-1 d-5 1o-1 2 3-1 2 3 7-3 2-6 2-2 2 2 3-1 ' +
  '2-1 2 2-1 a 3-4 3g-7 2-w 8n-11 b-12 a 2-1 2-2 2 2-1 2-4 16 2 2 c 2 2 4-1 4 6-2 2 2 2 2 4-1 4-1 2 15 ' +
  'a 3 3-1 8-1 2 2-6 15 5 9 2dj-4b 5-2h 7-l 3-5 3-11 3-5 3-7 2 2 2 2-u 3-1g 2-6 2 4-2 2-6 4-3 3-5 5-c ' +
  '6-2 2-6 8a 4-1 3 2a-2 2v9 q-8 o-2b d-2h b-13 5p0-g4l 2fv-8mb';

/** Digit, CombiningChar and Extender beyond ASCII, in the same form. */
const OTHERS =
  '1j ex-1 1b-1x r-1 12 70-3 7f-g 2-m 2-2 2 2-1 2 3g b-7 e-9 7 2u-e 3-1 2-3 3-9 eg-2 1l 2-f 4-3 e-1 3-9 ' +
  'i-2 1l 2-6 3-1 3-2 a b-1 3-9 j 1m 2-4 5-1 3-2 p-b g-2 1l 2-7 2-2 2-2 p-9 i-2 1l 2-5 4-1 3-2 9-1 f-9 ' +
  'j-1 1n-4 4-2 2-3 a g-8 i-2 1n-6 2-2 2-3 8-1 g-9 j-1 1n-6 2-2 2-3 8-1 g-9 j-1 1n-5 3-2 2-3 a f-9 5e ' +
  '3-6 c-8 2-9 2g 3-5 2-1 a 2-5 3-9 1r-1 7-9 c 2 2 5-1 1e-j 2-5 5-5 2 2-k 4-6 2 3dj-c 5 2zo 11-5 2-4 ' +
  '2s-1 3-1 2m-2';

/** The ranges as a part of a pattern's `[…]`. */
function ranges(packed: string): string {
  let at = 0x80;
  const escape = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  return packed
    .split(' ')
    .map((range) => {
      const [gap, length = '0'] = range.split('-');
      const from = at + Number.parseInt(gap!, 36);
      at = from + Number.parseInt(length, 36);
      return from === at ? escape(from) : `${escape(from)}-${escape(at)}`;
    })
    .join('');
}

export interface NamePatterns {
  /** A name up to its first colon. */
  readonly plain: RegExp;
  /** A name that may have colons anywhere. */
  readonly any: RegExp;
  /** What may stand where a declaration has a name, and may start with a digit. */
  readonly token: RegExp;
}

/** The patterns of names, all sticky. They are long, so they are made with the first parser. */
export const namePatterns = (): NamePatterns =>
  moduleState('names of XML', () => {
    const letter = `A-Za-z_${ranges(LETTERS)}`;
    const other = `${letter}0-9.\\-${ranges(OTHERS)}`;
    return {
      plain: new RegExp(`[${letter}][${other}]*`, 'y'),
      any: new RegExp(`[${letter}:][${other}:]*`, 'y'),
      token: new RegExp(`[${other}:]+`, 'y'),
    };
  });

/** What is no character of XML: a lone surrogate stands for one that is cut off at the end of the data (PARTIAL). */
const NO_CHAR = '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff';
/** A run of text without markup, line ends and brackets. */
export const TEXT = new RegExp(`[^<&\\]\\n\\r${NO_CHAR}]+`, 'uy');
/** A run of a CDATA section without line ends and brackets. */
export const SECTION = new RegExp(`[^\\]\\n\\r${NO_CHAR}]+`, 'uy');
/** A run of an attribute's value, without references and both quotes. */
export const VALUE = new RegExp(`[^<&"'${NO_CHAR}]+`, 'uy');
/** A run of a literal in a declaration, without both quotes. */
export const LITERAL = new RegExp(`[^"'${NO_CHAR}]+`, 'uy');
/** A run of a comment. */
export const COMMENT = new RegExp(`[^\\-${NO_CHAR}]+`, 'uy');
/** A run of an instruction. */
export const INSTRUCTION = new RegExp(`[^?${NO_CHAR}]+`, 'uy');
/** A run of a section of the DTD that is left out. */
export const IGNORED = new RegExp(`[^<\\]${NO_CHAR}]+`, 'uy');

/** What decoding puts for bytes that are no text. */
export const MALFORMED = '\0';
/** What decoding puts for a character whose last bytes are missing at the end of the document. */
export const PARTIAL = '\ud800';
/** The same for one whose only byte there is one of two. */
export const HALF = '\udfff';

/** Where the run that the pattern (sticky) finds at `at` ends. */
export function endOfRun(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
