/** The units of the running process by the name that their script has in JavaScript's stack traces. */
import { Script } from 'node:vm';
import { type Context, moduleState, rt } from './object/context.js';
import type { Code } from './object/function.js';
import { FunctionInfo } from './object/function.js';
import type { Py } from './object/object.js';
import type { PyDict } from './object/table.js';
import { type CompiledUnit, positionAt, Unit } from './unit.js';
import { helpers } from './helpers/index.js';
import { showLoggers } from './import/deferred.js';

interface Registry {
  readonly units: Map<string, Unit>;
  /** Texts of what is left of generators (fork/generators.ts), by name. */
  readonly rests: Map<string, UnitText>;
  next: number;
}
const registry = () => moduleState<Registry>('units', () => ({ units: new Map(), rests: new Map(), next: 0 }));

export const findUnit = (scriptName: string): Unit | undefined => registry().units.get(scriptName);

/** A text that is evaluated for a unit: its own, that of its threaded form, or what is left of a generator. */
export interface UnitText {
  readonly unit: Unit;
  readonly js: string;
  /** What stands before the number of a code in it. */
  readonly codeMark: string;
}

const THREADED = ':threaded';
/** What stands before the number of a code in the threaded form. */
const THREADED_CODE = '$u.threaded(';
/** The name that the threaded form of a unit has in JavaScript's stack traces. */
export const threadedName = (key: string): string => key + THREADED;

/** Adds a text of what is left of a generator; the name that it has in JavaScript's stack traces. */
export function addRest(unit: Unit, js: string): string {
  const { rests } = registry();
  const name = `${unit.key}:rest${rests.size}`;
  rests.set(name, { unit, js, codeMark: THREADED_CODE });
  return name;
}

/** The text with this name in JavaScript's stack traces. */
export function findUnitText(scriptName: string): UnitText | undefined {
  const rest = registry().rests.get(scriptName);
  if (rest !== undefined) return rest;
  const isThreaded = scriptName.endsWith(THREADED);
  const unit = registry().units.get(isThreaded ? scriptName.slice(0, -THREADED.length) : scriptName);
  if (unit === undefined) return undefined;
  return isThreaded
    ? { unit, js: unit.threadedText, codeMark: THREADED_CODE }
    : { unit, js: unit.compiled.js, codeMark: '$u.code(' };
}

/** All units of the process, by key. */
export const allUnits = (): ReadonlyMap<string, Unit> => registry().units;

/** Number of the next unit that gets its name here. */
export const unitCount = (): number => registry().next;
/** Units of a forked process keep their names; those that it loads itself come after them. */
export function setUnitCount(next: number): void {
  registry().next = next;
}

/** A compiled text, evaluated: makes the codes of a unit. */
export type UnitFactory = (unit: Unit, h: typeof helpers) => Code;

/** Texts that this thread has evaluated under their own names. */
const factories = new WeakMap<CompiledUnit, UnitFactory>();

export function unitFactory(compiled: CompiledUnit, name: string): UnitFactory {
  const { scriptName, cachedData, onScript } = compiled;
  // V8's code for a script has the script's name in it, whatever the name is that it is given here.
  if (name !== scriptName) return evaluated(new Script(compiled.js, { filename: name }));
  const known = factories.get(compiled);
  if (known !== undefined) return known;
  const script = new Script(compiled.js, { filename: name, ...(cachedData ? { cachedData } : {}) });
  onScript?.(script);
  const factory = evaluated(script);
  factories.set(compiled, factory);
  return factory;
}

const evaluated = (script: Script): UnitFactory => script.runInThisContext() as UnitFactory;

/** What a text of the program says that looks at whatever loggers there are. */
const LISTS_LOGGERS = /\b(?:loggerDict|getChildren)\b/;

/** Whether a text of the program asks for the identities of objects. */
export const ASKS_FOR_IDENTITIES = 'asks for identities';
const ASKS_ID = /\bid\s*\(|\bkey\s*=\s*id\b/;

/** Makes the unit of an evaluated text; its code has not run yet. */
export function attachUnit(
  factory: UnitFactory,
  compiled: CompiledUnit,
  globals: PyDict,
  names: object,
  locals: Py,
  name: string,
): { unit: Unit; main: Code } {
  const unit = new Unit(rt as Context, compiled, globals, names, name, locals);
  registry().units.set(name, unit);
  if (unit.future.length > 0) rt.state.set('future features', true);
  if (compiled.stamp === undefined) {
    if (LISTS_LOGGERS.test(compiled.source)) showLoggers();
    if (ASKS_ID.test(compiled.source)) rt.state.set(ASKS_FOR_IDENTITIES, true);
  }
  return { unit, main: factory(unit, helpers) };
}

/** A text that runs here for the second time, as the main program that imports itself does, gets another name, since its frames belong to another module. */
function unusedName(scriptName: string | undefined): string {
  const { units } = registry();
  return scriptName === undefined || units.has(scriptName) ? `pymp:${registry().next++}` : scriptName;
}

/** The text given with `-c`. */
export function commandUnit(): Unit | undefined {
  for (const unit of registry().units.values())
    if (unit.filename === '<string>' && unit.compiled.globalsMode === 'module') return unit;
  return undefined;
}

/** Evaluates a compiled text against a namespace; its code has not run yet. */
export function loadUnit(
  compiled: CompiledUnit,
  globals: PyDict,
  names: object,
  locals: Py = null,
): { unit: Unit; main: Code } {
  const name = unusedName(compiled.scriptName);
  return attachUnit(unitFactory(compiled, name), compiled, globals, names, locals, name);
}

/** Runs a unit's own statements; the value is that of the expression in `eval` mode. */
export function runUnit(main: Code): Py {
  const info = new FunctionInfo(main, []);
  return main.make!(info)();
}

/** A code, and the line in it. */
interface Place {
  readonly code: Code;
  readonly line: () => number;
}

/** Places that were asked for, by offset, in both forms of a unit: a logger asks for the same ones at every call. */
const knownPlaces = new WeakMap<Unit, [Map<number, Place | undefined>, Map<number, Place | undefined>]>();

/** The place at an offset of the emitted text. */
export function placeInText(text: UnitText, offset: number): Place | undefined {
  let forms = knownPlaces.get(text.unit);
  if (forms === undefined) knownPlaces.set(text.unit, (forms = [new Map(), new Map()]));
  const places = forms[text.codeMark === THREADED_CODE ? 1 : 0];
  let place = places.get(offset);
  if (place === undefined && !places.has(offset)) places.set(offset, (place = findPlace(text, offset)));
  return place;
}

/**
 * The code and Python line at a place of the emitted text. The text says it itself: the last `$l = n` before the place, or that at the end of
 * the arguments of the call there, is the position, the last `$u.code(n` (`$u.threaded(n` in the threaded form) the code.
 */
function findPlace({ unit, js, codeMark }: UnitText, offset: number): Place | undefined {
  const before = js.slice(0, offset + 1);
  const start = before.lastIndexOf(codeMark);
  if (start < 0) return undefined;
  const index = Number.parseInt(before.slice(start + codeMark.length), 10);
  const code = unit.codes[index];
  if (code === undefined) return undefined;
  const at = before.lastIndexOf(POSITION);
  const earlier = at > start ? Number.parseInt(before.slice(at + POSITION.length), 10) : -1;
  const position = positionInCall(js, offset) ?? earlier;
  return { code, line: () => (position > 0 ? positionAt(unit, position).line : code.firstLine) };
}

const POSITION = '$l = ';
const HELPER_CALL = /\$\w+\(/y;

/** The position that a helper's call at that offset has as its last argument; undefined if it has none. */
function positionInCall(js: string, offset: number): number | undefined {
  HELPER_CALL.lastIndex = offset;
  if (!HELPER_CALL.test(js)) return undefined;
  let depth = 1;
  for (let i = HELPER_CALL.lastIndex; i < js.length; i++) {
    const c = js[i]!;
    if (c === '"' || c === "'") i = endOfString(js, i);
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth === 0) {
      const last = js.lastIndexOf(POSITION, i);
      const text = js.slice(last + POSITION.length, i);
      return last > offset && /^\d+$/.test(text) ? Number(text) : undefined;
    }
  }
  return undefined;
}

/** Where a string ends that begins there. */
function endOfString(js: string, start: number): number {
  let i = start + 1;
  while (js[i] !== js[start]) i += js[i] === '\\' ? 2 : 1;
  return i;
}
