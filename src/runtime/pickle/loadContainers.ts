/** The opcodes that make tuples, lists, dicts and sets, and put things into them. */
import { findAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { PyDict, PyFrozenSet, PySet } from '../object/table.js';
import { PyList, PyTuple } from '../object/values.js';
import { UnpicklingError } from './errors.js';
import { Op } from './opcodes.js';
import { setItem } from '../builtins/subscript.js';
import type { Unpickling } from './unpickler.js';

/** Returns false for other opcodes. */
export function loadContainer(u: Unpickling, op: number): boolean {
  switch (op) {
    case Op.TUPLE:
      u.push(new PyTuple(u.marked()));
      return true;
    case Op.TUPLE1:
    case Op.TUPLE2:
    case Op.TUPLE3:
      shortTuple(u, op - Op.TUPLE1 + 1);
      return true;
    case Op.EMPTY_TUPLE:
      u.push(new PyTuple([]));
      return true;
    case Op.EMPTY_LIST:
      u.push(new PyList([]));
      return true;
    case Op.LIST:
      u.push(new PyList(u.marked()));
      return true;
    case Op.APPEND:
      append(u);
      return true;
    case Op.APPENDS:
      extend(u, u.marked());
      return true;
    default:
      return loadDict(u, op) || loadSet(u, op);
  }
}

function loadDict(u: Unpickling, op: number): boolean {
  switch (op) {
    case Op.EMPTY_DICT:
      u.push(new PyDict());
      return true;
    case Op.DICT:
      u.push(dictOf(u.marked()));
      return true;
    case Op.SETITEM:
      setOne(u);
      return true;
    case Op.SETITEMS:
      setItems(u);
      return true;
    default:
      return false;
  }
}

function loadSet(u: Unpickling, op: number): boolean {
  switch (op) {
    case Op.EMPTY_SET:
      u.push(new PySet());
      return true;
    case Op.ADDITEMS:
      addItems(u, u.marked());
      return true;
    case Op.FROZENSET:
      u.push(frozenSetOf(u.marked()));
      return true;
    default:
      return false;
  }
}

/** A tuple of the last `length` values. */
export function shortTuple(u: Unpickling, length: number): void {
  const { stack } = u;
  u.top(length);
  const items = stack.slice(stack.length - length);
  u.drop(length);
  stack.push(new PyTuple(items));
}

function append(u: Unpickling): void {
  const value = u.pop();
  const list = u.top();
  if (list instanceof PyList && !list.c$.isHeap) list.items.push(value);
  else callMethod(list, 'append', value);
}

/** APPENDS. The items are nobody else's. */
export function extend(u: Unpickling, items: Py[]): void {
  const list = u.top();
  if (list instanceof PyList && !list.c$.isHeap) {
    if (list.items.length === 0) list.items = items;
    else for (const item of items) list.items.push(item);
    return;
  }
  if (items.length === 0) return;
  if (findAttr(list, 'extend') !== undefined) callMethod(list, 'extend', new PyList(items));
  else for (const item of items) callMethod(list, 'append', item);
}

function setOne(u: Unpickling): void {
  const dict = u.top(3);
  const key = u.top(2);
  const value = u.top(1);
  u.drop(2);
  if (dict instanceof PyDict && !dict.c$.isHeap) dict.set(key, value);
  else setItem(dict, key, value);
}

/** SETITEMS. */
export function setItems(u: Unpickling): void {
  const { stack } = u;
  const mark = u.fence;
  const dict = mark > u.fenceBelow ? stack[mark - 1] : undefined;
  const isPlain = dict instanceof PyDict && rt.dialect === 3 && dict.c$ === PyDict.prototype.c$;
  if (isPlain && (stack.length - mark) % 2 === 0 && u.shapes.fill(dict, stack, mark)) u.dropMarked();
  else setItemsOf(u, u.marked());
}

function setItemsOf(u: Unpickling, items: readonly Py[]): void {
  const dict = u.top();
  if (items.length % 2 !== 0) throw UnpicklingError('odd number of items for SETITEMS');
  if (dict instanceof PyDict && !dict.c$.isHeap) {
    fill(dict, items);
    return;
  }
  for (let i = 0; i < items.length; i += 2) setItem(dict, items[i], items[i + 1]);
}

function dictOf(items: readonly Py[]): PyDict {
  if (items.length % 2 !== 0) throw UnpicklingError('odd number of items for DICT');
  const dict = new PyDict();
  fill(dict, items);
  return dict;
}

function fill(dict: PyDict, items: readonly Py[]): void {
  for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
}

function addItems(u: Unpickling, items: readonly Py[]): void {
  const set = u.top();
  if (set instanceof PySet && !set.c$.isHeap) for (const item of items) set.set(item, true);
  else for (const item of items) callMethod(set, 'add', item);
}

function frozenSetOf(items: readonly Py[]): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const item of items) set.set(item, true);
  return set;
}
