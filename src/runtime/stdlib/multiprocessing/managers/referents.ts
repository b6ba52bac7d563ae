/** What a SyncManager's server makes: the objects behind its proxies. */
import { importModule } from '../../../import/importFunction.js';
import { getAttr, storeOwn } from '../../../object/attributes.js';
import type { Keywords } from '../../../object/binding.js';
import { call, callKw } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { fn, method } from '../../../object/fn.js';
import type { PyFunction } from '../../../object/function.js';
import { toArray } from '../../../object/iterate.js';
import { instanceDict } from '../../../object/namespace.js';
import { strValue } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { repr, str } from '../../../object/text.js';
import type { PyType } from '../../../object/type.js';
import { typeOf } from '../../../object/typeof.js';
import { PyList, PyProperty, PyTuple } from '../../../object/values.js';
import { libraryClass, MODULE } from './classes.js';

/** A namespace object with no public methods but attributes. */
export const namespaceClass = (): PyType =>
  libraryClass('Namespace', [], {
    __init__: method('(**kwds)', (self: Py, kwds: Keywords) => {
      for (const [name, value] of kwds) storeOwn(self, name, value);
      return null;
    }),
    __repr__: method('()', (self: Py) => {
      const shown: string[] = [];
      for (const [key, value] of instanceDict(self).entryList()) {
        const name = strValue(key) ?? str(key);
        if (!name.startsWith('_')) shown.push(`${name}=${repr(value)}`);
      }
      return `${rt.dialect === 2 ? 'Namespace' : typeOf(self).name}(${shown.sort().join(', ')})`;
    }),
  });

export function valueClass(): PyType {
  const get = fn('(self)', (self: Py) => getAttr(self, '_value'), 'get');
  const set = (self: Py, value: Py) => {
    storeOwn(self, '_value', value);
    return null;
  };
  return libraryClass('Value', [], {
    __init__: method('(typecode, value, lock=True)', (self: Py, typecode: Py, value: Py) => {
      storeOwn(self, '_typecode', typecode);
      return set(self, value);
    }),
    get: method('()', (self: Py) => getAttr(self, '_value')),
    set: method('(value)', set),
    value: new PyProperty(get, fn('(self, value)', set, 'set'), null, null),
    __repr__: method(
      '()',
      (self: Py) => `${typeOf(self).name}(${repr(getAttr(self, '_typecode'))}, ${repr(getAttr(self, '_value'))})`,
    ),
  });
}

/** A function that makes an object of a library class: the module is only imported where an object is made. */
function maker(module: string, name: string): PyFunction {
  const make = (args: Py[], kwds: Keywords) =>
    callKw(getAttr(importModule(module, null, ['*'], 0), name), args, kwds.size === 0 ? null : kwds);
  const f = fn('(*args, **kwds)', make, `_make_${name}`);
  f.builtin!.owner = MODULE as never;
  return f;
}

/** The functions behind the type ids whose objects are of other modules. */
export function makers(): Record<string, PyFunction> {
  const queue = rt.dialect === 2 ? 'Queue' : 'queue';
  const threading = ['Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition'];
  if (rt.dialect === 3) threading.push('Barrier');
  return {
    Queue: maker(queue, 'Queue'),
    ...Object.fromEntries(threading.map((name) => [name, maker('threading', name)])),
    Pool: maker(rt.dialect === 2 ? 'multiprocessing' : 'multiprocessing.pool', 'Pool'),
  };
}

/** `Array(typecode, sequence, lock=True)`. */
export const makeArray = (): PyFunction =>
  fn(
    '(typecode, sequence, lock=True)',
    (typecode: Py, sequence: Py) => call(getAttr(importModule('array', null, ['*'], 0), 'array'), [typecode, sequence]),
    'Array',
  );

/** Lets views of dicts travel: as lists. */
export function registerViews(): void {
  const copyreg = importModule(rt.dialect === 2 ? 'copy_reg' : 'copyreg', null, ['*'], 0);
  const asList = getAttr(rt.builtins, 'list');
  const reduce = fn('(obj)', (view: Py) => reduction(asList, toArray(view)));
  for (const name of rt.dialect === 2 ? ['viewitems', 'viewkeys', 'viewvalues'] : ['items', 'keys', 'values']) {
    call(getAttr(copyreg, 'pickle'), [typeOf(call(getAttr(new PyDict(), name), [])), reduce]);
  }
}

const reduction = (asList: Py, items: Py[]) => new PyTuple([asList, new PyTuple([new PyList(items)])]);
