/**
 * `BaseExceptionGroup` and `ExceptionGroup`.
 * Spec: https://peps.python.org/pep-0654/
 */

import { findAttr, setAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import {
  BaseExceptionGroup,
  Exception,
  ExceptionGroup,
  PyBaseException,
  TypeError,
  ValueError,
} from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { toArray } from '../object/iterate.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { genericAlias } from './genericAlias.js';

interface Group extends PyBaseException {
  x$message: Py;
  x$exceptions: PyTuple;
}

const isGroup = (e: Py): e is Group => e instanceof PyBaseException && e.c$.mro.includes(BaseExceptionGroup.type);
const isException = (e: Py): boolean => typeOf(e).mro.includes(Exception.type);

/** `cls(message, exceptions)`: a group of exceptions that are all Exceptions is an ExceptionGroup. */
function make(cls: PyType, args: Py[]): Group {
  if (args.length !== 2)
    throw TypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, given] = args as [Py, Py];
  if (strValue(message) === undefined)
    throw TypeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeOf(message).name}`);
  const items = sequenceItems(given);
  if (items.length === 0) throw ValueError('second argument (exceptions) must be a non-empty sequence');
  items.forEach((item, i) => {
    if (!(item instanceof PyBaseException))
      throw ValueError(`Item ${i} of second argument (exceptions) is not an exception`);
  });
  const actual = classFor(cls, items.every(isException));
  const group = new (actual.ctor as new (args: Py[]) => Group)(args);
  Object.defineProperty(group, 'x$message', { value: message, enumerable: false });
  Object.defineProperty(group, 'x$exceptions', { value: new PyTuple(items), enumerable: false });
  return group;
}

function sequenceItems(given: Py): Py[] {
  if (given instanceof PyList || given instanceof PyTuple) return [...given.items];
  if (
    findAttr(given, '__getitem__') === undefined ||
    findAttr(given, '__len__') === undefined ||
    findAttr(given, 'keys') !== undefined
  ) {
    throw TypeError('second argument (exceptions) must be a sequence');
  }
  return toArray(given);
}

function classFor(cls: PyType, onlyExceptions: boolean): PyType {
  if (cls === BaseExceptionGroup.type) return onlyExceptions ? ExceptionGroup.type : cls;
  if (onlyExceptions || !cls.mro.includes(Exception.type)) return cls;
  if (cls === ExceptionGroup.type) throw TypeError('Cannot nest BaseExceptions in an ExceptionGroup');
  throw TypeError(`Cannot nest BaseExceptions in '${cls.name}'`);
}

type Matcher = (e: PyBaseException) => boolean;

const isExceptionType = (value: Py): value is PyType =>
  value instanceof PyType && value.mro.includes(PyBaseExceptionType());
const PyBaseExceptionType = (): PyType => BaseExceptionGroup.type.base!;

function matcherOf(value: Py): Matcher {
  if (isExceptionType(value)) return (e) => e.c$.mro.includes(value);
  if (value instanceof PyTuple && value.items.every(isExceptionType))
    return (e) => value.items.some((cls) => e.c$.mro.includes(cls));
  if (
    !(value instanceof PyType) &&
    (typeof value === 'function' || findAttr(value, '__call__') !== undefined) &&
    !(value instanceof PyTuple)
  ) {
    return (e) => truthy(call(value, [e]));
  }
  throw TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

/** A group like `group` of other exceptions: same traceback, cause, context and notes. */
function derived(group: Group, exceptions: Py[]): Py {
  if (exceptions.length === 0) return null;
  const made = callMethod(group, 'derive', new PyList(exceptions));
  if (!isGroup(made)) throw TypeError('derive must return an instance of BaseExceptionGroup');
  made.tb = group.tb;
  made.context = group.context;
  made.cause = group.cause;
  // As if the cause had been set.
  made.suppressContext = true;
  const notes = findAttr(group, '__notes__');
  if (notes instanceof PyList || notes instanceof PyTuple) setAttr(made, '__notes__', new PyList([...notes.items]));
  return made;
}

/** What matches, and the rest (not collected when `wantRest` is false); null for none. */
function split(group: Group, matches: Matcher, wantRest: boolean): [Py, Py] {
  if (matches(group)) return [group, null];
  const found: Py[] = [];
  const rest: Py[] = [];
  for (const e of group.x$exceptions.items) {
    if (isGroup(e)) {
      const [inner, others] = split(e, matches, wantRest);
      if (inner !== null) found.push(inner);
      if (others !== null) rest.push(others);
    } else if (matches(e)) found.push(e);
    else rest.push(e);
  }
  return [derived(group, found), wantRest ? derived(group, rest) : null];
}

defineMembers(BaseExceptionGroup.type, () => ({
  __doc__: 'A combination of multiple unrelated exceptions.',
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType, args: Py[]) => make(cls, args), '__new__')),
  __init__: method('(*args, **kwargs)', (self: Group, args: Py[], kwargs: ReadonlyMap<string, Py>) => {
    if (kwargs.size > 0)
      throw TypeError(
        'BaseExceptionGroup.__init__() takes no keyword arguments'.replace(
          'BaseExceptionGroup.__init__',
          typeOf(self).name,
        ),
      );
    self.args = new PyTuple(args);
    return null;
  }),
  message: getter((self: Group) => self.x$message),
  exceptions: getter((self: Group) => self.x$exceptions),
  __str__: method('()', (self: Group) => {
    const { length } = self.x$exceptions.items;
    return `${self.x$message} (${length} sub-exception${length === 1 ? '' : 's'})`;
  }),
  derive: method('(excs, /)', (self: Group, excs: Py) => call(BaseExceptionGroup.type, [self.x$message, excs])),
  split: method('(matcher_value, /)', (self: Group, matcher: Py) => new PyTuple(split(self, matcherOf(matcher), true))),
  subgroup: method('(matcher_value, /)', (self: Group, matcher: Py) => split(self, matcherOf(matcher), false)[0]),
  __class_getitem__: new PyClassMethod(
    fn('(cls, item, /)', (cls: PyType, item: Py) => genericAlias(cls, item), '__class_getitem__'),
  ),
}));
