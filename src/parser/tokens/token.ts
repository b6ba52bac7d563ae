/** What the tokenizer makes of a text. */
import type { Span } from '../ast.js';

/** Kinds of token. `Error` is only ever the last one. */
export const T = {
  Name: 1,
  Keyword: 2,
  Number: 3,
  String: 4,
  Op: 5,
  Newline: 6,
  Indent: 7,
  Dedent: 8,
  FStringStart: 9,
  FStringMiddle: 10,
  FStringEnd: 11,
  End: 12,
  Error: 13,
} as const;

export type TokenKind = (typeof T)[keyof typeof T];

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The name (NFKC), keyword or operator; `''` for every other kind. */
  readonly text: string;
}

export type SyntaxErrorType = 'SyntaxError' | 'IndentationError' | 'TabError';

/** Why the tokenizer stopped. Columns are 1-based characters, as in CPython's `SyntaxError.offset`. */
export interface TokenizerError {
  readonly type: SyntaxErrorType;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether it replaces an error that the parser found before it. */
  readonly replaces: boolean;
  /** The text shown with the error, when it is not the whole line. */
  readonly text?: string;
}

export interface TokenizerResult {
  /** Ends with an `End` token, or with an `Error` token if the text could not be read to its end. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
  /** Null with an `Error` token at the end means that the text ended inside brackets. */
  readonly error: TokenizerError | null;
  /** Whether the text ended, or the error was found, inside an f-string. */
  readonly inFString: boolean;
}

const SHARED_KEYWORDS =
  'and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield';

export const KEYWORDS: Readonly<Record<2 | 3, ReadonlySet<string>>> = {
  2: new Set(`${SHARED_KEYWORDS} exec print`.split(' ')),
  3: new Set(`${SHARED_KEYWORDS} False None True async await nonlocal`.split(' ')),
};

/** The operators of two and three characters; every other one is a single character. */
export const LONG_OPERATORS: Readonly<Record<2 | 3, ReadonlySet<string>>> = {
  2: new Set('!= <> <= >= == << >> ** // += -= *= /= %= &= |= ^= <<= >>= **= //='.split(' ')),
  3: new Set('!= <> <= >= == << >> ** // -> := += -= *= /= %= &= |= ^= @= <<= >>= **= //= ...'.split(' ')),
};

export const OPENING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
export const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
