/** The folder of the library's Python sources, unpacked once from the package that brings them. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { unzipSync } from 'fflate';
import { moduleState, rt } from '../object/context.js';
import { cacheFolder } from '../kernel/cacheFolder.js';
import { makeFolder } from '../kernel/makeFolder.js';
import { nativePath, shownText } from './paths.js';

const require = createRequire(import.meta.url);

/** The folder of the modules that only Python 2 has: beside this bundle, or where the sources are. */
export function libraryPath2(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'python2');
  return existsSync(beside) ? beside : join(here, '../../python2');
}

/** The folder of the modules of Python 3's library that were written for this project, found as the one above. */
export const ownLibraryPath = (): string =>
  moduleState('own library path', () => {
    const here = dirname(fileURLToPath(import.meta.url));
    const beside = join(here, 'python3');
    return shownText(existsSync(beside) ? beside : join(here, '../../python3'));
  });

/** Where in the library's folder packages of others are. */
export const SITE_PACKAGES = '/site-packages';

/** Whether a file is one of the library's, in Python 3 or in Python 2. */
export function isLibraryFile(file: string): boolean {
  return isInLibrary(file) || file.startsWith(`${ownLibraryPath()}/`) || isLibraryFile2(file);
}

/** Whether a file or folder is in the library's folder, and the library's. */
export function isInLibrary(path: string): boolean {
  const library = String(rt.state.get('library path'));
  return path.startsWith(`${library}/`) && !path.startsWith(SITE_PACKAGES, library.length);
}

/** Whether a file is one of the modules that only Python 2 has. */
export const isLibraryFile2 = (file: string): boolean =>
  rt.dialect === 2 && file.startsWith(`${rt.state.get('library path 2')}/`);

/**
 * What distinguishes a file of the library, wherever the library lies: its compiled form goes by that. The files never change in place,
 * and another version of the library comes with another build.
 */
export function libraryStamp(file: string): string {
  const folders = [rt.state.get('library path'), ownLibraryPath(), rt.state.get('library path 2')].map(String);
  const at = folders.findIndex((folder) => file.startsWith(`${folder}/`));
  return `${at}${file.slice(folders[at]!.length)}|${statSync(nativePath(file)).size}`;
}

/** The library's folder; made on first use. The modules are those of Python 3.13 in both dialects. */
export function libraryPath(): string {
  const version = libraryVersion();
  const folder = join(cacheFolder(), `lib-${version}`, 'python3.13');
  if (existsSync(folder)) return folder;
  const zip = join(dirname(require.resolve('pyodide/package.json')), 'python_stdlib.zip');
  try {
    return unpack(zip, folder);
  } catch {
    // A cache that cannot be written: a folder of this run's own.
    return unpack(zip, join(tmpdir(), `pymp-${process.getuid?.() ?? 0}-${version}`, 'python3.13'));
  }
}

/** Version of the package that brings the library: known to the build, so that a start need not look for it. */
declare const PYODIDE_VERSION: string | undefined;
function libraryVersion(): string {
  if (typeof PYODIDE_VERSION === 'string') return PYODIDE_VERSION;
  return (JSON.parse(readFileSync(require.resolve('pyodide/package.json'), 'utf8')) as { version: string }).version;
}

/** Unpacks beside the target and renames, so that several processes at once never see half a folder. */
function unpack(zip: string, folder: string): string {
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.${process.pid}.${Date.now()}`;
  // A bundle of its own: it is needed once.
  const unzip = (require('./unpack.js') as { unzipSync: typeof unzipSync }).unzipSync;
  const files = unzip(readFileSync(zip));
  for (const [name, data] of Object.entries(files)) {
    if (name.endsWith('/')) continue;
    const path = join(temporary, name);
    makeFolder(dirname(path));
    writeFileSync(path, data);
  }
  try {
    renameSync(temporary, folder);
  } catch {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}
