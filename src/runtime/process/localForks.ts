/**
 * Names of functions that may fork, in the modules beside the program: a module that calls them is compiled so that the child can
 * go on in it (see lower/0-fork). They are read off the texts, since a module is compiled before those that it imports.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompileRequest } from '../execute.js';
import { isLibraryFile } from '../import/library.js';
import { processPath } from '../import/paths.js';
import { moduleState, rt } from '../object/context.js';
import type { ProgramOptions } from './payload.js';

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))/gm;
const DEFINITION = /^[ \t]*(?:def|class)[ \t]+(\w+)/gm;
const FORKS = /\bfork(?:pty)?[ \t]*\(/;
/** More files than this are not looked at. */
const MAX_FILES = 50;

/** The request, with those names where they matter. */
export function withForks(request: CompileRequest): CompileRequest {
  if (request.globalsMode !== 'module' || isLibraryFile(request.filename)) return request;
  const forks = moduleState('fork names', namesBeside);
  return forks.length === 0 ? request : { ...request, forks };
}

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
  const main = processPath(program.file);
  const texts = [readText(main), ...moduleState('texts beside', () => localModules(main))];
  return texts.some((text) => PROFILER.test(text) && PROFILES.test(text));
}

function namesBeside(): readonly string[] {
  const { program } = rt.state.get('program options') as ProgramOptions;
  if (program.kind !== 'file') return [];
  const texts = moduleState('texts beside', () => localModules(processPath(program.file)));
  if (!texts.some((text) => FORKS.test(text))) return [];
  const names = texts.flatMap((text) => Array.from(text.matchAll(DEFINITION), (found) => found[1]!));
  return [...new Set(names)].filter((name) => !name.startsWith('__')).sort();
}

/** Texts of the modules that the program imports from its own folder, and that these do. */
function localModules(main: string): string[] {
  const folder = dirname(main);
  const files = new Set([main]);
  const texts: string[] = [];
  for (const file of files) {
    const text = readText(file);
    if (file !== main) texts.push(text);
    for (const name of importedNames(text)) {
      const path = join(folder, ...name.split('.'));
      const found = [`${path}.py`, join(path, '__init__.py')].find((candidate) => existsSync(candidate));
      if (found !== undefined && files.size < MAX_FILES) files.add(found);
    }
  }
  return texts;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function importedNames(text: string): string[] {
  return Array.from(text.matchAll(IMPORT)).flatMap(([, from, list]) =>
    from !== undefined ? [from] : list!.split(',').map((part) => part.trim().split(/\s/)[0]!),
  );
}
