/**
 * Exceptions that have fields of their own.
 * Spec: https://docs.python.org/3/library/exceptions.html#concrete-exceptions
 */
import type { Keywords } from '../object/binding.js';
import { rt } from '../object/context.js';
import * as errors from '../object/errors.js';
import { type PyBaseException, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import { checkKeywords } from '../object/keywordErrors.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr, str } from '../object/text.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import { setHidden, toItems } from './exceptions.js';

/** Attributes kept under `$` names that are not shown in `__dict__`. */
function field(name: string, fallback: Py = null) {
  const key = `x$${name}`;
  return getter(
    (self) => self[key] ?? fallback,
    (self, value) => {
      Object.defineProperty(self, key, { value, writable: true, configurable: true, enumerable: false });
    },
    (self) => {
      Object.defineProperty(self, key, { value: null, writable: true, configurable: true, enumerable: false });
    },
  );
}

/** Keyword arguments that some exceptions take, stored as fields. */
function initWithFields(type: string, names: readonly string[]) {
  return method('(*args, **kwargs)', (self: PyBaseException, args: Py[], kwargs: Keywords) => {
    checkKeywords(type, kwargs, names);
    for (const name of names) {
      const value = kwargs.get(name) ?? null;
      // Where nothing stands, None is read.
      if (value !== null || (self as Py)[`x$${name}`] !== undefined) setHidden(self, name, value);
    }
    self.args = new PyTuple(args);
    return null;
  });
}

/** What `copy` and `pickle` keep beside the arguments: the fields, and the instance's own attributes. */
function stateWith(self: Py, fields: Readonly<Record<string, Py>>): Py {
  const own = instanceDict(self);
  const state = new PyDict();
  for (const [key, value] of own.entryList()) state.set(key, value);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) state.set(name, value);
  return state.size === 0 ? null : state;
}

function reduceWith(self: PyBaseException, state: Py): PyTuple {
  return new PyTuple(state === null || rt.dialect === 2 ? [typeOf(self), self.args] : [typeOf(self), self.args, state]);
}

defineMembers(errors.StopIteration.type, () => ({
  value: getter(
    (self) => self.x$value ?? self.args.items[0] ?? null,
    (self, value) => setHidden(self, 'value', value),
    (self) => setHidden(self, 'value', null),
  ),
}));

defineMembers(errors.SystemExit.type, () => ({
  code: getter(
    (self) => {
      if (self.x$code !== undefined) return self.x$code;
      const { items } = self.args;
      return items.length === 0 ? null : items.length === 1 ? items[0] : self.args;
    },
    (self, value) => setHidden(self, 'code', value),
  ),
}));

defineMembers(errors.KeyError.type, () => ({
  __str__: method('()', (self: PyBaseException) => {
    const { items } = self.args;
    return items.length === 1 ? repr(items[0]) : items.length === 0 ? '' : repr(self.args);
  }),
}));

/** Fields that Python 2 does not have. */
const only3 = (members: Members) => (): Members => (rt.dialect === 2 ? {} : members);

defineMembers(
  errors.AttributeError.type,
  only3({
    __init__: initWithFields('AttributeError', ['name', 'obj']),
    name: field('name'),
    obj: field('obj'),
    // The object itself may be hard to pickle.
    __getstate__: method('()', (self: Py) => stateWith(self, { name: self.x$name, args: self.args })),
    __reduce__: method('()', (self: Py) => reduceWith(self, stateWith(self, { name: self.x$name, args: self.args }))),
  }),
);

defineMembers(errors.NameError.type, only3({ __init__: initWithFields('NameError', ['name']), name: field('name') }));

const IMPORT_FIELDS = ['name', 'path', 'name_from'] as const;
const importState = (self: Py) =>
  stateWith(self, Object.fromEntries(IMPORT_FIELDS.map((name) => [name, self[`x$${name}`]])));
const importMessage = (self: Py): Py => self.x$msg ?? (self.args.items.length === 1 ? self.args.items[0] : null);

defineMembers(errors.ImportError.type, () => ({
  __init__: initWithFields('ImportError', IMPORT_FIELDS),
  name: field('name'),
  path: field('path'),
  name_from: field('name_from'),
  msg: getter(importMessage, (self, value) => setHidden(self, 'msg', value)),
  __str__: method('()', (self: Py) => {
    const msg = importMessage(self);
    const { items } = self.args;
    if (typeof msg === 'string') return msg;
    return items.length === 0 ? '' : items.length === 1 ? str(items[0]) : repr(self.args);
  }),
  __reduce__: method('()', (self: Py) => reduceWith(self, importState(self))),
}));

/** `SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset))`. */
function initSyntaxError(self: PyBaseException, args: Py[]): null {
  self.args = new PyTuple(args);
  setHidden(self, 'msg', args[0] ?? null);
  if (args.length === 2) {
    const details = toItems(args[1]);
    if (details.length < 4 || details.length > 6)
      throw TypeError(
        `function takes ${details.length < 4 ? 'at least 4' : 'at most 6'} arguments (${details.length} given)`,
      );
    ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'].forEach((name, i) => {
      setHidden(self, name, details[i] ?? null);
    });
    if (details.length === 5) throw TypeError('end_offset must be provided when end_lineno is provided');
  }
  return null;
}

defineMembers(errors.SyntaxError.type, () => ({
  __init__: method('(*args)', initSyntaxError),
  msg: field('msg'),
  filename: field('filename'),
  lineno: field('lineno'),
  offset: field('offset'),
  text: field('text'),
  end_lineno: field('end_lineno'),
  end_offset: field('end_offset'),
  print_file_and_line: field('print_file_and_line'),
  __str__: method('()', (self: Py) => {
    const msg = str(self.x$msg ?? null);
    const file = self.x$filename;
    const line = self.x$lineno;
    const name = typeof file === 'string' ? file.split('/').pop() : null;
    if (name !== null && typeof line === 'number') return `${msg} (${name}, line ${line})`;
    if (name !== null) return `${msg} (${name})`;
    return typeof line === 'number' ? `${msg} (line ${line})` : msg;
  }),
}));
