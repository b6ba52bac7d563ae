/** None, NotImplemented, Ellipsis. */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { builtinType, type PyType } from '../object/type.js';
import { NoneType } from '../object/typeof.js';
import { Ellipsis, NotImplemented, PyNotImplementedType, PySingleton, PyStaticMethod } from '../object/values.js';
import { warn } from './warn.js';

export const ellipsisType: PyType = builtinType({ name: 'ellipsis', js: PySingleton, subclassable: false });
export const notImplementedType: PyType = builtinType({
  name: 'NotImplementedType',
  js: PyNotImplementedType,
  subclassable: false,
});

const only = (name: string, value: unknown) =>
  new PyStaticMethod(
    fn(
      '(cls, *args)',
      (cls: PyType, args: unknown[]) => {
        if (rt.dialect === 2) throw TypeError(`cannot create '${cls.name}' instances`);
        if (args.length > 0) throw TypeError(`${name} takes no arguments`);
        return value;
      },
      '__new__',
    ),
  );

defineMembers(NoneType, () => ({
  __new__: only('NoneType', null),
  __repr__: method('()', () => 'None'),
  __bool__: method('()', () => false),
  ...(rt.dialect === 2 ? { __nonzero__: method('()', () => false) } : {}),
}));

defineMembers(ellipsisType, () => ({
  __new__: only('EllipsisType', Ellipsis),
  __repr__: method('()', () => 'Ellipsis'),
  __reduce__: method('()', () => 'Ellipsis'),
}));

defineMembers(notImplementedType, () => ({
  __new__: only('NotImplementedType', NotImplemented),
  __repr__: method('()', () => 'NotImplemented'),
  __reduce__: method('()', () => 'NotImplemented'),
  __bool__: method('()', () => {
    if (rt.dialect === 3) warn('DeprecationWarning', 'NotImplemented should not be used in a boolean context');
    return true;
  }),
}));
