/**
 * What each first run would have to make anew, made with the build: the compiled form of the library's modules (`dist/library`), and V8's
 * code for our own bundles beside them (`dist/NAME.js.code`).
 *
 * Programs that use the library are run with an empty cache, and what they leave there is kept. V8's code is that for what a module's import
 * runs: more of it would have to be read by each program, for functions that few of them call. It is only ever a gain: where it does not
 * fit (another Node, say), the user's cache takes over.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Arguments for `pymp run`, in their order: our bundles are kept after the first ones, which use little of them. */
const SMALL = [
  ['-c', 'print(1)'],
  ['-c', 'import multiprocessing\nmultiprocessing.Pool(1).map(abs, [1])'],
  ['-c', 'import array, binascii, struct\narray.array("i", [1])'],
  ['--python', '2', '-c', 'import cStringIO\nprint cStringIO.StringIO()'],
];
const LARGE = [
  ['build/usesLibrary.py', 'imports'],
  ['build/usesLibrary.py'],
  ['--python', '2', 'build/usesLibrary2.py', 'imports'],
  ['--python', '2', 'build/usesLibrary2.py'],
];

/**
 * @param folder where the bundles are. Says on stderr what went wrong, if anything did: then there is just less.
 * @param before where those of the build before are, if there was one: its library is taken over if it would be the same.
 * @param versions what the library depends on beside the compiler and its sources in `folder`.
 */
export function prepare(folder, before, versions) {
  const cache = resolve(folder, 'cache');
  const library = join(folder, 'library');
  const origin = originOf(folder, versions);
  try {
    for (const args of SMALL) run(cache, folder, args);
    if (!existsSync(cache)) throw new Error('The command that was built does not run.');
    takeBundles(cache, folder);
    if (originIn(before) === origin) {
      cpSync(join(before, 'library'), library, { recursive: true, preserveTimestamps: true });
      return;
    }
    for (const args of LARGE) run(cache, folder, args);
    mkdirSync(library);
    for (const name of readdirSync(cache)) if (name.startsWith('code-')) takeLibrary(join(cache, name), library);
    writeFileSync(join(library, ORIGIN), origin);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** Says what a prepared library was made from. */
const ORIGIN = 'origin';

const originIn = (folder) => {
  const file = join(folder, 'library', ORIGIN);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

/** What changes the library's sources before they are compiled. */
const REWRITING = ['datetimeTexts', 'namedTypes', 'ownSources'].map((name) => `src/runtime/import/${name}.ts`);

/** A sum of the compiler, of the sources that it compiles, of what changes them before, and of the programs that say which. */
function originOf(folder, versions) {
  const sum = createHash('sha256').update([process.version, ...versions].join());
  const sources = ['python2', 'python3'].flatMap((name) => filesBelow(join(folder, name)));
  const others = [...LARGE.flat().filter((name) => name.endsWith('.py')), ...REWRITING];
  for (const file of [join(folder, 'compiler.js'), ...sources, ...others]) sum.update(readFileSync(file));
  return sum.digest('hex');
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** Code for the bundles, from files called `NAME.js-….code` (src/runtime/kernel/codeCache.ts). */
function takeBundles(cache, folder) {
  for (const name of readdirSync(cache)) {
    const bundle = name.slice(0, name.indexOf('.js-') + 3);
    if (name.endsWith('.code')) copyFileSync(join(cache, name), join(folder, `${bundle}.code`));
  }
}

/** Compiled modules have a mark in their names (src/runtime/process/unitCache.ts). */
function takeLibrary(compiled, library) {
  for (const name of readdirSync(compiled))
    if (name.endsWith('.lib')) renameSync(join(compiled, name), join(library, name));
}

function run(cache, folder, args) {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js'), 'run', ...args], {
    env: { ...process.env, PYMP_CACHE: cache },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) process.stderr.write(`pymp run ${args.join(' ')}: exit ${status}\n${stderr}`);
}
