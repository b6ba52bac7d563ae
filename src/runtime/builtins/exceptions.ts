/**
 * Exceptions as Python sees them.
 * Spec: https://docs.python.org/3/library/exceptions.html
 */
import { getAttr, setAttr } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import * as errors from '../object/errors.js';
import { AttributeError, PyBaseException, PyTraceback, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { direct, directMethod } from './direct.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict, replaceInstanceDict } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr, str } from '../object/text.js';
import { builtinType, PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { positionAt } from '../unit.js';

export const tracebackType: PyType = builtinType({ name: 'traceback', js: PyTraceback, subclassable: false });

/** Line of a traceback entry. What is raised into a generator that has not begun comes from its first line. */
export const lineOf = ({ line, position, code }: PyTraceback): number =>
  line ?? (position > 0 ? positionAt(code.unit, position).line : code.firstLine);

const root = errors.BaseException.type;
root.hasDict = true;
for (const maker of Object.values(errors))
  if (typeof maker === 'function' && 'type' in maker) maker.type.hasDict = true;

function setField(
  name: string,
  check: (value: Py) => boolean,
  message: string,
  store: (e: PyBaseException, value: Py) => void,
) {
  return (e: PyBaseException, value: Py): void => {
    if (!check(value)) throw TypeError(message);
    void name;
    store(e, value);
  };
}

/** Deleting the attribute is refused. */
const kept = (name: string) => () => {
  throw TypeError(`${name} may not be deleted`);
};

const isExceptionOrNone = (value: Py) => value === null || value instanceof PyBaseException;

/** In Python 2 only `__init__` reads the arguments. */
const newException = (cls: PyType, args: Py[]): PyBaseException =>
  new (cls.ctor as new (args: Py[]) => PyBaseException)(rt.dialect === 2 ? [] : args);

const noKeywords = ({ name }: PyType) =>
  TypeError(rt.dialect === 2 ? `${name} does not take keyword arguments` : `${name}() takes no keyword arguments`);

const noException = (self: Py) =>
  TypeError(
    self === undefined
      ? "descriptor '__init__' of 'BaseException' object needs an argument"
      : `descriptor '__init__' requires a 'BaseException' object but received a '${typeOf(self).name}'`,
  );

defineMembers(root, () => ({
  __doc__: 'Common base class for all exceptions',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      (cls: Py, ...args: Py[]) => {
        if (cls instanceof PyType) return newException(cls, args);
        throw TypeError(
          cls === undefined
            ? 'BaseException.__new__(): not enough arguments'
            : `BaseException.__new__(X): X is not a type object (${typeOf(cls).name})`,
        );
      },
      newException,
      '__new__',
    ),
  ),
  __init__: directMethod(
    '(self, /, *args, **kwargs)',
    (self: Py, ...args: Py[]) => {
      if (!(self instanceof PyBaseException)) throw noException(self);
      self.args = new PyTuple(args);
      return null;
    },
    (self: PyBaseException, args: Py[], kwargs: Keywords) => {
      if (kwargs.size > 0) throw noKeywords(typeOf(self));
      self.args = new PyTuple(args);
      return null;
    },
    '__init__',
  ),
  __repr__: method('()', (self: PyBaseException) => {
    const { items } = self.args;
    const name = shortTypeName(typeOf(self));
    if (rt.dialect === 2) return `${name}${items.length === 0 ? '()' : repr(self.args)}`;
    return `${name}(${items.map(repr).join(', ')})`;
  }),
  __str__: method('()', (self: PyBaseException) => {
    const { items } = self.args;
    return items.length === 0 ? '' : items.length === 1 ? str(items[0]) : repr(self.args);
  }),
  args: getter(
    (self) => self.args,
    (self, value) => {
      self.args = new PyTuple(toItems(value));
    },
    kept('args'),
  ),
  __dict__: getter(
    (self) => instanceDict(self),
    (self, value) => {
      if (!(value instanceof PyDict))
        throw TypeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
      replaceInstanceDict(self, value);
    },
    () => {
      throw TypeError('cannot delete __dict__');
    },
  ),
  __traceback__: getter(
    (self) => self.tb,
    setField(
      '__traceback__',
      (v) => v === null || v instanceof PyTraceback,
      '__traceback__ must be a traceback or None',
      (e, v) => {
        e.tb = v;
      },
    ),
    kept('__traceback__'),
  ),
  __context__: getter(
    (self) => self.context ?? null,
    setField(
      '__context__',
      isExceptionOrNone,
      'exception context must be None or derive from BaseException',
      (e, v) => {
        e.context = v;
      },
    ),
    kept('__context__'),
  ),
  __cause__: getter(
    (self) => self.cause,
    setField('__cause__', isExceptionOrNone, 'exception cause must be None or derive from BaseException', (e, v) => {
      e.cause = v;
      e.suppressContext = true;
    }),
    kept('__cause__'),
  ),
  __suppress_context__: getter(
    (self) => self.suppressContext,
    (self, value) => {
      if (typeof value !== 'boolean') throw TypeError('attribute value type must be bool');
      self.suppressContext = value;
    },
    () => {
      throw TypeError("can't delete numeric/char attribute");
    },
  ),
  with_traceback: method('(tb, /)', (self: PyBaseException, tb: Py) => {
    if (tb !== null && !(tb instanceof PyTraceback)) throw TypeError('__traceback__ must be a traceback or None');
    self.tb = tb;
    return self;
  }),
  add_note: method('(note, /)', (self: PyBaseException, note: Py) => {
    if (typeof note !== 'string') throw TypeError(`note must be a str, not '${typeOf(note).name}'`);
    const dict = instanceDict(self);
    const notes = dict.get('__notes__');
    if (notes === undefined) dict.set('__notes__', new PyList([note]));
    else if (notes instanceof PyList) notes.items.push(note);
    else throw TypeError('Cannot add note: __notes__ is not a list');
    return null;
  }),
  __reduce__: method('()', (self: PyBaseException) => {
    const dict = instanceDict(self);
    return new PyTuple(dict.size > 0 ? [typeOf(self), self.args, dict] : [typeOf(self), self.args]);
  }),
  __setstate__: method('(state, /)', (self: PyBaseException, state: Py) => {
    if (state === null) return null;
    if (!(state instanceof PyDict)) throw TypeError('state is not a dictionary');
    for (const [key, value] of state.entryList()) setAttr(self, key, value);
    return null;
  }),
  ...(rt.dialect === 2
    ? {
        message: getter(message2, setMessage2, deleteMessage2),
        __getitem__: method('(index, /)', (self: Py, i: Py) => callMethod(self.args, '__getitem__', i)),
      }
    : {}),
}));

/** Python 2's `message`: the only argument, until something else is assigned, which is in `__dict__` then. */
function message2(self: PyBaseException & { x$hasNoMessage?: boolean }): Py {
  if (self.x$hasNoMessage === true) throw AttributeError('message attribute was deleted');
  return self.args.items.length === 1 ? self.args.items[0] : '';
}

function setMessage2(self: PyBaseException, value: Py): void {
  Object.defineProperty(self, '$message', { value, writable: true, configurable: true, enumerable: true });
}

function deleteMessage2(self: PyBaseException): void {
  Reflect.deleteProperty(self, '$message');
  setHidden(self, 'hasNoMessage', true);
}

/** The items of what becomes `args`. */
export function toItems(value: Py): Py[] {
  return value instanceof PyTuple || value instanceof PyList ? [...value.items] : itemsOf(value);
}
import { toArray as itemsOf } from '../object/iterate.js';

/** Keeps a field of an exception where `__dict__` does not show it. */
export function setHidden(self: Py, name: string, value: Py): void {
  Object.defineProperty(self, `x$${name}`, { value, writable: true, configurable: true, enumerable: false });
}

defineMembers(tracebackType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, tb_next, tb_frame, tb_lasti, tb_lineno)',
      (_cls: PyType, next: Py, frame: Py, _lasti: Py, line: Py) => {
        if (next !== null && !(next instanceof PyTraceback))
          throw TypeError(`expected traceback object or None, got '${typeOf(next).name}'`);
        return new PyTraceback(next, getAttr(frame, 'f_code'), 0, line);
      },
      '__new__',
    ),
  ),
  tb_next: getter(
    (tb) => tb.next,
    (tb, value) => {
      if (value !== null && !(value instanceof PyTraceback))
        throw TypeError(`expected traceback object, got '${typeOf(value).name}'`);
      for (let t = value; t !== null; t = t.next) if (t === tb) throw ValueError('traceback loop detected');
      tb.next = value;
    },
  ),
  tb_lineno: getter((tb) => lineOf(tb)),
  tb_lasti: getter((tb) => (tb.line === null ? tb.position * 2 : -1)),
  tb_frame: getter((tb) => frameOfTraceback.current(tb)),
}));

/** `tb.tb_frame`; wired by the frames. */
export const frameOfTraceback: { current: (tb: PyTraceback) => Py } = { current: () => null };
