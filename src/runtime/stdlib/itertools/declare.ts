/** How the iterator types of `itertools` are declared. */
import { iteratorMembers } from '../../builtins/iterator.js';
import { noKeywords, overrides } from '../../builtins/checkNew.js';
import { direct } from '../../builtins/direct.js';
import { fn } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { builtinType, type Constructor, type Members, type PyType } from '../../object/type.js';
import { PyStaticMethod } from '../../object/values.js';
import type { Py } from '../../object/object.js';

/**
 * The type `itertools.<name>`; of two names the second one is Python 2's.
 * @param signature of `__new__`, the class first
 */
export function itertool(
  names: string | readonly [string, string],
  js: Constructor,
  signature: string,
  make: (cls: PyType, ...args: any[]) => Py,
  more: () => Members = () => ({}),
): PyType {
  const [name, name2] = typeof names === 'string' ? [names] : names;
  const type = builtinType({ name, js, module: 'itertools', ...(name2 && { name2: `itertools.${name2}` }) });
  defineMembers(type, () => ({
    __new__: new PyStaticMethod(
      signature.endsWith(', /)') ? withoutKeywords(type, signature, make) : fn(signature, make, '__new__'),
    ),
    ...iteratorMembers(more()),
  }));
  return type;
}

/** A constructor of positional arguments only; keywords are for the `__init__` of a subclass. */
function withoutKeywords(type: PyType, signature: string, make: (cls: PyType, ...args: any[]) => Py): Py {
  const positional = fn(signature, make, '__new__');
  positional.builtin!.owner = type;
  return direct(
    '(cls, *args, **kwargs)',
    positional as (...args: Py[]) => Py,
    (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
      if (kwargs.size > 0 && !overrides(cls, type, '__init__')) throw noKeywords(type);
      return positional(cls, ...args);
    },
    '__new__',
  );
}
