/** Source text to typed tree: the entry point of this folder. */
import type { Mod, Span } from './ast.js';
import { EscapeError } from './convert/escapes.js';
import { type ConvertOptions, convertModule } from './convert/module.js';
import { diagnose } from './diagnose/diagnose.js';
import type { PySyntaxError } from './errors.js';
import { applyFutures2 } from './futures.js';
import { NotPython } from './normalise/emitter.js';
import { SourceText } from './source.js';
import type { Token } from './tokens/token.js';
import { tokenize } from './tokens/tokenizer.js';
import type { Refused } from './validate/refuse.js';
import { validate } from './validate/validate.js';

export type { PySyntaxError } from './errors.js';

export interface ParseOptions {
  readonly filename: string;
  readonly dialect: 2 | 3;
  readonly mode?: 'exec' | 'eval' | 'single';
  /** Python 2: the encoding of the file, which its string literals keep. Default: utf-8. */
  readonly encoding?: string;
  /** False: only parses, as `ast.parse` does; by default what the compiler would refuse is refused too. */
  readonly validate?: boolean;
}

export type ParseResult =
  | { readonly ok: true; readonly module: Mod; readonly source: SourceText; readonly comments: readonly Span[] }
  | { readonly ok: false; readonly errors: readonly PySyntaxError[] };

/** Parses a whole source text. Never throws on bad input. */
export function parseModule(text: string, options: ParseOptions): ParseResult {
  const source = new SourceText(text);
  const { dialect, mode = 'exec', encoding = 'utf-8' } = options;
  const result = tokenize(source, dialect);
  const { tokens, unicodeLiterals } =
    dialect === 2 ? applyFutures2(result.tokens) : { tokens: result.tokens, unicodeLiterals: false };
  const module = result.error ? null : convert(source, tokens, { dialect, encoding, unicodeLiterals });
  const refused = module && options.validate !== false && dialect === 3 ? validate(module, source) : null;
  if (refused) return { ok: false, errors: [compileError(source, refused)] };
  const tree = module && inMode(module, mode);
  if (tree) return { ok: true, module: tree, source, comments: result.comments };
  const error = dialect === 3 ? diagnose(source, result, mode) : null;
  return {
    ok: false,
    errors: [
      error ?? {
        type: 'SyntaxError',
        message: 'invalid syntax',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        text: source.line(1),
      },
    ],
  };
}

/** The root that `mode` wants: a single expression for `eval`; null when the text is something else. */
function inMode(module: Mod, mode: 'exec' | 'eval' | 'single'): Mod | null {
  if (mode === 'exec' || module.type !== 'Module') return module;
  const { body } = module;
  if (mode === 'single') return { type: 'Interactive', body };
  const only = body.length === 1 ? body[0] : undefined;
  return only?.type === 'Expr' ? { type: 'Expression', body: only.value } : null;
}

/** The tree, or null if the tokens are no program. */
function convert(source: SourceText, tokens: readonly Token[], options: ConvertOptions): Mod | null {
  try {
    return convertModule(source, tokens, options);
  } catch (problem) {
    if (problem instanceof NotPython || problem instanceof EscapeError) return null;
    throw problem;
  }
}

/** CPython's compiler counts bytes where its parser counts characters. */
function compileError(source: SourceText, { message, span, openEnd }: Refused): PySyntaxError {
  const { line } = source.position(span.start);
  return {
    type: 'SyntaxError',
    message,
    line,
    column: source.utf8Column(span.start) + 1,
    endLine: openEnd ? line : source.position(span.end).line,
    endColumn: openEnd ? null : source.utf8Column(span.end) + 1,
    text: source.line(line),
  };
}
