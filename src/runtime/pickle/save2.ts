/** What Python 2 pickles in its own way: byte strings, unicode, long and instances of old-style classes. */
import { findAttr, getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { strRepr2 } from '../text/strRepr.js';
import { bigintBytes } from '../codec/writer.js';
import { PyLong, PyTuple, PyUnicode } from '../object/values.js';
import { copyreg } from './copyreg.js';
import { globalName } from './globals.js';
import { Op } from './opcodes.js';
import type { Pickling } from './pickler.js';
import type { Reduction } from './reduction.js';
import { writeText } from './saveBuiltin.js';

/** A `str`: one character a byte. */
export function saveText2(p: Pickling, text: string): void {
  if (p.saveMemoized(text)) return;
  const { out } = p;
  if (!p.isBinary) out.ascii(`S${strRepr2(text)}\n`);
  else if (text.length < 256) out.data(Op.SHORT_BINSTRING, 1, Buffer.from(text, 'latin1'));
  else out.data(Op.BINSTRING, 4, Buffer.from(text, 'latin1'));
  if (!p.isC2 || text.length > 1) p.memoize(text);
}

/** An instance of an old-style class: its class, what `__getinitargs__` says, its state. */
export function saveInstance2(p: Pickling, o: Py): void {
  const { out } = p;
  const args = initArguments(o);
  if (args !== null) p.offset = 1;
  out.op(Op.MARK);
  if (p.isBinary) p.save(o.c$);
  for (const arg of args ?? []) p.save(arg);
  if (p.isBinary) out.op(Op.OBJ);
  else {
    const { module, name } = globalName(o.c$, undefined, p.isC2);
    out.ascii(`i${module}\n${name}\n`);
  }
  p.memoize(o);
  const getState = findAttr(o, '__getstate__');
  if (getState !== undefined) p.offset = 1;
  p.save(stateOf(o, getState));
  out.op(Op.BUILD);
}

/** What its class is to be called with; null if it is not to be called. */
function initArguments(o: Py): Py[] | null {
  const getArgs = findAttr(o, '__getinitargs__');
  return getArgs === undefined ? null : toArray(call(getArgs, []));
}

const stateOf = (o: Py, getState: Py): Py => (getState === undefined ? getAttr(o, '__dict__') : call(getState, []));

/** The same for messages between processes. */
export function reductionOfInstance2(o: Py): Reduction {
  const args = initArguments(o);
  return {
    callable: args === null ? copyreg().newObject : o.c$,
    args: new PyTuple(args ?? [o.c$]),
    state: stateOf(o, findAttr(o, '__getstate__')),
    listItems: null,
    dictItems: null,
    stateSetter: null,
  };
}

/** unicode and small longs. Returns whether `o` was one of them. */
export function saveUnicode2(p: Pickling, o: Py): boolean {
  if (o instanceof PyUnicode) {
    writeText(p, o.value);
    if (!p.isC2 || o.value.length > 1) p.memoize(o);
    return true;
  }
  if (!(o instanceof PyLong)) return false;
  if (p.protocol < 2) p.out.ascii(`L${o.value}L\n`);
  else {
    const data = bigintBytes(o.value);
    p.out.sized(Op.LONG1, data.length, 1);
    p.out.raw(data);
  }
  return true;
}
