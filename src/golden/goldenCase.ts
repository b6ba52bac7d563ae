/**
 * A golden case: a folder with a program and what it must print.
 *
 *   main.py              the program; further modules, packages and data may lie beside it
 *   files/               what lies in the working directory too, under its own names
 *   args                 one argument a line
 *   stdin.txt            what the program reads
 *   case.json            settings, see settings.ts
 *   expected.txt         what it prints; expected.2.txt and expected.3.txt if it runs under both dialects
 *   expected.stderr.txt  expected.exit   the same for stderr and the exit code (a number, or a signal such as SIGTERM)
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { GoldenError } from './errors.js';
import { type Dialect, parseSettings, type Settings } from './settings.js';

export interface GoldenCase {
  /** The folder below the root of the search, with `/`; unique within one search. */
  readonly name: string;
  readonly folder: string;
}

/** One run of a case: a case of two dialects is two of them. */
export interface Variant {
  /** `area/case`, or `area/case@2` where a case runs under both dialects. */
  readonly name: string;
  readonly folder: string;
  readonly dialect: Dialect;
  readonly settings: Settings;
  readonly args: readonly string[];
  /** Whether its goldens carry the dialect in their names. */
  readonly hasOwnGoldens: boolean;
}

/** A case that cannot even be run, and why. */
export interface BrokenCase {
  readonly name: string;
  readonly folder: string;
  readonly reason: string;
}

const MAIN = 'main.py';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * All cases in and below `path` (a folder, or the main.py of one case), sorted by name.
 *
 * Errors: GoldenError if there is no such path, or no case in it.
 */
export function findCases(path: string): GoldenCase[] {
  if (!existsSync(path)) throw new GoldenError(`${path}: no such file or folder`);
  const isMain = basename(path) === MAIN && lstatSync(path).isFile();
  const root = resolve(isMain ? dirname(path) : path);
  if (!lstatSync(root).isDirectory()) throw new GoldenError(`${path}: not a folder of cases, nor a ${MAIN}`);
  const folders = [...caseFolders(root)].sort();
  if (folders.length === 0) throw new GoldenError(`${path}: no case in it (a case is a folder with a ${MAIN})`);
  return folders.map((folder) => ({ folder, name: caseName(root, folder) }));
}

function* caseFolders(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === MAIN && entry.isFile())) {
    yield folder; // what lies below belongs to the case
    return;
  }
  for (const entry of entries) {
    if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
      yield* caseFolders(join(folder, entry.name));
    }
  }
}

function caseName(root: string, folder: string): string {
  const below = relative(root, folder).replaceAll('\\', '/');
  // A single case given by its path still gets its area: the name that it has in the whole corpus.
  return below.includes('/')
    ? below
    : [...root.split(/[\\/]/).slice(below === '' ? -2 : -1), below].filter(Boolean).join('/');
}

/** The runs of a case, or why it has none. */
export function loadCase({ name, folder }: GoldenCase): Variant[] | BrokenCase {
  try {
    const jsonFile = join(folder, 'case.json');
    const source = readFileSync(join(folder, MAIN), 'latin1'); // the header is ASCII, the rest may be any encoding
    const settings = parseSettings(source, join(folder, MAIN), readOptional(jsonFile), jsonFile);
    const args = argumentLines(readOptional(join(folder, 'args')));
    const hasOwnGoldens = settings.pythons.length > 1;
    return settings.pythons.map((dialect) => ({
      name: hasOwnGoldens ? `${name}@${dialect}` : name,
      folder,
      dialect,
      settings,
      args,
      hasOwnGoldens,
    }));
  } catch (error) {
    if (error instanceof GoldenError) return { name, folder, reason: error.message };
    throw error;
  }
}

function argumentLines(text: string | undefined): string[] {
  return text === undefined ? [] : text.replace(/\n$/, '').split('\n');
}

/** The text of a file, undefined if there is none. Errors: GoldenError that names a file that is not UTF-8. */
export function readOptional(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return utf8.decode(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new GoldenError(`${file}: not UTF-8`);
    }
    throw new GoldenError(`${file}: cannot be read: ${(error as Error).message}`);
  }
}
