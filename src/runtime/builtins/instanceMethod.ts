/** `method`: what is bound of a class written in Python. */
import { findAttr, getAttr, special } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { callKw } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyInstanceMethod, type PyMethod, PyStaticMethod, PyTuple } from '../object/values.js';
import { comparedByIdentity } from './boundIdentity.js';
import { plainInstanceCheck } from './isinstance.js';

export const methodType: PyType = builtinType({
  name: 'method',
  name2: 'instancemethod',
  js: PyInstanceMethod,
  subclassable: false,
});

defineMembers(methodType, () => ({
  __new__: new PyStaticMethod(
    fn(
      rt.dialect === 2 ? '(cls, function, instance, im_class=None, /)' : '(cls, function, instance, /)',
      (_cls: PyType, f: Py, instance: Py, owner: Py) => {
        if (typeof f !== 'function' && special(f, '__call__') === undefined)
          throw TypeError('first argument must be callable');
        if (instance !== null) return new PyInstanceMethod(f, instance, owner ?? undefined);
        if (rt.dialect === 3) throw TypeError('instance must not be None');
        if (owner === undefined || owner === null) throw TypeError('unbound methods must have non-NULL im_class');
        return new PyInstanceMethod(f, undefined, owner);
      },
      '__new__',
    ),
  ),
  __func__: getter((m: PyMethod) => m.func),
  __self__: getter((m: PyMethod) => m.self ?? null),
  __name__: getter((m: PyMethod) => getAttr(m.func, '__name__')),
  __qualname__: getter((m: PyMethod) => getAttr(m.func, '__qualname__')),
  __doc__: getter((m: PyMethod) => getAttr(m.func, '__doc__')),
  __module__: getter((m: PyMethod) => findAttr(m.func, '__module__') ?? null),
  __getattribute__: method('(name, /)', (m: PyMethod, name: Py) => getAttr(m, name)),
  __getattr__: method('(name, /)', (m: PyMethod, name: Py) => methodType.getattrHook(m, name)),
  __call__: method('(*args, **kwargs)', (m: PyMethod, args: Py[], kwargs: Keywords) => callKw(m, args, kwargs)),
  ...comparedByIdentity(PyInstanceMethod),
  __repr__: method('()', reprMethod),
  __get__: method('(instance, owner=None, /)', (m: PyMethod, instance: Py) =>
    binds2(m, instance) ? new PyInstanceMethod(m.func, instance, m.owner) : m,
  ),
  __reduce__: method(
    '()',
    (m: PyMethod) => new PyTuple([rt.builtins.$getattr, new PyTuple([m.self, getAttr(m.func, '__name__')])]),
  ),
  ...(rt.dialect === 2
    ? {
        im_func: getter((m: PyMethod) => m.func),
        im_self: getter((m: PyMethod) => m.self ?? null),
        im_class: getter((m: PyMethod) => m.owner ?? typeOf(m.self)),
      }
    : {}),
}));
/** Whether an unbound method becomes a bound one: it does for an instance of its class. */
const binds2 = (m: PyMethod, instance: Py): boolean =>
  m.self === undefined &&
  instance !== null &&
  instance !== undefined &&
  (m.owner === undefined || plainInstanceCheck(m.owner, instance) === true);

methodType.getattrHook = (m: PyMethod, name: string) => getAttr(m.func, name);

function reprMethod(m: PyMethod): string {
  if (rt.dialect === 2) {
    const owner = m.owner ?? (m.self === undefined ? undefined : m.self instanceof PyType ? m.self : typeOf(m.self));
    const label = `${owner?.name ?? '?'}.${getAttr(m.func, '__name__')}`;
    return m.self === undefined ? `<unbound method ${label}>` : `<bound method ${label} of ${repr(m.self)}>`;
  }
  const name = findAttr(m.func, '__qualname__') ?? findAttr(m.func, '__name__') ?? '?';
  return `<bound method ${name} of ${repr(m.self)}>`;
}
