/** A faster `Logger.findCaller`, put over the library's once that is loaded: it looks no further up the stack than to the caller. */
import { singleFrame } from '../../builtins/frame.js';
import { call } from '../../object/call.js';
import { setAttr } from '../../object/attributes.js';
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import { type PyModule, PyTuple } from '../../object/values.js';

/** So many of JavaScript's calls mostly stand between `findCaller` and the caller. */
const REACH = 10;

export function speedUpLogging({ namespace }: PyModule): void {
  const logger: Py = namespace.get('Logger');
  const original: Py = logger.namespace.get('findCaller');
  // What the library's own goes by, which a program may change.
  const parts = ['currentframe', '_is_internal_frame'].map((name) => [name, namespace.get(name)] as const);
  const isUnchanged = (): boolean => parts.every(([name, part]) => namespace.get(name) === part);

  const findCaller = (self: Py, stackInfo: Py = false, stackLevel: Py = 1): Py => {
    if (stackLevel === 1 && !truthy(stackInfo) && isUnchanged()) {
      const source = namespace.get('_srcfile');
      const frame = singleFrame(0, ({ filename }) => !isInternal(filename, source), REACH, shown);
      if (frame !== null) return new PyTuple([frame.code.unit.filename, frame.line, frame.code.name, null]);
    }
    return call(original, [self, stackInfo, stackLevel]);
  };
  const shown = method('(stack_info=False, stacklevel=1)', findCaller, 'findCaller');
  setAttr(logger, 'findCaller', shown);
}

/** Of the module itself, or of the import system. */
function isInternal(filename: string, source: Py): boolean {
  return filename === source || (filename.includes('importlib') && filename.includes('_bootstrap'));
}
