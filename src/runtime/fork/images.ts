/** Compiled texts on their way to other threads, and the evaluated ones that a thread keeps for its next process. */

import { Reader } from '../codec/reader.js';
import { Writer } from '../codec/writer.js';
import { rt } from '../object/context.js';
import { host } from '../process/host.js';
import { decodeFile } from '../import/load.js';
import { type CompiledUnit, type Unit, withSource } from '../unit.js';
import { type UnitFactory, unitFactory } from '../unitRegistry.js';

/** A text in the arena, where it stays as long as the program runs. */
interface Image {
  /** Names the text in all threads of the program. */
  readonly id: string;
  readonly address: number;
  readonly sizeBytes: number;
}

interface Evaluated {
  readonly compiled: CompiledUnit;
  readonly factory: UnitFactory;
}

/** More texts than this are not kept. */
const KEPT = 200;

/** What this thread has evaluated: the same texts are wanted by process after process. */
const kept = new Map<string, Evaluated>();
const images = new WeakMap<CompiledUnit, Image>();

/** The text of a unit, for other threads; written once. */
export function imageOf(unit: Unit): Image {
  const found = images.get(unit.compiled);
  if (found !== undefined) return found;
  const bytes = write(unit.compiled);
  const { arena } = host();
  const address = arena.allocRaw(bytes.length);
  arena.u8.set(bytes, address * 4);
  const image = { id: `${rt.pid ?? 0}/${unit.key}`, address, sizeBytes: bytes.length };
  images.set(unit.compiled, image);
  return image;
}

function write(compiled: CompiledUnit): Uint8Array {
  const w = new Writer(2 * compiled.js.length + 1024);
  w.text(compiled.js);
  w.text(compiled.stamp ?? '');
  if (compiled.stamp === undefined) w.text(compiled.source);
  w.text(compiled.filename);
  w.count(compiled.future.length);
  for (const name of compiled.future) w.text(name);
  w.u8(compiled.globalsMode === 'dict' ? 1 : 0);
  w.u8(compiled.dialect ?? 0);
  w.ints(0, Array.from(compiled.positions), 4);
  return w.written.slice();
}

/** The text of an image as a unit called `key` has it, evaluated by this thread. */
export function evaluatedImage(image: Image, key: string): Evaluated {
  let found = kept.get(image.id);
  if (found !== undefined) return found;
  const { arena } = host();
  arena.reach(image.address, (image.sizeBytes + 3) >>> 2);
  const start = image.address * 4;
  const compiled = parse(arena.u8.subarray(start, start + image.sizeBytes));
  images.set(compiled, image);
  found = { compiled, factory: unitFactory(compiled, key) };
  if (kept.size >= KEPT) kept.clear();
  kept.set(image.id, found);
  return found;
}

function parse(bytes: Uint8Array): CompiledUnit {
  const r = new Reader();
  r.open(bytes);
  const js = r.text();
  const stamp = r.text();
  const source = stamp === '' ? r.text() : '';
  const filename = r.text();
  const future: string[] = [];
  for (let n = r.count(); n > 0; n--) future.push(r.text());
  const globalsMode = r.u8() === 1 ? 'dict' : 'module';
  const dialect = r.u8() as 0 | 2 | 3;
  r.u8();
  const positions = r.ints(4);
  const unit = { js, filename, future, globalsMode, positions, ...(dialect === 0 ? {} : { dialect }) } as const;
  return stamp === '' ? { ...unit, source } : withSource({ ...unit, stamp }, () => decodeFile(filename));
}
