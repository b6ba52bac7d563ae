/**
 * Compiled texts on disk: what the compiler made of a text, and what V8 made of that.
 *
 * A file is named by a hash of the text, the options and this build of the compiler. It is written beside its place and
 * renamed, so that several processes at once see a whole file or none; one that is damaged is ignored and made anew;
 * where nothing can be written there is just no cache.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import type { CompileRequest } from '../execute.js';
import { cacheFolder } from '../import/library.js';
import type { CompiledUnit } from '../unit.js';

const MAGIC = 0x706d7031;
const HEADER_CELLS = 6;
/** Texts for `exec` and `eval` that are shorter than this are compiled as fast as they are looked up. */
const MIN_SOURCE = 200;
const MAX_FILES = 3000;

export class UnitCache {
  private readonly folder: string;
  /** @param build distinguishes builds of the compiler. */
  constructor(build: string) {
    this.folder = join(cacheFolder(), `code-${build}-${process.version}`);
  }

  /** Name of the text's file, or null when it is not worth one. */
  key(source: string, request: CompileRequest, dialect: 2 | 3): string | null {
    if (request.globalsMode === 'dict' && source.length < MIN_SOURCE) return null;
    const options = `${request.filename}|${request.mode}|${request.globalsMode}|${request.dialect ?? dialect}|${request.future?.join() ?? ''}|${request.optimize ?? 0}|${request.threaded === undefined ? '' : 't'}`;
    return `${hash(source, 1)}${hash(options, 2)}${source.length.toString(36)}`;
  }

  load(key: string, source: string, filename: string): CompiledUnit | null {
    try {
      return decode(readFileSync(join(this.folder, key)), source, filename);
    } catch {
      return null;
    }
  }

  /** Adds or replaces a text's file; `script` brings V8's compiled code. Failures are silent. */
  save(key: string, unit: CompiledUnit, script: Script | null): void {
    try {
      mkdirSync(this.folder, { recursive: true });
      const path = join(this.folder, key);
      const temporary = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      writeFileSync(temporary, encode(unit, script?.createCachedData() ?? null));
      renameSync(temporary, path);
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

  touch(key: string): void {
    try {
      const now = new Date();
      utimesSync(join(this.folder, key), now, now);
    } catch {
      // Only its age matters, and only a little.
    }
  }
}

/** Layout: magic, check sum, lengths of the three parts, then JSON of the small fields and the text, positions, V8's data. */
function encode(unit: CompiledUnit, data: Buffer | null): Buffer {
  const head = Buffer.from(
    JSON.stringify({ future: unit.future, globalsMode: unit.globalsMode, dialect: unit.dialect, js: unit.js }),
  );
  const positions = Buffer.from(Int32Array.from(unit.positions).buffer);
  const body = Buffer.concat([head, positions, data ?? Buffer.alloc(0)]);
  const header = Buffer.alloc(HEADER_CELLS * 4);
  [MAGIC, checkSum(body), head.length, positions.length, data?.length ?? 0, 0].forEach((v, i) =>
    header.writeUInt32LE(v >>> 0, i * 4),
  );
  return Buffer.concat([header, body]);
}

function decode(file: Buffer, source: string, filename: string): CompiledUnit | null {
  const cell = (i: number) => file.readUInt32LE(i * 4);
  const body = file.subarray(HEADER_CELLS * 4);
  const [headLength, positionsLength, dataLength] = [cell(2), cell(3), cell(4)];
  if (cell(0) !== MAGIC || headLength + positionsLength + dataLength !== body.length || cell(1) !== checkSum(body))
    return null;
  const { future, globalsMode, dialect, js } = JSON.parse(body.toString('utf8', 0, headLength)) as Pick<
    CompiledUnit,
    'future' | 'globalsMode' | 'dialect' | 'js'
  >;
  const positions = new Int32Array(positionsLength / 4);
  new Uint8Array(positions.buffer).set(body.subarray(headLength, headLength + positionsLength));
  const cachedData = dataLength === 0 ? undefined : body.subarray(headLength + positionsLength);
  return {
    js,
    positions,
    future,
    source,
    filename,
    ...(globalsMode ? { globalsMode } : {}),
    ...(dialect ? { dialect } : {}),
    ...(cachedData ? { cachedData } : {}),
  };
}

/** Sums words, so that a damaged file is found out quickly. */
function checkSum(bytes: Buffer): number {
  let sum = bytes.length;
  const words = bytes.length >> 2;
  const view =
    bytes.byteOffset % 4 === 0
      ? new Int32Array(bytes.buffer, bytes.byteOffset, words)
      : new Int32Array(new Uint8Array(bytes.subarray(0, words * 4)).buffer);
  for (let i = 0; i < words; i++) sum = (Math.imul(sum, 31) + view[i]!) | 0;
  return sum >>> 0;
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
