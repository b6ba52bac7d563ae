/**
 * Generators in a snapshot: one that has not begun is its function and the arguments, one that has ended is an end, and one that waits in
 * the middle is a text of what is left of its body (lower/5-resume) with the values of its variables. One that is running stays behind.
 */
import { Script } from 'node:vm';
import { helpers } from '../helpers/index.js';
import { Delegation } from '../helpers/delegation.js';
import { makeFunction } from '../helpers/functions.js';
import { LightGenerator, PyGenerator, WatchedGenerator } from '../object/generator.js';
import { moduleState } from '../object/context.js';
import type { Code, FunctionInfo } from '../object/function.js';
import type { Cell, Py } from '../object/object.js';
import { resumer } from '../process/hooks.js';
import { ThreadGenerator } from '../threads/generators.js';
import type { Unit } from '../unit.js';
import { addRest } from '../unitRegistry.js';
import { type GeneratorFrame, generatorFrame } from './generatorFrame.js';
import { K } from './kinds.js';
import type { Restorer } from './restore.js';
import { ResumedBody } from './resumedBody.js';
import type { SnapshotContext } from './snapshot.js';
import { isCopyable, writeJs } from './values.js';

/** How a generator is written: the number says in the child what is made of it. */
const CREATED = 0;
const CLOSED = 1;
const SUSPENDED = 2;

/** Kinds of generators, by their number. */
const MAKERS = [PyGenerator, LightGenerator, WatchedGenerator, ThreadGenerator] as const;

/** The text of what is left of a suspended generator, and the values that it goes on with. */
interface Rest {
  readonly js: string;
  readonly values: readonly Py[];
}

/** Writes a generator; false if it cannot be copied. */
export function writeGenerator(s: SnapshotContext, o: PyGenerator): boolean {
  if (o.isRunning) return false;
  const rest = o.isSuspended ? restOf(o) : null;
  if (o.isSuspended && rest === null) return false;
  const { out } = s;
  const { code, cells } = o.info;
  s.reachCode(code);
  out.u8(K.Generator);
  out.count(s.idOf(code.unit as Unit));
  out.count(code.index);
  out.count(cells.length);
  for (const cell of cells) s.value(cell);
  s.value(o.name);
  s.value(o.qualname);
  if (rest !== null) writeRest(s, o, rest);
  else if (o.isClosed) out.u8(CLOSED);
  else {
    out.u8(CREATED);
    const args = argumentsOf(bodyOf(o), 1 + cells.length);
    out.count(args.length);
    for (const arg of args) s.value(arg);
  }
  return true;
}

export function makeGenerator(r: Restorer, id: number): Py {
  const { input } = r;
  const code = r.code();
  const cells: Cell[] = [];
  for (let n = input.count(); n > 0; n--) cells.push(r.value());
  const name = r.value();
  const qualname = r.value();
  const state = input.u8();
  const info = (): FunctionInfo => makeFunction(code, cells, null, null, null).info!;
  if (state === SUSPENDED) return r.objects[id] ?? r.later(id, named(suspended(r, code, info()), name, qualname));
  const args: Py[] = [];
  if (state === CREATED) for (let n = input.count(); n > 0; n--) args.push(r.value());
  if (r.objects[id] !== undefined) return r.objects[id];
  // One that has ended is any that never began.
  const generator = state === CREATED ? info().body(...args) : new PyGenerator(info(), ended());
  if (state === CLOSED) generator.close();
  return (r.objects[id] = named(generator, name, qualname));
}

function named(generator: PyGenerator, name: Py, qualname: Py): PyGenerator {
  generator.name = name;
  generator.qualname = qualname;
  return generator;
}

// biome-ignore lint/correctness/useYield: it only ends.
function* ended(): Generator<Py, Py, Py> {
  return null;
}

/**
 * What a generator function was called with, of a generator that has not begun; `undefined` = the default.
 * @param outside how many parameters before those are the closure's: its information and its cells.
 */
function argumentsOf(body: Generator, outside: number): Py[] {
  const { source, variables } = generatorFrame(body);
  const names = /\(([^)]*)\)/
    .exec(source)![1]!
    .split(/,\s*/)
    .filter((name) => name !== '');
  return names.slice(outside).map((name) => variables[name]);
}

// ---------------------------------------------------------------- suspended ones

/** What is left of it; null if its body cannot be gone on with from there. */
function restOf(o: PyGenerator): Rest | null {
  const body = bodyOf(o);
  if (body instanceof ResumedBody && !body.hasBegun) return body;
  const [own, js] = body instanceof ResumedBody ? [body.begun, body.js] : [body, textOf(o)];
  const frame = generatorFrame(own);
  const found = textOfRest(js, frame);
  if (found === null) return null;
  const values = found.variables.map((name) => frame.variables[name]);
  return values.every((value) => value instanceof Delegation || isCopyable(value)) ? { js: found.js, values } : null;
}

/** A generator that a thread has made has a body that gives way to other threads. */
const bodyOf = (o: PyGenerator): Generator => (o instanceof ThreadGenerator ? o.suspending : o.body);

function textOf(o: PyGenerator): string {
  const unit = o.info.code.unit as Unit;
  return o instanceof ThreadGenerator ? unit.threadedText : unit.compiled.js;
}

type Found = { readonly js: string; readonly variables: readonly string[] } | null;

/** A generator that is there at every fork mostly waits at the same place. */
function textOfRest(js: string, { line, column }: GeneratorFrame): Found {
  const known = moduleState('rests of generators', () => new Map<string, Map<string, Found>>());
  let places = known.get(js);
  if (places === undefined) known.set(js, (places = new Map()));
  const place = `${line}:${column}`;
  let found = places.get(place);
  if (found === undefined) places.set(place, (found = resumer().resumedGenerator(js, line, column)));
  return found;
}

function writeRest(s: SnapshotContext, o: PyGenerator, { js, values }: Rest): void {
  const { out } = s;
  out.u8(SUSPENDED);
  out.u8(MAKERS.findLastIndex((maker) => o instanceof maker));
  out.text(js);
  s.value(o.handling);
  s.value(o.delegate);
  out.count(values.length);
  for (const value of values) {
    out.u8(value instanceof Delegation ? 1 : 0);
    writeJs(out, value instanceof Delegation ? value.parts : value, s);
  }
}

function suspended(r: Restorer, code: Code, info: FunctionInfo): PyGenerator {
  const maker = MAKERS[r.input.u8()]!;
  const js = r.input.text();
  const body = new ResumedBody(js, [], (values) => makerOf(code, js)(info, values));
  return new maker(info, body);
}

/** Reads what the generator goes on with. */
export function fillGenerator(r: Restorer, o: PyGenerator): void {
  const { input } = r;
  o.waitHandling(r.value());
  const delegate = r.value();
  const values: Py[] = [];
  for (let n = input.count(); n > 0; n--) {
    const isDelegation = input.u8() === 1;
    const value = r.value();
    values.push(isDelegation ? Delegation.again(o, value) : value);
  }
  // Those that are over have been put there too.
  o.delegate = delegate;
  (bodyOf(o) as ResumedBody).values = values;
}

type Maker = (info: FunctionInfo, values: readonly Py[]) => Generator<Py, Py, Py>;

/** Generators that wait at the same place have one text, and one function that makes them. */
function makerOf(code: Code, js: string): Maker {
  const unit = code.unit as Unit;
  const known = moduleState('makers of rests', () => new Map<string, Maker>());
  const key = `${unit.key}\n${js}`;
  let maker = known.get(key);
  if (maker === undefined) {
    const script = new Script(js, { filename: addRest(unit, js) });
    maker = (script.runInThisContext() as (unit: Unit, h: typeof helpers) => Maker)(unit, helpers);
    known.set(key, maker);
  }
  return maker;
}
