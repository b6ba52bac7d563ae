/**
 * Loading a big CommonJS bundle with V8's code cache: compiled functions come from a file instead of being compiled again in every
 * thread (for 1 MB of script 1.5 ms instead of 20).
 *
 * The cache is a file of its own for each version of Node and of the bundle, in the user's cache directory; before there is one, it is a file
 * that the build has put beside the bundle. It is only ever a gain: whatever is wrong with it (absent, damaged, made by another V8), the
 * bundle is compiled as usual and the cache made anew.
 */
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder } from './cacheFolder.js';
import { makeFolder } from './makeFolder.js';
import { readSealed, sharedRoom, writeSealed } from './sealedFile.js';

/** Before the part of a cache's name that changes with each build. */
const BUILD_MARK = '=';
/** The code is followed by the uses that it was kept after. */
const USES_BYTES = 4;

/** What a bundle has been used for: each calls other functions of it, so that the code kept after one use lacks those of the other. */
export const Use = { main: 1, child: 2 } as const;

export interface LoadedBundle {
  readonly exports: unknown;
  /** Whether the compiled code came from the cache. */
  readonly cached: boolean;
  /**
   * Writes the cache, with all functions that have been compiled so far, if what there is was not made after this use. Best called when
   * the program has run. Failures are silent: there is just no cache then.
   * @param use one of {@link Use}
   * @param again even if it was: the program has used more of it than those before.
   */
  save(use?: number, again?: boolean): void;
}

/** What bundles share, by the name of the piece: filled by the bundle that has it, read by those that are loaded later. */
export type Pieces = Record<string, object>;

/** V8's code for a bundle, and the uses that it was kept after. */
interface KeptCode {
  readonly data: Uint8Array;
  readonly uses: number;
}

/** A bundle's files in shared memory: text, and V8's code for it if there is any. */
export interface BundleBytes {
  readonly source: Uint8Array;
  readonly code: KeptCode | null;
}

/** Reads a bundle for several threads. */
export function readBundle(filename: string, cacheDirectory = cacheFolder()): BundleBytes {
  return {
    source: readShared(filename),
    code: readKept(join(cacheDirectory, cacheName(filename)), sharedRoom) ?? readPrepared(filename, sharedRoom),
  };
}

function readShared(filename: string): Uint8Array {
  const descriptor = openSync(filename, 'r');
  try {
    const bytes = sharedRoom(fstatSync(descriptor).size);
    readSync(descriptor, bytes);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Loads a CommonJS bundle, as `require` would.
 * @param filename ASCII text of one function expression, `(function (exports, require, module, __filename, __dirname, pieces) {…})`.
 * @param given what has been read of it already.
 */
export function loadBundle(
  filename: string,
  pieces: Pieces,
  given?: BundleBytes,
  cacheDirectory = cacheFolder(),
): LoadedBundle {
  const cacheFile = join(cacheDirectory, cacheName(filename));
  const kept = given?.code ?? readKept(cacheFile) ?? readPrepared(filename);
  const source = asText(given?.source ?? readFileSync(filename));
  const script = new Script(source, { filename, ...(kept === null ? {} : { cachedData: kept.data as Buffer }) });
  const cached = kept !== null && script.cachedDataRejected === false;
  const module = { exports: {} };
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run(module.exports, createRequire(filename), module, filename, dirname(filename), pieces);
  let uses = cached ? kept.uses : 0;
  return {
    exports: module.exports,
    cached,
    save: (use = Use.main, again = false) => {
      if (!again && (uses & use) !== 0) return;
      uses |= use;
      // Another thread may have written it meanwhile, and what it holds is not to get lost.
      const found = kept !== null && !cached ? 0 : (readKept(cacheFile)?.uses ?? 0);
      if (!again && (found & use) !== 0) return;
      if (!again && (found & ~uses) !== 0) return;
      removeOthers(cacheFile);
      writeQuietly(cacheFile, () => withUses(script.createCachedData(), uses));
    },
  };
}

/** ASCII: nothing to decode, and V8 keeps a byte for a character. */
const asText = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1');

/**
 * One name for each bundle (its path), build of it (size and time) and version of Node. Without `node:crypto`, which takes as long
 * to load as it would save.
 */
function cacheName(filename: string): string {
  const { size, mtimeMs } = statSync(filename);
  let hash = 0;
  for (const char of filename) hash = (Math.imul(hash, 31) + char.codePointAt(0)!) | 0;
  const bundle = `${basename(filename)}-${(hash >>> 0).toString(36)}-${process.version}-${process.arch}`;
  return `${bundle}${BUILD_MARK}${size}-${Math.trunc(mtimeMs)}.code`;
}

/** Caches of earlier builds of the same bundle are of no more use. */
function removeOthers(cacheFile: string): void {
  try {
    const [bundle] = basename(cacheFile).split(BUILD_MARK) as [string];
    const directory = dirname(cacheFile);
    for (const name of readdirSync(directory)) {
      if (name.startsWith(bundle + BUILD_MARK)) rmSync(join(directory, name), { force: true });
    }
  } catch {
    // They only take room.
  }
}

/** What came with the build, beside the bundle. */
const readPrepared = (filename: string, room?: typeof sharedRoom): KeptCode | null =>
  readKept(`${filename}.code`, room);

/** The cached code; null if there is none or it is damaged. */
function readKept(file: string, room?: typeof sharedRoom): KeptCode | null {
  const bytes = readSealed(file, room);
  if (bytes === null) return null;
  const data = bytes.subarray(0, -USES_BYTES);
  return { data, uses: bytes.readUInt32LE(data.length) };
}

function withUses(data: Buffer, uses: number): Buffer {
  const trailer = Buffer.alloc(USES_BYTES);
  trailer.writeUInt32LE(uses);
  return Buffer.concat([data, trailer]);
}

function writeQuietly(file: string, make: () => Buffer): void {
  try {
    makeFolder(dirname(file));
    writeSealed(file, make());
  } catch {
    // There is just no cache then.
  }
}
