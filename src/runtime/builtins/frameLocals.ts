/**
 * `frame.f_locals` of a function: a mapping that reads and writes its variables themselves.
 * Spec: https://peps.python.org/pep-0667/
 */
import { callMethod } from '../object/call.js';
import { compareValues } from '../object/compare.js';
import { KeyError, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { iter } from '../object/iterate.js';
import { type Py, PyObject } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { NotImplemented, PyList } from '../object/values.js';
import { or } from './bitwise.js';
import type { TracedFrame } from './tracedFrame.js';

export class FrameLocals extends PyObject {
  constructor(readonly frame: TracedFrame) {
    super();
  }

  get extra(): PyDict | undefined {
    return this.frame.extra;
  }

  get(key: Py): Py {
    const n = typeof key === 'string' ? this.frame.names.indexOf(key) : -1;
    return n >= 0 ? this.frame.access(n, false, undefined) : this.extra?.get(key);
  }

  set(key: Py, value: Py): void {
    const n = typeof key === 'string' ? this.frame.names.indexOf(key) : -1;
    if (n >= 0) {
      this.frame.access(n, true, value);
      return;
    }
    this.frame.extra ??= new PyDict();
    this.frame.extra.set(key, value);
  }

  /** All that have a value now. */
  copy(): PyDict {
    const { frame } = this;
    const dict = new PyDict();
    for (const [n, name] of frame.names.entries()) {
      const value = frame.access(n, false, undefined);
      if (value !== undefined) dict.set(name, value);
    }
    for (const [key, value] of this.extra?.entryList() ?? []) dict.set(key, value);
    return dict;
  }
}

export const frameLocalsType: PyType = builtinType({
  name: 'FrameLocalsProxy',
  js: FrameLocals,
  subclassable: false,
  hasDict: false,
});
frameLocalsType.collection = 'mapping';

const asDict = (o: Py): Py => (o instanceof FrameLocals ? o.copy() : o);
const isDict = (o: Py): boolean => o instanceof FrameLocals || o instanceof PyDict;

function update(self: FrameLocals, other: Py): void {
  if (!isDict(other)) throw TypeError('update() argument must be dict or another FrameLocalsProxy');
  for (const [key, value] of (asDict(other) as PyDict).entryList()) self.set(key, value);
}

function cannotRemove(): never {
  throw ValueError('cannot remove local variables from FrameLocalsProxy');
}

const view = (name: 'keys' | 'values' | 'items') =>
  method('()', (self: FrameLocals) => new PyList([...iterated(callMethod(self.copy(), name))]));

function* iterated(iterable: Py): Generator<Py> {
  const it = iter(iterable);
  for (let value = it.nx(); value !== undefined; value = it.nx()) yield value;
}

defineMembers(frameLocalsType, () => ({
  __getitem__: method('(key, /)', (self: FrameLocals, key: Py) => {
    const value = self.get(key);
    if (value === undefined) throw KeyError(typeof key === 'string' ? `local variable '${key}' is not defined` : key);
    return value;
  }),
  __setitem__: method('(key, value, /)', (self: FrameLocals, key: Py, value: Py) => {
    self.set(key, value);
    return null;
  }),
  __delitem__: method('(key, /)', (self: FrameLocals, key: Py) => {
    if (self.get(key) === undefined) throw KeyError(key);
    return cannotRemove();
  }),
  __contains__: method('(key, /)', (self: FrameLocals, key: Py) => self.get(key) !== undefined),
  __len__: method('()', (self: FrameLocals) => self.copy().size),
  __iter__: method('()', (self: FrameLocals) => iter(self.copy())),
  __reversed__: method('()', (self: FrameLocals) => callMethod(self.copy(), '__reversed__')),
  __repr__: method('()', (self: FrameLocals) => repr(self.copy())),
  __eq__: method('(value, /)', (self: FrameLocals, other: Py) =>
    other instanceof FrameLocals
      ? other.frame === self.frame
      : isDict(other)
        ? compareValues(self.copy(), other, 'Eq')
        : NotImplemented,
  ),
  __or__: method('(value, /)', (self: FrameLocals, other: Py) =>
    isDict(other) ? or(self.copy(), asDict(other)) : NotImplemented,
  ),
  __ror__: method('(value, /)', (self: FrameLocals, other: Py) =>
    isDict(other) ? or(asDict(other), self.copy()) : NotImplemented,
  ),
  __ior__: method('(value, /)', (self: FrameLocals, other: Py) => {
    update(self, other);
    return self;
  }),
  get: method(
    '(key, default=None, /)',
    (self: FrameLocals, key: Py, fallback: Py) => self.get(key) ?? fallback ?? null,
  ),
  keys: view('keys'),
  values: view('values'),
  items: view('items'),
  copy: method('()', (self: FrameLocals) => self.copy()),
  update: method('(other, /)', (self: FrameLocals, other: Py) => {
    update(self, other);
    return null;
  }),
  setdefault: method('(key, default=None, /)', (self: FrameLocals, key: Py, fallback: Py) => {
    const found = self.get(key);
    if (found !== undefined) return found;
    self.set(key, fallback ?? null);
    return fallback ?? null;
  }),
  pop: method('(key, default=None, /)', (self: FrameLocals, key: Py, fallback: Py) => {
    if (self.get(key) === undefined && fallback !== undefined) return fallback;
    return cannotRemove();
  }),
}));
