/** What `__reduce__` returned, as opcodes. */
import { getAttr } from '../object/attributes.js';
import type { Py } from '../object/object.js';
import { callKw } from '../object/call.js';
import { keywordName } from '../object/keywordNames.js';
import { PyTuple } from '../object/values.js';
import { PyDict } from '../object/table.js';
import { typeOf } from '../object/typeof.js';
import { PicklingError } from './errors.js';
import { findGlobal } from './globals.js';
import { Op } from './opcodes.js';
import type { Pickling } from './pickler.js';
import { makerKind, type Reduction } from './reduction.js';
import { appendAll, saveTuple, setAll } from './saveBuiltin.js';

/** @param o the object, or undefined when it is no object of its own (an attribute of a class). */
export function saveReduction(p: Pickling, r: Reduction, o: Py): void {
  const { out } = p;
  p.enter(3);
  saveMaker(p, r, o);
  if (o !== undefined) {
    if (p.memo.has(o)) {
      // It was needed to make itself: then it is there already.
      out.op(Op.POP);
      p.saveMemoized(o);
      p.leave(3);
      return;
    }
    p.memoize(o);
  }
  if (r.listItems !== null) appendAll(p, r.listItems);
  if (r.dictItems !== null) setAll(p, r.dictItems);
  if (r.state !== null) saveState(p, r, o);
  p.leave(3);
}

function saveMaker(p: Pickling, r: Reduction, o: Py): void {
  const { out } = p;
  const kind = p.protocol >= 2 && o !== undefined ? makerKind(r, o) : undefined;
  const { items } = r.args;
  if (kind === 'newobj') {
    p.save(items[0]);
    saveArguments(p, new PyTuple(items.slice(1)));
    out.op(Op.NEWOBJ);
  } else if (kind === 'newobj_ex' && p.protocol >= 4) {
    checkNewArguments(items[1], items[2]);
    for (const item of items) p.save(item);
    out.op(Op.NEWOBJ_EX);
  } else if (kind === 'newobj_ex') {
    p.save(newPartial(items));
    p.save(new PyTuple([]));
    out.op(Op.REDUCE);
  } else {
    p.save(r.callable);
    saveArguments(p, r.args);
    out.op(Op.REDUCE);
  }
}

/** `cPickle` of Python 2 gives no number to what only the reduction refers to. */
function saveArguments(p: Pickling, args: PyTuple): void {
  if (p.isC2) saveTuple(p, args, false);
  else p.save(args);
}

function checkNewArguments(args: Py, kwargs: Py): void {
  const problem = (which: string, wanted: string, given: Py) =>
    PicklingError(`${which} item from NEWOBJ_EX argument tuple must be a ${wanted}, not ${typeOf(given).name}`);
  if (!(args instanceof PyTuple)) throw problem('second', 'tuple', args);
  if (!(kwargs instanceof PyDict)) throw problem('third', 'dict', kwargs);
}

/** `functools.partial(cls.__new__, cls, *args, **kwargs)`: how protocols 2 and 3 do without NEWOBJ_EX. */
function newPartial([cls, args, kwargs]: readonly Py[]): Py {
  checkNewArguments(args, kwargs);
  const keywords = new Map<string, Py>();
  for (const [name, value] of kwargs.entryList()) keywords.set(keywordName(name), value);
  return callKw(findGlobal('functools', 'partial'), [getAttr(cls, '__new__'), cls, ...args.items], keywords);
}

function saveState(p: Pickling, r: Reduction, o: Py): void {
  const { out } = p;
  if (r.stateSetter === null) {
    p.save(r.state);
    out.op(Op.BUILD);
    return;
  }
  p.save(r.stateSetter);
  p.save(o);
  p.save(r.state);
  out.op(Op.TUPLE2);
  out.op(Op.REDUCE);
  out.op(Op.POP);
}
