/** `Token`: which shared object of which server; and `State`: how far a manager is. */
import { getAttr, setAttr } from '../../../object/attributes.js';
import { call } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { method } from '../../../object/fn.js';
import { toArray } from '../../../object/iterate.js';
import type { Py } from '../../../object/object.js';
import { repr } from '../../../object/text.js';
import type { PyType } from '../../../object/type.js';
import { typeOf } from '../../../object/typeof.js';
import { PyTuple } from '../../../object/values.js';
import { libraryClass } from './classes.js';
import { managers } from './state.js';

const FIELDS = ['typeid', 'address', 'id'] as const;

export const State = { initial: 0, started: 1, shutdown: 2 } as const;

export const tokenClass = (): PyType =>
  libraryClass('Token', [], {
    __slots__: new PyTuple([...FIELDS]),
    __init__: method('(typeid, address, id)', (self: Py, ...values: Py[]) => {
      FIELDS.forEach((field, i) => {
        setAttr(self, field, values[i]);
      });
      return null;
    }),
    __getstate__: method('()', (self: Py) => new PyTuple(FIELDS.map((field) => getAttr(self, field)))),
    __setstate__: method('(state)', (self: Py, state: Py) => {
      const values = toArray(state);
      FIELDS.forEach((field, i) => {
        setAttr(self, field, values[i]);
      });
      return null;
    }),
    __repr__: method('()', (self: Py) => {
      const name = rt.dialect === 2 ? 'Token' : typeOf(self).name;
      return `${name}(${FIELDS.map((field) => `${field}=${repr(getAttr(self, field))}`).join(', ')})`;
    }),
  });

export const newToken = (typeid: Py, address: Py, ident: Py): Py =>
  call(managers().types.Token, [typeid, address, ident]);

export const stateClass = (): PyType =>
  libraryClass('State', [], {
    __slots__: new PyTuple(['value']),
    INITIAL: State.initial,
    STARTED: State.started,
    SHUTDOWN: State.shutdown,
  });
