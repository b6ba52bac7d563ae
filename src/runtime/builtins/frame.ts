/**
 * Frames. There is no frame object per call: who called is read from JavaScript's own stack, where each function of a unit
 * is recognised by where it stands in the emitted text. Local variables are seen only where the compiler kept them by name
 * (functions that call `locals()`, `exec` and the like).
 */
import { seenFilename } from '../import/frozen.js';
import { rt } from '../object/context.js';
import { RuntimeError, TypeError, ValueError } from '../object/errors.js';
import type { PyFunction } from '../object/function.js';
import { PASSING_STEP } from '../object/generator.js';
import type { Passing } from '../object/passing.js';
import { defineMembers, getter } from '../object/install.js';
import type { Py } from '../object/object.js';
import { method } from '../object/fn.js';
import './code.js';
import { frameType, PyFrame } from './pyFrame.js';
import { frameOfTraceback, lineOf } from './exceptions.js';
import { callerModule } from './callerModule.js';
import { frameOf } from './generator.js';
import { GREEN_STEP } from '../threads/scheduler.js';
import { findUnitText, placeInText } from '../unitRegistry.js';
import { positionAt, type Unit } from '../unit.js';
import { address } from './object.js';

/** As many of JavaScript's calls as are looked at where a frame's callers may be asked for. */
const DEEP = 200;
/** Calls of JavaScript's that mostly hold the innermost of Python's. */
const SHALLOW = 10;

/** Python calls on the JavaScript stack, innermost first. */
export function stackFrames(skip = 0): PyFrame | null {
  return frameAmong(capture(DEEP), 0, skip, 0);
}

/**
 * One of {@link stackFrames} whose callers nobody will ask for, which takes less: the first after `skip` others in a unit that is wanted.
 * @param reach how many of JavaScript's calls mostly hold it.
 * @param callee a call under way whose callers alone are looked at: fewer calls are to be described, which is what takes time.
 */
export function singleFrame(
  skip = 0,
  isWanted: (unit: Unit) => boolean = anyUnit,
  reach = SHALLOW,
  callee?: PyFunction,
): PyFrame | null {
  for (let limit = reach + 4 * Math.max(skip, 0); ; limit = Math.min(DEEP, 2 * limit)) {
    const calls = capture(limit, callee);
    const frame = frameAmong(calls, 0, skip, 0, isWanted);
    if (frame !== null || calls.sites.length < limit || limit >= DEEP) return frame;
  }
}
const anyUnit = () => true;

function capture(limit: number, callee: PyFunction = captureSites): Calls {
  const passing: Passing[] = [];
  for (let p = rt.passing; p !== null; p = p.outer) passing.push(p);
  return { sites: captureSites(limit, callee), passing };
}

/** A function under way that has a frame of its own, since its text is one whose functions are watched. */
export interface OwnFrame extends PyFrame {
  /** The next one on the stack of the thread. */
  readonly outer: OwnFrame | null;
  /** Finds who called it, once that is known. */
  findCaller: (() => PyFrame | null) | null;
}

/** Finds out who called the function of such a frame, which is under way. */
export function locate(frame: OwnFrame): void {
  let found = frameAmong(capture(Infinity), 0, 0, 0);
  while (found !== null && found !== frame) found = found.back();
}

/** JavaScript's calls, innermost first, and in the same order what values pass by without entering its body. */
interface Calls {
  readonly sites: readonly NodeJS.CallSite[];
  readonly passing: readonly Passing[];
}

/**
 * The frame after `skip` others among the calls from `start` on, those that are passed by from `startPassing` on.
 * @param isWanted says no to units none of whose frames count: where those are is not looked for, which takes time.
 */
function frameAmong(
  calls: Calls,
  start: number,
  skip: number,
  startPassing: number,
  isWanted: (unit: Unit) => boolean = anyUnit,
  innermost: OwnFrame | null = rt.frame,
): PyFrame | null {
  const { sites, passing } = calls;
  let left = skip;
  let passed = startPassing;
  let own = innermost;
  for (let i = start; i < sites.length; i++) {
    const site = sites[i]!;
    // What is below is who lets this thread run, in another thread of Python's.
    const name = site.getFunctionName();
    if (name === GREEN_STEP) return null;
    if (name === PASSING_STEP && passed < passing.length) {
      const { owner, position, isJoined } = passing[passed++]!;
      const { code } = owner.info;
      const next = isJoined ? i : i + 1;
      if (isWanted(code.unit as Unit) && left-- <= 0) {
        const line = () => positionAt(code.unit, position).line;
        return new PyFrame(code, line, () => frameAmong(calls, next, 0, passed, anyUnit, own));
      }
      i = next - 1;
      continue;
    }
    const text = findUnitText(site.getFileName() ?? site.getScriptNameOrSourceURL() ?? '');
    if (text === undefined || (own === null && !isWanted(text.unit))) continue;
    const place = placeInText(text, (site as PositionedSite).getPosition());
    const itself: OwnFrame | null = own !== null && own.code === place?.code ? own : null;
    if (itself !== null) own = itself.outer;
    if (place === undefined || !isWanted(text.unit) || left-- > 0) continue;
    if (itself !== null) {
      itself.findCaller ??= () => frameAmong(calls, i + 1, 0, passed, anyUnit, itself.outer);
      return itself;
    }
    return new PyFrame(place.code, place.line, () => frameAmong(calls, i + 1, 0, passed, anyUnit, own));
  }
  return null;
}

/** V8 says where a call stands in its script, too. */
type PositionedSite = NodeJS.CallSite & { getPosition(): number };

const sitesThemselves = (_error: Error, sites: NodeJS.CallSite[]) => sites;

function captureSites(limit: number, callee: PyFunction): NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = limit;
  Error.prepareStackTrace = sitesThemselves;
  const holder: { stack?: NodeJS.CallSite[] } = {};
  Error.captureStackTrace(holder, callee);
  const sites = holder.stack!;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return sites;
}

/** The frame that a call handed over because the callee looks at its variables; what runs below must not see it. */
export function takeCallerFrame(): PyFrame | undefined {
  const frame = rt.state.get('locals') as PyFrame | undefined;
  if (frame !== undefined) rt.state.delete('locals');
  return frame;
}

/** The frame that called a built-in function, for its variables. */
export function callerFrame(): PyFrame {
  const frame = takeCallerFrame() ?? singleFrame();
  if (frame === null) throw RuntimeError('no current frame');
  return frame;
}

/** `sys._getframe(depth)`. */
export function getFrame(depth: number): PyFrame {
  const frame = stackFrames(depth);
  if (frame === null) throw ValueError('call stack is not deep enough');
  return frame;
}

callerModule.current = () => singleFrame()?.globals.get('__name__');
frameOf.current = (self) =>
  new PyFrame(
    self.info.code,
    () => self.info.code.firstLine,
    () => null,
  );
frameOfTraceback.current = (tb) =>
  tb.frame ??
  new PyFrame(
    tb.code,
    () => lineOf(tb),
    () => null,
  );

const flag = (name: 'tellsLines' | 'tellsOpcodes') =>
  getter(
    (f: PyFrame) => f[name],
    (f: PyFrame, tells: Py) => {
      if (typeof tells !== 'boolean') throw TypeError('attribute value type must be bool');
      f[name] = tells;
    },
    () => {
      throw TypeError("can't delete numeric/char attribute");
    },
  );

defineMembers(frameType, () => ({
  f_code: getter((f: PyFrame) => f.code),
  f_lineno: getter(
    (f: PyFrame) => f.line,
    () => {
      throw ValueError('f_lineno cannot be set: pymp cannot jump to another line');
    },
  ),
  f_globals: getter((f: PyFrame) => f.globals),
  f_builtins: getter(() => rt.modules.get('builtins').namespace),
  f_locals: getter((f: PyFrame) => f.locals()),
  f_back: getter((f: PyFrame) => f.back()),
  f_lasti: getter((f: PyFrame) => f.lastInstruction()),
  f_trace: getter(
    (f: PyFrame) => f.tracer,
    (f: PyFrame, function_: Py) => {
      f.tracer = function_;
    },
    (f: PyFrame) => {
      f.tracer = null;
    },
  ),
  ...(rt.dialect === 2 ? {} : { f_trace_lines: flag('tellsLines'), f_trace_opcodes: flag('tellsOpcodes') }),
  clear: method('()', () => null),
  __repr__: method(
    '()',
    (f: PyFrame) =>
      `<frame at ${address(f)}, file '${seenFilename(f.code.unit.filename)}', line ${f.line}, code ${f.code.name}>`,
  ),
}));
