/** What is reported about a source that is no Python program. */
import type { SyntaxErrorType } from './tokens/token.js';

export interface PySyntaxError {
  readonly type: SyntaxErrorType | 'MemoryError';
  readonly message: string;
  readonly line: number;
  /** 1-based character column, CPython's `offset`; 0 when it has none. */
  readonly column: number;
  readonly endLine: number;
  /** CPython's `end_offset`: -1 or 0 when it shows no range, 0 when it has none. */
  readonly endColumn: number;
  /** The source line, as CPython shows it. */
  readonly text: string;
  /** The tokenizer's errors show the line without its end. */
  readonly bare?: boolean;
  /** Found in the tree, as CPython's compiler does, which has no text but that of the file. */
  readonly isOfTree?: boolean;
  /** The exception tells no place at all. */
  readonly placeless?: boolean;
}

/** What CPython says (as a MemoryError) about a source that nests too deeply. */
export const TOO_COMPLEX = 'Parser stack overflowed - Python source too complex to parse';
