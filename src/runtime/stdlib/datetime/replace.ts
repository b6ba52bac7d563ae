/** Puts faster forms over methods of classes of the library. Where such a form gives undefined, the library's decides. */
import { direct, directMethod } from '../../builtins/direct.js';
import { setAttr } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { PyClassMethod, PyStaticMethod } from '../../object/values.js';

/** The result of a method for `self` and one argument (undefined where there is none), or undefined. */
export type Fast = (self: Py, other: Py) => Py;

/** The result of a method that is called with keywords alone, or undefined. */
export type FastByName = (self: Py, kwargs: ReadonlyMap<string, Py>) => Py;

/** A method of at most one argument. */
export function replaceMethod(cls: PyType, name: string, fast: Fast, fastByName?: FastByName): void {
  const slow: Py = cls.namespace.get(name);
  setAttr(
    cls,
    name,
    directMethod(
      '(self, /, *args, **kwargs)',
      function (self: Py, other: Py) {
        const result = arguments.length <= 2 ? fast(self, other) : undefined;
        return result === undefined ? slow(...(arguments as unknown as Py[])) : result;
      },
      (self: Py, args: Py[], kwargs: Map<string, Py>) =>
        (args.length === 0 ? fastByName?.(self, kwargs) : undefined) ?? callKw(slow, [self, ...args], kwargs),
      name,
    ),
  );
}

/** A class method; the class comes first. */
export function replaceClassMethod(cls: PyType, name: string, fast: (cls: Py, args: readonly Py[]) => Py): void {
  const slow: Py = cls.namespace.get(name).func;
  const bound = (own: Py, args: Py[], kwargs: Map<string, Py>) => callKw(slow, [own, ...args], kwargs);
  const positional = (own: Py, ...args: Py[]) => fast(own, args) ?? call(slow, [own, ...args]);
  setAttr(cls, name, new PyClassMethod(directMethod('(cls, /, *args, **kwargs)', positional, bound, name)));
}

/** `__new__`; `names` are those of the arguments that `fast` takes, undefined where they are not given. */
export function replaceNew(
  cls: PyType,
  names: readonly string[],
  fast: (cls: PyType, args: readonly Py[]) => Py,
): void {
  const found = cls.namespace.get('__new__');
  const slow: Py = found instanceof PyStaticMethod ? found.func : found;
  const bound = (own: PyType, args: Py[], kwargs: Map<string, Py>) => {
    const all = args.length > names.length ? null : args.slice();
    if (all !== null) {
      for (const [name, value] of kwargs) {
        const at = names.indexOf(name);
        if (at < 0 || at < args.length) return callKw(slow, [own, ...args], kwargs);
        all[at] = value;
      }
    }
    return (all === null ? undefined : fast(own, all)) ?? callKw(slow, [own, ...args], kwargs);
  };
  const positional = (own: PyType, ...args: Py[]) =>
    (own === undefined || args.length > names.length ? undefined : fast(own, args)) ??
    call(slow, own === undefined ? [] : [own, ...args]);
  setAttr(cls, '__new__', new PyStaticMethod(direct('(cls, /, *args, **kwargs)', positional, bound, '__new__')));
}
