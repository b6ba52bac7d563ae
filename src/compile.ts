/** The pipeline: source text → tree → JavaScript. No IO. */
import { refusedForks } from './lower/0-fork/refused.js';
import { type PrintedTree, printedTree, restored } from './parser/printedTree.js';
import { SourceText } from './parser/source.js';
import { lower, type LowerOptions } from './lower/lower.js';
import type { PyWarning } from './parser/warnings/warning.js';
import { type ParseOptions, type PySyntaxError, parseModule } from './parser/parse.js';

export interface CompileOptions extends ParseOptions, Omit<LowerOptions, 'dialect'> {
  /** The text is the program: what could not work in it is an error before it runs. */
  readonly isProgram?: boolean;
}

export type CompileResult =
  | {
      readonly ok: true;
      readonly js: string;
      readonly positions: readonly number[];
      readonly future: readonly string[];
      readonly source: string;
      readonly filename: string;
      readonly globalsMode: 'module' | 'dict';
      readonly warnings: readonly PyWarning[];
    }
  | { readonly ok: false; readonly errors: readonly PySyntaxError[]; readonly warnings: readonly PyWarning[] };

/** Compiles one text. Never throws on bad input: the first error is the one that CPython reports. */
export function compile(source: string, options: CompileOptions): CompileResult {
  // Trees come from `compile` alone.
  const printed = options.globalsMode === 'dict' && options.dialect === 3 ? printedTree(source) : null;
  if (printed !== null) return compileTree(source, printed, options);
  const parsed = parseModule(source, options);
  if (!parsed.ok) return { ok: false, errors: parsed.errors, warnings: parsed.warnings };
  const refused = options.isProgram === true ? refusedForks(parsed.module, parsed.source) : [];
  if (refused.length > 0) return { ok: false, errors: refused, warnings: parsed.warnings };
  const lowered = lower(parsed.module, parsed.source, options);
  const { filename, globalsMode = 'module' } = options;
  return { ok: true, ...lowered, source, filename, globalsMode, warnings: parsed.warnings };
}

/** A tree that a program has made: its errors are those that no text shows. */
function compileTree(source: string, printed: PrintedTree, options: CompileOptions): CompileResult {
  const parsed = parseModule(printed.text, options);
  if (!parsed.ok) return { ok: false, errors: parsed.errors, warnings: parsed.warnings };
  const lowered = lower(restored(parsed.module, printed), new SourceText(source), options);
  const { filename, globalsMode = 'module' } = options;
  return { ok: true, ...lowered, source, filename, globalsMode, warnings: [] };
}
