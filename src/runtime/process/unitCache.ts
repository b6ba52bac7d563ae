/**
 * Compiled texts on disk: what the compiler made of a text, and what V8 made of that.
 *
 * A file is named by a hash of the text, the options and this build of the compiler. It is written beside its place and
 * renamed, so that several processes at once see a whole file or none; one that is damaged is ignored and made anew;
 * where nothing can be written there is just no cache.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Script } from 'node:vm';
import type { CompileRequest, SourceText } from '../execute.js';
import { type CompiledUnit, withSource } from '../unit.js';
import { cacheFolder } from '../kernel/cacheFolder.js';
import { makeFolder } from '../kernel/makeFolder.js';
import { readSealed, writeSealed } from '../kernel/sealedFile.js';

const MAGIC = 0x706d7033;
const HEADER_CELLS = 6;
const MAX_FILES = 3000;
const BUILDS_KEPT = 10;

/** At the end of the names of files for modules of the library. (build/prepared.mjs knows it.) */
const LIBRARY_MARK = '.lib';
const isOfLibrary = (key: string): boolean => key.endsWith(LIBRARY_MARK);

export class UnitCache {
  private readonly folder: string;
  /**
   * @param build distinguishes builds of the compiler.
   * @param prepared a folder of compiled modules of the library that came with the build; it need not be there.
   */
  constructor(
    build: string,
    private readonly prepared: string,
  ) {
    this.folder = join(cacheFolder(), `code-${build}-${process.version}`);
  }

  /** Name of the text's file. */
  key(source: SourceText, request: CompileRequest, dialect: 2 | 3): string {
    const options = `${request.mode}|${request.globalsMode}|${request.dialect ?? dialect}|${request.future?.join() ?? ''}|${request.optimize ?? 0}|${request.threaded === undefined ? '' : 't'}|${request.forks?.join() ?? ''}${request.profiled ? '|p' : ''}${request.traced ? '|w' : ''}`;
    if (request.stamp !== undefined) return `${hash(`${options}|${request.stamp}`, 1)}${LIBRARY_MARK}`;
    const text = typeof source === 'string' ? source : source();
    return `${hash(text, 1)}${hash(`${request.filename}|${options}`, 2)}${text.length.toString(36)}`;
  }

  load(key: string, source: SourceText, request: CompileRequest): CompiledUnit | null {
    const file = readSealed(join(this.folder, key)) ?? (isOfLibrary(key) ? readSealed(join(this.prepared, key)) : null);
    const unit = file === null ? null : decode(file, request);
    if (unit === null) return null;
    return typeof source === 'string' ? { ...unit, source } : withSource(unit, source);
  }

  has(key: string): boolean {
    return existsSync(join(this.folder, key)) || (isOfLibrary(key) && existsSync(join(this.prepared, key)));
  }

  /** Adds or replaces a text's file; `script` brings V8's compiled code. Failures are silent. */
  save(key: string, unit: CompiledUnit, script: Script | null): void {
    try {
      if (makeFolder(this.folder)) removeOldBuilds(this.folder);
      writeSealed(join(this.folder, key), encode(unit, script?.createCachedData() ?? null));
      if (Math.random() < 0.02) this.prune();
    } catch {
      // Nowhere to keep it: the next run compiles again.
    }
  }

  /** Keeps the folder bounded: the files that have not been used for longest go. */
  private prune(): void {
    const files = readdirSync(this.folder).map((name) => join(this.folder, name));
    if (files.length <= MAX_FILES) return;
    const byAge = files.map((file) => ({ file, used: statSync(file).mtimeMs })).sort((a, b) => a.used - b.used);
    for (const { file } of byAge.slice(0, files.length - MAX_FILES)) rmSync(file, { force: true });
  }
}

/** A new build starts with no file; those of builds before the last few go. */
function removeOldBuilds(newest: string): void {
  const parent = dirname(newest);
  const folders = readdirSync(parent).flatMap((name) => (name.startsWith('code-') ? [join(parent, name)] : []));
  const byAge = folders.map((folder) => ({ folder, used: statSync(folder).mtimeMs })).sort((a, b) => b.used - a.used);
  for (const { folder } of byAge.slice(BUILDS_KEPT)) rmSync(folder, { recursive: true, force: true });
}

/** Layout: header (magic, kind of text, lengths of the parts), then JSON of the small fields, the text, positions, V8's data. */
function encode(unit: CompiledUnit, data: Buffer | null): Buffer {
  const head = Buffer.from(
    JSON.stringify({
      future: unit.future,
      globalsMode: unit.globalsMode,
      dialect: unit.dialect,
      ...(unit.warnings?.length ? { warnings: unit.warnings } : {}),
    }),
  );
  const isAscii = !/[^\0-\x7f]/.test(unit.js);
  const js = Buffer.from(unit.js, isAscii ? 'latin1' : 'utf8');
  const positions = Buffer.from(Int32Array.from(unit.positions).buffer);
  const parts = [head, js, positions, data ?? Buffer.alloc(0)];
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(HEADER_CELLS * 4);
  [MAGIC, isAscii ? 1 : 0, ...parts.map((part) => part.length)].forEach((value, i) =>
    header.writeUInt32LE(value >>> 0, i * 4),
  );
  return Buffer.concat([header, body]);
}

function decode(file: Buffer, request: CompileRequest): Omit<CompiledUnit, 'source'> | null {
  const cell = (i: number) => file.readUInt32LE(i * 4);
  const body = file.subarray(HEADER_CELLS * 4);
  const [headEnd, jsEnd, positionsEnd, end] = ends([cell(2), cell(3), cell(4), cell(5)]);
  if (cell(0) !== MAGIC || end !== body.length) return null;
  const { future, globalsMode, dialect, warnings } = JSON.parse(body.toString('utf8', 0, headEnd)) as Pick<
    CompiledUnit,
    'future' | 'globalsMode' | 'dialect' | 'warnings'
  >;
  const positions = new Int32Array((positionsEnd! - jsEnd!) / 4);
  new Uint8Array(positions.buffer).set(body.subarray(jsEnd, positionsEnd));
  return {
    js: body.toString(cell(1) === 1 ? 'latin1' : 'utf8', headEnd, jsEnd),
    positions,
    future,
    filename: request.filename,
    ...(request.stamp === undefined ? {} : { stamp: request.stamp }),
    ...(globalsMode ? { globalsMode } : {}),
    ...(dialect ? { dialect } : {}),
    ...(warnings ? { warnings } : {}),
    ...(end === positionsEnd ? {} : { cachedData: body.subarray(positionsEnd) }),
  };
}

/** Where each part ends. */
function ends(lengths: readonly number[]): number[] {
  let at = 0;
  return lengths.map((length) => (at += length));
}

/** 53 bits of a text; two differently seeded ones name it well enough. */
function hash(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
