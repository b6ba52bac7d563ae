/**
 * What Python 2 shows of old-style classes: their own type is `classobj`, and the type of their instances is `instance`.
 * Spec: https://docs.python.org/2.7/reference/datamodel.html#new-style-and-classic-classes
 */
import { call } from '../object/call.js';
import { createClass } from '../object/classes.js';
import { PyBaseException, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { replaceInstanceDict } from '../object/namespace.js';
import { strValue } from '../object/number.js';
import { attributeKey, hide, type Py, PyInstance } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { builtinType, PyType, typeType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyStaticMethod, PyTuple } from '../object/values.js';
import { callerModule } from './callerModule.js';

class PyClassic extends PyInstance {}
/** `types.InstanceType`. */
export const instanceType: PyType = builtinType({ name: 'instance', js: PyClassic, subclassable: false });

class PyClassObject extends PyInstance {}
/** `types.ClassType`. */
export const classObjectType: PyType = builtinType({ name: 'classobj', js: PyClassObject, subclassable: false });

/** What `type(o)` gives. */
export function shownType(o: Py): PyType {
  const type = typeOf(o);
  if (type.oldStyle) return instanceType;
  return o instanceof PyType && o.oldStyle ? classObjectType : type;
}

export function oldStyleClass(name: string, bases: PyType[], namespace: Map<string, Py>): PyType {
  const cls = createClass(typeType.current, name, bases, namespace, null, true);
  if (bases.length === 0) hideInherited(cls);
  return cls;
}

/** What the runtime's old-style classes have from `object` to work as instances do, and Python's have not. */
const HIDDEN =
  '__init__ __new__ __repr__ __str__ __hash__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __getattribute__ __setattr__ __delattr__'.split(
    ' ',
  );

/** Reading such a name finds nothing; the operations still do. */
function hideInherited(cls: PyType): void {
  for (const name of HIDDEN) {
    if (cls.namespace.has(name)) continue;
    for (const holder of [cls, cls.proto]) hide(holder, attributeKey(name), undefined);
  }
}

defineMembers(classObjectType, () => ({
  __new__: new PyStaticMethod(
    fn('(cls, name, bases, dict)', (_cls: PyType, name: Py, bases: Py, dict: Py) => {
      const text = strValue(name);
      if (text === undefined) throw TypeError(`argument 1 must be string, not ${typeOf(name).name}`);
      if (!(bases instanceof PyTuple)) throw TypeError('PyClass_New: bases must be a tuple');
      if (!(dict instanceof PyDict)) throw TypeError('PyClass_New: dict must be a dictionary');
      for (const base of bases.items)
        if (!(base instanceof PyType)) throw TypeError('PyClass_New: base must be a class');
      if (bases.items.some((base: PyType) => !base.oldStyle)) return call(typeType.current, [text, bases, dict]);
      const namespace = new Map<string, Py>(dict.entryList());
      const module = callerModule.current();
      if (!namespace.has('__module__') && module !== undefined) namespace.set('__module__', module);
      return oldStyleClass(text, bases.items, namespace);
    }),
  ),
}));

defineMembers(instanceType, () => ({
  __new__: new PyStaticMethod(
    fn('(cls, class_, dict=None)', (_cls: PyType, owner: Py, dict: Py) => {
      if (!(owner instanceof PyType) || !owner.oldStyle)
        throw TypeError(`instance() argument 1 must be classobj, not ${typeOf(owner).name}`);
      const made = new owner.ctor();
      if (dict instanceof PyDict) replaceInstanceDict(made, dict);
      return made;
    }),
  ),
}));

/** An instance of an old-style class on its way as an exception. */
export class RaisedInstance extends PyBaseException {
  constructor(readonly instance: Py) {
    super([]);
    Object.defineProperty(this, 'c$', { value: typeOf(instance) });
  }
}

/** What `raise` throws for an instance of an old-style class or such a class. */
export function raisedInstance(value: Py): PyBaseException {
  return new RaisedInstance(value);
}

/** What `except E, name` binds. */
export const caughtValue2 = (e: Py): Py => (e instanceof RaisedInstance ? e.instance : e);
