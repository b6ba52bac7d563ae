/** Whether a program has its functions watched: its texts are compiled so that they tell of themselves then (see lower/3-transform/traced.ts). */
import type { CompileRequest, SourceText } from '../execute.js';
import { isLibraryFile } from '../import/library.js';
import { moduleState, rt } from '../object/context.js';
import type { ProgramOptions } from './payload.js';
import { programText, textsBeside } from './textsBeside.js';

/** What somebody watches with. */
const MODULES = '(?:pdb|bdb|trace|profile)';
const WATCHES = new RegExp(
  [
    String.raw`^[^#\n]*\b(?:settrace|setprofile)(?:_all_threads)?\b`,
    String.raw`^[^#\n]*\bbreakpoint(?:hook)?[ \t]*\(`,
    String.raw`^(?:[^#\n]*[;:])?[ \t]*import[ \t]+(?:[\w., \t]*,[ \t]*)?${MODULES}\b(?!\.)`,
    String.raw`^(?:[^#\n]*[;:])?[ \t]*from[ \t]+${MODULES}[ \t]+import\b`,
    String.raw`^[^#\n]*\b(?:import_module|__import__)\(['"]${MODULES}['"]`,
  ].join('|'),
  'm',
);
/** Texts without any of these words need no closer look. */
const WORDS = /\b(?:settrace\w*|setprofile\w*|breakpoint(?:hook)?|pdb|bdb|trace|profile)\b/;
const watches = (text: string): boolean => WORDS.test(text) && WATCHES.test(text);
const WATCHERS: ReadonlySet<string> = new Set(['pdb', 'bdb', 'trace', 'profile']);

interface Watching {
  isOn: boolean;
}

/**
 * The request, told to tell of everything where the program watches itself: of its own texts, not of the library's modules. One of these
 * whose code is asked for is what somebody wants to watch (`python -m pdb -m calendar`).
 */
export function withTracing(request: CompileRequest, source: SourceText): CompileRequest {
  if (request.globalsMode === 'module' && isLibraryFile(request.filename)) return request;
  const watching = moduleState<Watching>('is watched', () => ({ isOn: isWatched() }));
  // What is loaded later than the program was looked at is watched from then on.
  if (!watching.isOn && watches(typeof source === 'string' ? source : source())) watching.isOn = true;
  return watching.isOn ? { ...request, traced: true } : request;
}

function isWatched(): boolean {
  const { program } = rt.state.get('program options') as ProgramOptions;
  if (program.kind === 'module') return WATCHERS.has(program.name);
  if (program.kind === 'command') return watches(program.text);
  if (program.kind !== 'file') return false;
  return [programText(program.file), ...textsBeside(program.file)].some(watches);
}
