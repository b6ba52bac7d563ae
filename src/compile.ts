/** The pipeline: source text → tree → JavaScript. No IO. */
import { lower, type LowerOptions } from './lower/lower.js';
import { type ParseOptions, type PySyntaxError, parseModule } from './parser/parse.js';

export interface CompileOptions extends ParseOptions, Omit<LowerOptions, 'dialect'> {}

export type CompileResult =
  | {
      readonly ok: true;
      readonly js: string;
      readonly positions: readonly number[];
      readonly future: readonly string[];
      readonly source: string;
      readonly filename: string;
      readonly globalsMode: 'module' | 'dict';
    }
  | { readonly ok: false; readonly errors: readonly PySyntaxError[] };

/** Compiles one text. Never throws on bad input: the first error is the one that CPython reports. */
export function compile(source: string, options: CompileOptions): CompileResult {
  const parsed = parseModule(source, options);
  if (!parsed.ok) return { ok: false, errors: parsed.errors };
  const lowered = lower(parsed.module, parsed.source, options);
  return { ok: true, ...lowered, source, filename: options.filename, globalsMode: options.globalsMode ?? 'module' };
}
