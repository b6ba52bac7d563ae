/** An element as the sequence of its children. */
import { directMethod } from '../../builtins/direct.js';
import { pick, select } from '../../builtins/sliceIndices.js';
import { deleteSelection, replaceSelection } from '../../builtins/listSlices.js';
import { special } from '../../object/attributes.js';
import { equals } from '../../object/equality.js';
import { IndexError, PyBaseException, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { iter, toArray } from '../../object/iterate.js';
import { asSize, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyList, PySlice, PyTuple } from '../../object/values.js';
import { addChild, checkElement, checkGiven, elementArgument, type PyElement } from './element.js';

/** The items of an iterable; the message is for what is none. */
export function itemsOf(iterable: Py, message: string): Py[] {
  if ((iterable instanceof PyList || iterable instanceof PyTuple) && !iterable.c$.isHeap) return iterable.items.slice();
  let iterator: Py;
  try {
    iterator = iter(iterable);
  } catch (error) {
    if (error instanceof PyBaseException && error.c$ === TypeError.type) throw TypeError(message);
    throw error;
  }
  return toArray(iterator);
}

/** @returns the place from the front, which may be none of the children's */
function place(self: PyElement, key: Py): number {
  if (typeof key !== 'number') {
    const isIndex = key !== null && (intValue(key) !== undefined || special(key, '__index__') !== undefined);
    if (!isIndex) throw TypeError('element indices must be integers');
  }
  const index = asSize(key);
  return index < 0 ? index + self.children.length : index;
}

function getChild(self: PyElement, key: Py): Py {
  const { children } = self;
  if (key instanceof PySlice) return new PyList(pick(children, select(key, children.length)));
  const child = children[place(self, key)];
  if (child === undefined) throw IndexError('child index out of range');
  return child;
}

function setChild(self: PyElement, key: Py, value: Py): null {
  const { children } = self;
  if (key instanceof PySlice) {
    const selection = select(key, children.length);
    const items = itemsOf(value, 'assignment expects an iterable');
    if (selection.step !== 1 && items.length !== selection.count) {
      throw ValueError(
        `attempt to assign sequence of size ${items.length} to extended slice of size ${selection.count}`,
      );
    }
    for (const item of items) checkElement(item);
    const list = new PyList(children);
    replaceSelection(list, selection, new PyList(items));
    self.children = list.items as PyElement[];
  } else {
    const index = place(self, key);
    if (index < 0 || index >= children.length) throw IndexError('child assignment index out of range');
    children[index] = checkElement(value);
  }
  self.version++;
  return null;
}

function deleteChild(self: PyElement, key: Py): null {
  const { children } = self;
  if (key instanceof PySlice) {
    const list = new PyList(children);
    deleteSelection(list, select(key, children.length));
    self.children = list.items as PyElement[];
  } else {
    const index = place(self, key);
    if (index < 0 || index >= children.length) throw IndexError('child assignment index out of range');
    children.splice(index, 1);
  }
  self.version++;
  return null;
}

function append(self: PyElement, child: Py): null {
  checkGiven('append', 1, arguments.length - 1);
  addChild(self, elementArgument(child, 'append() argument 1'));
  return null;
}

function extend(self: PyElement, elements: Py): null {
  for (const element of itemsOf(elements, "'elements' must be an iterable")) addChild(self, checkElement(element));
  return null;
}

function insert(self: PyElement, index: Py, child: Py): null {
  const at = asSize(index);
  const { children } = self;
  const from = at < 0 ? Math.max(at + children.length, 0) : at;
  children.splice(from, 0, elementArgument(child, 'insert() argument 2'));
  self.version++;
  return null;
}

/** Removes the first child that is this one or equal to it. */
function remove(self: PyElement, child: Py): null {
  elementArgument(child, 'remove() argument');
  const { children } = self;
  let at = 0;
  while (at < children.length && !equals(children[at], child)) at++;
  if (at >= children.length) throw ValueError('list.remove(x): x not in list');
  children.splice(at, 1);
  self.version++;
  return null;
}

export const childMembers = (): Members => ({
  __len__: method('()', (self: PyElement) => self.children.length),
  __getitem__: method('(key, /)', getChild),
  __setitem__: method('(key, value, /)', setChild),
  __delitem__: method('(key, /)', deleteChild),
  append: directMethod('(self, subelement, /)', append, append, 'append'),
  extend: method('(elements, /)', extend),
  insert: method('(index, subelement, /)', insert),
  remove: method('(subelement, /)', remove),
});
