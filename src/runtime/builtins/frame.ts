/**
 * Frames. There is no frame object per call: who called is read from JavaScript's own stack, where each function of a unit
 * is recognised by where it stands in the emitted text. Local variables are seen only where the compiler kept them by name
 * (functions that call `locals()`, `exec` and the like).
 */
import { rt } from '../object/context.js';
import { RuntimeError, ValueError } from '../object/errors.js';
import type { Code } from '../object/function.js';
import { defineMembers, getter } from '../object/install.js';
import { type Py, PyObject } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { builtinType, type PyType } from '../object/type.js';
import { method } from '../object/fn.js';
import './code.js';
import { frameOfTraceback, lineOf } from './exceptions.js';
import { callerModule } from './typeObject.js';
import { frameOf } from './generator.js';
import { GREEN_STEP } from '../threads/scheduler.js';
import { findUnitText, lineFromText } from '../unitRegistry.js';
import { address } from './object.js';

export class PyFrame extends PyObject {
  private readonly variables: PyDict | undefined;
  constructor(
    readonly code: Code,
    readonly line: number,
    readonly back: () => PyFrame | null,
    variables?: PyDict,
  ) {
    super();
    this.variables = variables;
  }
  get globals(): Py {
    return this.code.unit.globals;
  }
  locals(): PyDict {
    if (this.variables !== undefined) return this.variables;
    return this.code.index === 0 ? this.globals : new PyDict();
  }
}

export const frameType: PyType = builtinType({ name: 'frame', js: PyFrame, subclassable: false, hasDict: false });

/** Python calls on the JavaScript stack, innermost first. */
export function stackFrames(skip = 0): PyFrame | null {
  const sites = captureSites();
  const found: { code: Code; line: number; variables: PyDict | undefined }[] = [];
  for (const site of sites) {
    // What is below is who lets this thread run, in another thread of Python's.
    if (site.getFunctionName() === GREEN_STEP) break;
    const text = findUnitText(site.getFileName() ?? site.getScriptNameOrSourceURL() ?? '');
    if (text === undefined) continue;
    const place = lineFromText(text, site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0);
    if (place === undefined) continue;
    found.push({ ...place, variables: undefined });
  }
  const make = (i: number): PyFrame | null => {
    const entry = found[i];
    return entry === undefined ? null : new PyFrame(entry.code, entry.line, () => make(i + 1), entry.variables);
  };
  return make(skip);
}

function captureSites(): NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 200;
  Error.prepareStackTrace = (_error, sites) => sites;
  const holder: { stack?: NodeJS.CallSite[] } = {};
  Error.captureStackTrace(holder, captureSites);
  const sites = holder.stack!;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return sites;
}

/** The frame that called a built-in function. */
export function callerFrame(): PyFrame {
  const dynamic = rt.state.get('locals') as PyFrame | undefined;
  if (dynamic !== undefined) return dynamic;
  const frame = stackFrames(0);
  if (frame === null) throw RuntimeError('no current frame');
  return frame;
}

/** `sys._getframe(depth)`. */
export function getFrame(depth: number): PyFrame {
  const frame = stackFrames(depth);
  if (frame === null) throw ValueError('call stack is not deep enough');
  return frame;
}

callerModule.current = () => stackFrames(0)?.globals.get('__name__');
frameOf.current = (self) => new PyFrame(self.info.code, self.info.code.firstLine, () => null);
frameOfTraceback.current = (tb) => new PyFrame(tb.code, lineOf(tb), () => null);

defineMembers(frameType, () => ({
  f_code: getter((f: PyFrame) => f.code),
  f_lineno: getter((f: PyFrame) => f.line),
  f_globals: getter((f: PyFrame) => f.globals),
  f_builtins: getter(() => rt.modules.get('builtins').namespace),
  f_locals: getter((f: PyFrame) => f.locals()),
  f_back: getter((f: PyFrame) => f.back()),
  f_lasti: getter(() => -1),
  f_trace: getter(
    () => null,
    () => {},
  ),
  f_trace_lines: getter(() => true),
  f_trace_opcodes: getter(() => false),
  clear: method('()', () => null),
  __repr__: method(
    '()',
    (f: PyFrame) => `<frame at ${address(f)}, file '${f.code.unit.filename}', line ${f.line}, code ${f.code.name}>`,
  ),
}));
