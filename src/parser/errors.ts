/** What is reported about a source that is no Python program. */
import type { SyntaxErrorType } from './tokens/token.js';

export interface PySyntaxError {
  readonly type: SyntaxErrorType;
  readonly message: string;
  readonly line: number;
  /** 1-based character column, CPython's `offset`. */
  readonly column: number;
  readonly endLine: number;
  /** CPython's `end_offset`: -1, 0 or null when it shows no range. */
  readonly endColumn: number | null;
  /** The source line, as CPython shows it. */
  readonly text: string;
}
