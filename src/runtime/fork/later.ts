/**
 * A value that a forked child may never need, and that may be much: the handler of a signal, say, may be a method of an event loop, whose
 * classes the child would have to import. It is made when somebody asks for it.
 */
import { PyObject, type Py } from '../object/object.js';
import { builtinType } from '../object/type.js';

export class PyLater extends PyObject {
  constructor(readonly make: () => Py) {
    super();
  }

  /** In the parent, for a value that is there. */
  static of(value: Py): PyLater {
    return new PyLater(() => value);
  }
}
builtinType({ name: 'fork_later', js: PyLater, subclassable: false });
