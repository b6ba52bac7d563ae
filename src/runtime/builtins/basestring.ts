/** Python 2's `basestring`, the abstract base of `str` and `unicode`. */
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { PyObject } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyStaticMethod } from '../object/values.js';

class PyBaseString extends PyObject {}

export const basestringType: PyType = builtinType({ name: 'basestring', js: PyBaseString });

defineMembers(basestringType, () => ({
  __doc__: 'The abstract base class of str and unicode.',
  __new__: new PyStaticMethod(
    fn('(cls, *args, **kwargs)', () => {
      throw TypeError('The basestring type cannot be instantiated');
    }),
  ),
}));
