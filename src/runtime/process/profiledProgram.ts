/** Whether a program counts its own calls: its texts are compiled so that they tell of them then (see lower/3-transform/profiled.ts). */
import type { CompileRequest } from '../execute.js';
import { isLibraryFile } from '../import/library.js';
import { moduleState, rt } from '../object/context.js';
import type { ProgramOptions } from './payload.js';
import { programText, textsBeside } from './textsBeside.js';

/** Texts that import a profiler. */
const PROFILER = /\b(?:cProfile|_lsprof)\b/;
const PROFILES = /^[ \t]*(?:from|import)[ \t]+(?:[\w., \t]*,[ \t]*)?(?:cProfile|_lsprof)\b/m;
const PROFILER_FILE = /[\\/](?:cProfile|profile)\.py$/;

/** The request, told to count calls where the program does so: of its own texts and of the profiler's. */
export function withProfile(request: CompileRequest): CompileRequest {
  if (!moduleState('is profiled', isProfiled)) return request;
  const isOwn = !isLibraryFile(request.filename) || PROFILER_FILE.test(request.filename);
  return isOwn ? { ...request, profiled: true } : request;
}

function isProfiled(): boolean {
  const { program } = rt.state.get('program options') as ProgramOptions;
  if (program.kind === 'module') return program.name === 'cProfile';
  if (program.kind === 'command') return PROFILES.test(program.text);
  if (program.kind !== 'file') return false;
  const texts = [programText(program.file), ...textsBeside(program.file)];
  return texts.some((text) => PROFILER.test(text) && PROFILES.test(text));
}
