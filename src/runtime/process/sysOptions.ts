/** What the command line and the environment say of `sys`: argv, path, flags. */
import { existsSync, lstatSync, readlinkSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isArchiveFile } from '../import/archive.js';
import { libraryPath, libraryPath2, SITE_PACKAGES } from '../import/library.js';
import { shownText } from '../import/paths.js';
import { rt } from '../object/context.js';
import type { SysOptions } from '../stdlib/sys.js';
import type { Program, ProgramOptions } from './payload.js';

export function sysOptions(options: ProgramOptions): SysOptions {
  const { program } = options;
  const environ = options.ignoreEnvironment ? {} : (rt.state.get('environ') as Record<string, string>);
  const extra = (environ.PYTHONPATH ?? '')
    .split(':')
    .filter((entry) => entry !== '')
    .map((entry) => resolve(entry));
  const library = libraryPath();
  const shown = (text: string) => shownText(text, options.dialect);
  const first = options.safePath ? [] : firstOfPath(program, options.dialect);
  return {
    argv: [options.named ? programName(program) : '', ...options.args].map(shown),
    path: [...first, ...extra, library, ...sitePackages(library, options)].map(shown),
    first: first.length === 0 ? null : shown(first[0]!),
    executable: shown(options.executable),
    flags: options.flags,
    warnOptions: options.warnOptions,
    xOptions: Object.fromEntries(options.xOptions.map(splitOption)),
    libraryPath: shown(library),
    libraryPath2: shown(libraryPath2()),
  };
}

/** Packages that somebody has put beside the library, as CPython has them. */
function sitePackages(library: string, { dialect, flags }: ProgramOptions): string[] {
  const folder = `${library}${SITE_PACKAGES}`;
  return dialect === 3 && !flags.no_site && existsSync(folder) ? [folder] : [];
}

/** `sys.argv[0]`; `runpy` puts a module's file in the place of `-m`. */
function programName(program: Program): string {
  switch (program.kind) {
    case 'file':
      return program.file;
    case 'command':
      return '-c';
    case 'module':
      return '-m';
    case 'stdin':
      return '-';
  }
}

/** `sys.path[0]`: the folder of the program (of what a link points to), or the folder itself when it is one. */
function firstOfPath(program: Program, dialect: 2 | 3): string[] {
  if (program.kind === 'module') return dialect === 2 ? [''] : [rt.cwd!];
  if (program.kind !== 'file') return [''];
  const path = resolve(rt.cwd!, program.file);
  try {
    if (statSync(path).isDirectory() || (dialect === 3 && isArchiveFile(path)))
      return [dialect === 2 || program.file.startsWith('/') ? program.file : `${rt.cwd}/${program.file}`];
    if (lstatSync(path).isSymbolicLink()) return [dirname(resolve(dirname(path), readlinkSync(path)))];
  } catch {
    // The program is not there: reported when it is opened.
  }
  return [dirname(path)];
}

function splitOption(option: string): [string, string | true] {
  const at = option.indexOf('=');
  return at < 0 ? [option, true] : [option.slice(0, at), option.slice(at + 1)];
}
