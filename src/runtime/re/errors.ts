/**
 * What compiling a pattern or a template can raise. No Python objects here: the `re` module turns these into
 * `re.error` (`re.PatternError`), `OverflowError`, `ValueError` and so on.
 */

/**
 * `re.PatternError`: a pattern or replacement template that is not valid.
 *
 * Shape: `msg` is the bare text, `message` the one that `str()` shows; `pos` counts characters (code points) of
 * `pattern`, `lineno` and `colno` count from 1; all three are null when CPython gives no place.
 * Spec:  https://docs.python.org/3/library/re.html#re.PatternError
 */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly msg: string;
  readonly pattern: string | null;
  readonly pos: number | null;
  readonly lineno: number | null = null;
  readonly colno: number | null = null;

  constructor(msg: string, pattern: string | null = null, pos: number | null = null) {
    let text = msg;
    let lineno: number | null = null;
    let colno: number | null = null;
    if (pattern !== null && pos !== null) {
      const before = [...pattern].slice(0, pos);
      lineno = before.filter((c) => c === '\n').length + 1;
      colno = pos - before.lastIndexOf('\n');
      text = `${msg} at position ${pos}`;
      if (pattern.includes('\n')) text += ` (line ${lineno}, column ${colno})`;
    }
    super(text);
    this.msg = msg;
    this.pattern = pattern;
    this.pos = pos;
    this.lineno = lineno;
    this.colno = colno;
  }
}

/** A failure that Python reports with one of its ordinary exceptions, named by `kind`. */
export class ReValueError extends Error {
  override readonly name = 'ReValueError';
  readonly kind: 'OverflowError' | 'ValueError' | 'IndexError' | 'AssertionError' | 'RuntimeError';

  constructor(kind: ReValueError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A warning that CPython issues while it compiles a pattern. */
export interface PatternWarning {
  readonly category: 'FutureWarning' | 'RuntimeWarning';
  readonly message: string;
}

/** `repr()` of a name inside an error message; `prefix` is Python 2's `u`, `ascii` asks for `ascii()`. */
export function reprName(name: string, { prefix = '', ascii = false } = {}): string {
  const quote = name.includes("'") && !name.includes('"') ? '"' : "'";
  let text = '';
  for (const char of name) text += reprChar(char, quote, ascii);
  return prefix + quote + text + quote;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}\p{Zs}]$/u;

function reprChar(char: string, quote: string, ascii: boolean): string {
  const code = char.codePointAt(0)!;
  if (char === quote) return `\\${char}`;
  const short = SHORT_ESCAPES[char];
  if (short !== undefined) return short;
  if (code >= 0x20 && code < 0x7f) return char;
  if (!ascii && code > 0x7f && PRINTABLE.test(char)) return char;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
