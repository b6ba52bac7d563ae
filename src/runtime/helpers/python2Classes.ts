/**
 * Python 2's class statement: `__metaclass__` in the body, in the bases' classes or in the module decides; with none of
 * them, and no new-style base, the class is an old-style one.
 * Spec: https://docs.python.org/2.7/reference/datamodel.html#new-style-and-classic-classes
 */
import { oldStyleClass } from '../builtins/oldStyle2.js';
import { calculateMeta, metaclassConflict, refuseOnlyClassic } from '../object/mro.js';
import { createClass } from '../object/classes.js';
import { call } from '../object/call.js';
import { PyBaseException, TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import type { Unit } from '../unit.js';
import { buildClass2, typeOfType } from './functions.js';

buildClass2.current = (unit: Unit, body: (ns: Py) => Py, name: string, bases: Py[]): Py => {
  const namespace = new PyDict();
  body(namespace);
  const cell = namespace.get('__classcell__');
  namespace.delete('__classcell__');
  const cls = explained(() => makeClass(unit, name, bases, namespace));
  if (cell !== undefined && cls instanceof PyType && cell.v === undefined) cell.v = cls;
  return cls;
};

/** A TypeError of the metaclass says so. */
function explained(make: () => Py): Py {
  try {
    return make();
  } catch (error) {
    const text = error instanceof PyBaseException && error.c$ === TypeError.type ? error.args.items[0] : undefined;
    if (typeof text !== 'string' || (error as PyBaseException).args.items.length !== 1) throw error;
    (error as PyBaseException).args = new PyTuple([`Error when calling the metaclass bases\n    ${text}`]);
    throw error;
  }
}

function makeClass(unit: Unit, name: string, bases: Py[], namespace: PyDict): Py {
  const meta = namespace.get('__metaclass__') ?? (bases.length > 0 ? undefined : unit.globals.get('__metaclass__'));
  const classic = meta === undefined && bases.every((base) => base instanceof PyType && base.oldStyle);
  if (classic) return oldStyleClass(name, bases as PyType[], namespace.map as Map<string, Py>);
  const chosen = meta ?? metaOf(bases);
  const winner = chosen instanceof PyType ? calculateMeta(chosen, bases) : chosen;
  if (winner === typeOfType.current) {
    for (const base of bases) if (!(base instanceof PyType)) throw metaclassConflict();
    refuseOnlyClassic(bases);
    return createClass(winner, name, bases as PyType[], namespace.map as Map<string, Py>);
  }
  return call(winner, [name, new PyTuple(bases), namespace]);
}

/** The class of the first new-style base; an instance as base (a factory) gives its own class. */
function metaOf(bases: Py[]): Py {
  const first = bases.find((base) => !(base instanceof PyType && base.oldStyle));
  return first === undefined ? typeOfType.current : typeOf(first);
}
