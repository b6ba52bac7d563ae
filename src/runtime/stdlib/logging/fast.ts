/**
 * A faster `Logger.findCaller`, put over the library's once that is loaded: it looks no further up the stack than to the caller, and
 * nowhere if nobody sees what it finds.
 */
import { singleFrame, stackFrames } from '../../builtins/frame.js';
import type { PyFrame } from '../../builtins/pyFrame.js';
import { call } from '../../object/call.js';
import { setAttr } from '../../object/attributes.js';
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import { type PyModule, PyTuple } from '../../object/values.js';
import { UnseenCaller } from './unseenCaller.js';

/** So many of JavaScript's calls mostly stand between `findCaller` and the caller. */
const REACH = 10;

export function speedUpLogging(module: PyModule): void {
  const { namespace } = module;
  const logger: Py = namespace.get('Logger');
  const original: Py = logger.namespace.get('findCaller');
  // What the library's own goes by, which a program may change.
  const parts = ['currentframe', '_is_internal_frame'].map((name) => [name, namespace.get(name)] as const);
  const isUnchanged = (): boolean => parts.every(([name, part]) => namespace.get(name) === part);

  const caller = (): PyTuple | null => {
    const source = namespace.get('_srcfile');
    return found(singleFrame(0, ({ filename }) => !isInternal(filename, source), REACH, shown));
  };
  const findCaller = (self: Py, givenInfo: Py, givenLevel: Py): Py => {
    const [stackInfo, stackLevel] = [givenInfo ?? false, givenLevel ?? 1];
    if (stackLevel === 1 && !truthy(stackInfo) && isUnchanged()) {
      // `_log` gives both; a program that asks for itself mostly does not.
      const isLogging = givenInfo !== undefined && givenLevel !== undefined;
      const result = isLogging && unseen.isUnseen(self) ? UNSEEN : caller();
      if (result !== null) return result;
    }
    return call(original, [self, stackInfo, stackLevel]);
  };
  const shown = method('(stack_info=False, stacklevel=1)', findCaller, 'findCaller');
  setAttr(logger, 'findCaller', shown);
  const handler: Py = namespace.get('Handler');
  const handleErrorOriginal: Py = handler.namespace.get('handleError');
  const handleError = method(
    '(record)',
    (self: Py, record: Py) => {
      if (record?.$pathname === UNKNOWN_FILE) tellCaller(record, callerOfLog(namespace.get('_srcfile')));
      return call(handleErrorOriginal, [self, record]);
    },
    'handleError',
  );
  setAttr(handler, 'handleError', handleError);
  const unseen = new UnseenCaller(module, handleError);
}

/** As the library has it where it does not look for the caller. */
const UNKNOWN_FILE = '(unknown file)';
const UNSEEN = new PyTuple([UNKNOWN_FILE, 0, '(unknown function)', null]);

const found = (frame: PyFrame | null): PyTuple | null =>
  frame === null ? null : new PyTuple([frame.code.unit.filename, frame.line, frame.code.name, null]);

/** Who called the `Logger._log` that is under way: beyond what handles its record, which may be anybody's. */
function callerOfLog(source: Py): PyTuple | null {
  let frame = stackFrames();
  while (frame !== null && !(frame.code.name === '_log' && frame.code.unit.filename === source)) frame = frame.back();
  while (frame !== null && isInternal(frame.code.unit.filename, source)) frame = frame.back();
  return found(frame);
}

/** A record that is to be seen after all gets what it would have got at first. */
function tellCaller(record: Py, caller: PyTuple | null): void {
  if (caller === null) return;
  const [pathname, line, name] = caller.items;
  const filename = pathname.slice(pathname.lastIndexOf('/') + 1);
  const dot = filename.lastIndexOf('.');
  setAttr(record, 'pathname', pathname);
  setAttr(record, 'filename', filename);
  setAttr(record, 'module', dot > 0 ? filename.slice(0, dot) : filename);
  setAttr(record, 'lineno', line);
  setAttr(record, 'funcName', name);
}

/** Of the module itself, or of the import system. */
function isInternal(filename: string, source: Py): boolean {
  return filename === source || (filename.includes('importlib') && filename.includes('_bootstrap'));
}
