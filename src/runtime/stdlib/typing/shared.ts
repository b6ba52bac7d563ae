/** What the types of `_typing` ask of the `typing` module itself, which is Python. */
import { callerModule } from '../../builtins/callerModule.js';
import { callMethod } from '../../object/call.js';
import { importModule } from '../../import/importFunction.js';
import { rt } from '../../object/context.js';
import { getter } from '../../object/install.js';
import { fn, method } from '../../object/fn.js';
import { instanceDict } from '../../object/namespace.js';
import { type Py, PyObject } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { moduleState } from '../../object/context.js';
import { builtinType, type PyType } from '../../object/type.js';

import { PyStaticMethod } from '../../object/values.js';

/** `typing.name(*args)`. */
export function callTyping(name: string, ...args: Py[]): Py {
  const typing = rt.modules.get('typing') ?? importModule('typing', null, [], 0);
  return callMethod(typing, name, ...args);
}

/** `typing.NoDefault`. */
class PyNoDefault extends PyObject {}
const noDefaultType: PyType = builtinType({
  name: 'NoDefaultType',
  js: PyNoDefault,
  module: 'typing',
  subclassable: false,
});
export const noDefault = (): Py => moduleState('typing.NoDefault', () => new PyNoDefault());
export const noDefaultMembers = (): Members => ({
  __doc__: 'The type of the NoDefault singleton.',
  __new__: new PyStaticMethod(fn('(cls)', noDefault, '__new__')),
  __repr__: method('()', () => 'typing.NoDefault'),
  __reduce__: method('()', () => 'NoDefault'),
});
export { noDefaultType };

/** A value that is given or, for PEP 695's syntax, computed when it is first asked for. */
export class Lazy {
  constructor(
    private value: Py,
    private make: (() => Py) | null = null,
  ) {}
  get(): Py {
    if (this.make !== null) {
      this.value = this.make();
      this.make = null;
    }
    return this.value;
  }
  get isPending(): boolean {
    return this.make !== null;
  }
  peek(): Py {
    return this.value;
  }
}

/** Members of everything that stands for a type: `|`, attributes of its own, pickling by name. */
export const parameterMembers = (): Members => ({
  __dict__: getter((self) => instanceDict(self)),
  __or__: method('(value, /)', (self: Py, other: Py) => callTyping('_make_union', self, other)),
  __ror__: method('(value, /)', (self: Py, other: Py) => callTyping('_make_union', other, self)),
  __reduce__: method('()', (self: { name: string }) => self.name),
});

/** Gives a new object the `__module__` of the code that made it. */
export function inCallersModule(o: Py): Py {
  const module = callerModule.current();
  Object.defineProperty(o, '$__module__', {
    value: module ?? null,
    writable: true,
    configurable: true,
    enumerable: true,
  });
  return o;
}
