/** Source text to typed tree: the entry point of this folder. */
import type { Mod, Span } from './ast.js';
import { convertModule } from './convert/module.js';
import type { PySyntaxError } from './errors.js';
import { applyFutures2 } from './futures.js';
import { NotPython } from './normalise/emitter.js';
import { SourceText } from './source.js';
import { tokenize } from './tokens/tokenizer.js';

export type { PySyntaxError } from './errors.js';

export interface ParseOptions {
  readonly filename: string;
  readonly dialect: 2 | 3;
  readonly mode?: 'exec' | 'eval' | 'single';
  /** Python 2: the encoding of the file, which its string literals keep. Default: utf-8. */
  readonly encoding?: string;
}

export type ParseResult =
  | { readonly ok: true; readonly module: Mod; readonly source: SourceText; readonly comments: readonly Span[] }
  | { readonly ok: false; readonly errors: readonly PySyntaxError[] };

/** Parses a whole source text. Never throws on bad input. */
export function parseModule(text: string, options: ParseOptions): ParseResult {
  const source = new SourceText(text);
  const { tokens: found, comments, error } = tokenize(source, options.dialect);
  if (error) return { ok: false, errors: [{ ...error, text: error.text ?? source.line(error.line) }] };
  try {
    const { dialect, encoding = 'utf-8' } = options;
    const { tokens, unicodeLiterals } =
      dialect === 2 ? applyFutures2(found) : { tokens: found, unicodeLiterals: false };
    const module = convertModule(source, tokens, { dialect, encoding, unicodeLiterals });
    return { ok: true, module, source, comments };
  } catch (problem) {
    if (!(problem instanceof NotPython)) throw problem;
    const message = 'invalid syntax';
    return {
      ok: false,
      errors: [{ type: 'SyntaxError', message, line: 1, column: 1, endLine: 1, endColumn: 1, text: source.line(1) }],
    };
  }
}
