/** Compiled texts on their way to other threads, and the evaluated ones that a thread keeps for its next process. */

import { Reader } from '../codec/reader.js';
import { Writer } from '../codec/writer.js';
import { rt } from '../object/context.js';
import type { CompiledUnit, Unit } from '../unit.js';
import { type UnitFactory, unitFactory } from '../unitRegistry.js';

interface Image {
  /** Names the text in all threads of the program. */
  readonly id: string;
  readonly bytes: Uint8Array;
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

/** The text of a unit as bytes; made once. */
export function imageOf(unit: Unit): Image {
  let image = images.get(unit.compiled);
  if (image === undefined)
    images.set(unit.compiled, (image = { id: `${rt.pid ?? 0}/${unit.key}`, bytes: write(unit.compiled) }));
  return image;
}

function write(compiled: CompiledUnit): Uint8Array {
  const w = new Writer(compiled.js.length + compiled.source.length + 1024);
  w.text(compiled.js);
  w.text(compiled.source);
  w.text(compiled.filename);
  w.count(compiled.future.length);
  for (const name of compiled.future) w.text(name);
  w.u8(compiled.globalsMode === 'dict' ? 1 : 0);
  w.u8(compiled.dialect ?? 0);
  w.ints(0, Array.from(compiled.positions), 4);
  return w.written.slice();
}

/** The evaluated text of an image; `read` gives its bytes, where this thread does not have it. */
export function evaluatedImage(id: string, key: string, read: () => Uint8Array): Evaluated {
  let found = kept.get(id);
  if (found !== undefined) return found;
  const bytes = read();
  const compiled = parse(bytes);
  images.set(compiled, { id, bytes });
  found = { compiled, factory: unitFactory(compiled, key) };
  if (kept.size >= KEPT) kept.clear();
  kept.set(id, found);
  return found;
}

function parse(bytes: Uint8Array): CompiledUnit {
  const r = new Reader();
  r.open(bytes);
  const js = r.text();
  const source = r.text();
  const filename = r.text();
  const future: string[] = [];
  for (let n = r.count(); n > 0; n--) future.push(r.text());
  const globalsMode = r.u8() === 1 ? 'dict' : 'module';
  const dialect = r.u8() as 0 | 2 | 3;
  r.u8();
  const positions = r.ints(4);
  return { js, source, filename, future, globalsMode, positions, ...(dialect === 0 ? {} : { dialect }) };
}
