/** Source text to typed tree: the entry point of this folder. */
import { codingCookie, normalEncoding } from '../cookie.js';
import type { Mod, Span } from './ast.js';
import { EscapeError } from './convert/escapes.js';
import { type ConvertOptions, convertModule } from './convert/module.js';
import { diagnose } from './diagnose/diagnose.js';
import { diagnose2 } from './diagnose2/diagnose.js';
import { badKeyword } from './diagnose2/keywords.js';
import { type PySyntaxError, TOO_COMPLEX } from './errors.js';
import { applyFutures2 } from './futures.js';
import { inMode, type Mode } from './modes.js';
import { NotPython } from './normalise/emitter.js';
import { SourceText } from './source.js';
import type { Token } from './tokens/token.js';
import { tokenize } from './tokens/tokenizer.js';
import { tooNew } from './featureVersion.js';
import type { NameNote } from './validate/nameTable.js';
import { Refused } from './validate/refuse.js';
import { validate } from './validate/validate.js';
import { literalWarnings } from './warnings/tokens.js';
import { treeWarnings } from './warnings/tree.js';
import { compilerWarning, type PyWarning } from './warnings/warning.js';

export type { PySyntaxError } from './errors.js';

export interface ParseOptions {
  readonly filename: string;
  readonly dialect: 2 | 3;
  readonly mode?: Mode;
  /** Python 2: the encoding of the file, which its string literals keep. Default: what the text itself says, or utf-8. */
  readonly encoding?: string;
  /** Python 2: features of `from __future__` in force around the text. */
  readonly future?: readonly string[];
  /** False: only parses, as `ast.parse` does; by default what the compiler would refuse is refused too. */
  readonly validate?: boolean;
  /** What came after this minor version of Python 3 is refused. */
  readonly featureVersion?: number;
}

export type ParseResult =
  | {
      readonly ok: true;
      readonly module: Mod;
      readonly source: SourceText;
      readonly comments: readonly Span[];
      /** Python 3: what CPython warns about, in its order; without validation only what its parser sees. */
      readonly warnings: readonly PyWarning[];
    }
  | { readonly ok: false; readonly errors: readonly PySyntaxError[]; readonly warnings: readonly PyWarning[] };

/** The encoding that a comment at the start of the text names. */
function namedEncoding(text: string): string {
  const cookie = codingCookie(text.slice(0, 1000));
  if (cookie === null) return 'utf-8';
  const name = normalEncoding(cookie);
  return name === 'iso-8859-1' ? 'latin-1' : name;
}

/** Parses a whole source text. Never throws on bad input. */
export function parseModule(text: string, options: ParseOptions): ParseResult {
  const source = new SourceText(text);
  const { dialect, mode = 'exec', encoding = namedEncoding(text) } = options;
  const tokenized = tokenize(source, dialect, mode === 'exec');
  const { tokens, unicodeLiterals } =
    dialect === 2
      ? applyFutures2(tokenized.tokens, options.future)
      : { tokens: tokenized.tokens, unicodeLiterals: false };
  const result = { ...tokenized, tokens };
  const module = tokenized.error ? null : convert(source, tokens, mode, { dialect, encoding, unicodeLiterals });
  if (module === null || module instanceof Refused) {
    const keyword = dialect === 2 ? badKeyword(tokens) : null;
    // Where the rules find nothing wrong, the text nests deeper than the parser of the tree goes.
    const message = dialect === 3 ? TOO_COMPLEX : 'invalid syntax';
    const fallback = module ?? keyword ?? new Refused(message, { start: 0, end: 0 }, true);
    const problem = dialect === 3 ? diagnose(source, result, mode) : diagnose2(source, result, mode);
    const found = problem ?? compileError(source, fallback, dialect);
    const error: PySyntaxError = found.message === TOO_COMPLEX ? { ...found, type: 'MemoryError' } : found;
    // What `eval` and a prompt read gets no line end of its own.
    const isLast = mode !== 'exec' && error.line === source.position(text.length).line;
    const shown = isLast && error.text !== '' ? { ...error, bare: true } : error;
    return { ok: false, errors: [shown], warnings: warningsBefore(error, source, tokens, dialect) };
  }
  const early = options.featureVersion === undefined ? null : tooNew(module, source, options.featureVersion);
  if (early !== null)
    return { ok: false, errors: [{ ...compileError(source, early, 3), isOfTree: false }], warnings: [] };
  const notes: NameNote[] = [];
  const refused = options.validate === false ? null : validate(module, source, dialect, notes);
  if (refused) {
    const warnings = warningsOf(module, source, tokens, { ...options, validate: false }, notes);
    return { ok: false, errors: [compileError(source, refused, dialect)], warnings };
  }
  return {
    ok: true,
    module,
    source,
    comments: tokenized.comments,
    warnings: warningsOf(module, source, tokens, options, notes),
  };
}

/** What the parser has warned about when it comes to the error. */
function warningsBefore(
  error: PySyntaxError,
  source: SourceText,
  tokens: readonly Token[],
  dialect: 2 | 3,
): PyWarning[] {
  return dialect === 2 ? [] : literalWarnings(source, tokens).filter(({ line }) => line <= error.line);
}

function warningsOf(
  module: Mod,
  source: SourceText,
  tokens: readonly Token[],
  { dialect, validate: compiles }: ParseOptions,
  notes: readonly NameNote[],
): PyWarning[] {
  if (dialect === 2) return notes.map(({ message, at }) => compilerWarning(source, message, at));
  const literals = literalWarnings(source, tokens);
  return compiles === false ? literals : [...literals, ...treeWarnings(module, source)];
}

/** The tree; null if the tokens are no program, and the error if it is already known (as it is in Python 2). */
function convert(
  source: SourceText,
  tokens: readonly Token[],
  mode: Mode,
  options: ConvertOptions,
): Mod | Refused | null {
  try {
    return inMode(convertModule(source, tokens, options), mode, tokens, source);
  } catch (problem) {
    if (problem instanceof Refused) return problem;
    if (problem instanceof RangeError) return new Refused(TOO_COMPLEX, { start: 0, end: 0 }, true);
    if (problem instanceof NotPython || problem instanceof EscapeError) return null;
    throw problem;
  }
}

/** CPython's compiler counts bytes where its parser counts characters; that of Python 2 says only the line. */
function compileError(
  source: SourceText,
  { message, span, openEnd, placeless }: Refused,
  dialect: 2 | 3,
): PySyntaxError {
  const { line } = source.position(span.start);
  const text = source.line(line);
  if (dialect === 2)
    return {
      type: 'SyntaxError',
      message,
      line,
      column: 0,
      endLine: line,
      endColumn: 0,
      text,
      placeless,
      isOfTree: true,
    };
  return {
    type: 'SyntaxError',
    message,
    line,
    column: source.utf8Column(span.start) + 1,
    endLine: openEnd ? line : source.position(span.end).line,
    endColumn: openEnd ? 0 : source.utf8Column(span.end) + 1,
    text,
    isOfTree: true,
  };
}
