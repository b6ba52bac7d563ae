/**
 * Names of functions that may fork, in the modules beside the program: a module that calls them is compiled so that the child can
 * go on in it (see lower/0-fork). They are read off the texts, since a module is compiled before those that it imports.
 */
import type { CompileRequest } from '../execute.js';
import { isLibraryFile } from '../import/library.js';
import { moduleState, rt } from '../object/context.js';
import type { ProgramOptions } from './payload.js';
import { textsBeside } from './textsBeside.js';

const DEFINITION = /^[ \t]*(?:def|class)[ \t]+(\w+)/gm;
const FORKS = /\bfork(?:pty)?[ \t]*\(/;

/** The request, with those names unless it is of the library. */
export function withForks(request: CompileRequest): CompileRequest {
  if (request.globalsMode !== 'module' || isLibraryFile(request.filename)) return request;
  return { ...request, forks: moduleState('fork names', namesBeside) };
}

function namesBeside(): readonly string[] {
  const { program } = rt.state.get('program options') as ProgramOptions;
  if (program.kind !== 'file') return [];
  const texts = textsBeside(program.file);
  if (!texts.some((text) => FORKS.test(text))) return [];
  const names = texts.flatMap((text) => Array.from(text.matchAll(DEFINITION), (found) => found[1]!));
  return [...new Set(names)].filter((name) => !name.startsWith('__')).sort();
}
