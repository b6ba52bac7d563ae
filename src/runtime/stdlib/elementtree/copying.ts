/** How elements are copied and pickled. */
import { call } from '../../object/call.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { identity } from '../../object/hash.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { repr } from '../../object/text.js';
import type { Members } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { copyDict } from '../../builtins/dict.js';
import { checkElement, dictArgument, PyElement } from './element.js';
import { fromLibrary } from './state.js';

const STATE = ['tag', '_children', 'attrib', 'text', 'tail'];

/** Whatever the class, the copy is a plain element, with the same dict of attributes. */
function copy(self: PyElement): PyElement {
  const { attributes } = self;
  const element = new PyElement(self.tag, attributes === null || attributes.size === 0 ? null : attributes);
  element.text = self.text;
  element.tail = self.tail;
  element.children = self.children.slice();
  return element;
}

function deepCopyOf(o: Py, memo: PyDict): Py {
  return o === null || typeof o === 'string' ? o : call(fromLibrary('copy', 'deepcopy'), [o, memo]);
}

const holdsTextAlone = (dict: PyDict): boolean =>
  !dict.c$.isHeap && dict.entryList().every(([key, value]) => typeof key === 'string' && typeof value === 'string');

function deepCopy(self: PyElement, memo: PyDict): PyElement {
  const tag = deepCopyOf(self.tag, memo);
  const { attributes } = self;
  const element = new PyElement(tag);
  if (attributes !== null && attributes.size > 0) {
    element.attributes = holdsTextAlone(attributes) ? copyDict(attributes) : deepCopyOf(attributes, memo);
  }
  element.text = deepCopyOf(self.text, memo);
  element.tail = deepCopyOf(self.tail, memo);
  for (let i = 0; i < self.children.length; i++) {
    element.children.push(checkElement(deepCopyOf(self.children[i], memo)));
  }
  memo.set(identity(self), element);
  return element;
}

const getState = (self: PyElement): PyDict =>
  PyDict.of([
    ['tag', self.tag],
    ['_children', new PyList(self.children.slice())],
    ['attrib', self.attributes ?? new PyDict()],
    ['text', self.text],
    ['tail', self.tail],
  ]);

function setState(self: PyElement, state: Py): null {
  if (!(state instanceof PyDict) || state.c$.isHeap) {
    throw TypeError(`Don't know how to unpickle "${repr(state).slice(0, 200)}" as an Element`);
  }
  for (const key of state.keyList()) {
    if (!STATE.includes(key)) throw TypeError(`this function got an unexpected keyword argument '${key}'`);
  }
  const tag = state.get('tag');
  if (tag === undefined) throw TypeError('tag may not be NULL');
  self.tag = tag;
  self.text = joined(state.get('text'));
  self.tail = joined(state.get('tail'));
  const children = state.get('_children');
  const attrib = state.get('attrib');
  if (children === undefined && attrib === undefined) return null;
  if (children !== undefined) {
    if (!(children instanceof PyList)) throw TypeError("'_children' is not a list");
    self.children = children.items.map(checkElement);
  }
  self.attributes = attrib ?? null;
  self.version++;
  return null;
}

/** CPython's pickles may have text in pieces. */
const joined = (text: Py): Py =>
  text instanceof PyList && !text.c$.isHeap && text.items.every((piece) => typeof piece === 'string')
    ? text.items.join('')
    : (text ?? null);

export const copyingMembers = (): Members => ({
  __copy__: method('()', copy),
  __deepcopy__: method('(memo, /)', (self: PyElement, memo: Py) =>
    deepCopy(self, dictArgument(memo, '__deepcopy__() argument')),
  ),
  __getstate__: method('()', getState),
  __setstate__: method('(state, /)', setState),
  __sizeof__: method('()', ({ attributes, children }: PyElement) => {
    const extra = children.length === 0 && attributes === null ? 0 : 64;
    return 56 + extra + (children.length > 4 ? children.length * 8 : 0);
  }),
});
