/** Iterators over a deque, in both directions. */
import { iteratorMembers } from '../../builtins/iterator.js';
import { RuntimeError, TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { PyIterator } from '../../object/pyIterator.js';
import { asSize } from '../../object/number.js';
import { type Py } from '../../object/object.js';
import { type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { PyDeque } from './pyDeque.js';
import { declareType } from '../moduleTypes.js';

abstract class DequeWalker extends PyIterator {
  left: number;
  readonly state: number;
  constructor(public deque: PyDeque) {
    super();
    this.left = deque.size;
    this.state = deque.state;
  }
  nx(): Py {
    if (this.deque.state !== this.state) {
      this.left = 0;
      throw RuntimeError('deque mutated during iteration');
    }
    if (this.left === 0) return undefined;
    return this.item(this.left--);
  }
  /** The item that comes when `left` are left. */
  protected abstract item(left: number): Py;
}

export class DequeIterator extends DequeWalker {
  protected item(left: number): Py {
    return this.deque.at(this.deque.size - left);
  }
}

export class DequeReverseIterator extends DequeWalker {
  protected item(left: number): Py {
    return this.deque.at(left - 1);
  }
}

function declareIterator(name: string, js: typeof DequeIterator | typeof DequeReverseIterator): PyType {
  const type: PyType = declareType({
    name,
    module: 'collections',
    js,
    signature: '(deque, index=0, /)',
    make: (cls: PyType, deque: Py, skip: Py) => {
      if (!(deque instanceof PyDeque))
        throw TypeError(`argument 1 must be collections.deque, not ${typeOf(deque).name}`);
      const it = new cls.ctor(deque) as DequeWalker;
      for (let i = skip === undefined ? 0 : asSize(skip); i > 0 && it.nx() !== undefined; i--);
      return it;
    },
    members: () =>
      iteratorMembers({
        __length_hint__: method('()', (self: DequeWalker) => self.left),
        __reduce__: method(
          '()',
          (self: DequeWalker) => new PyTuple([type, new PyTuple([self.deque, self.deque.size - self.left])]),
        ),
      }),
  });
  return type;
}

export const dequeIterator = declareIterator('_deque_iterator', DequeIterator);
export const dequeReverseIterator = declareIterator('_deque_reverse_iterator', DequeReverseIterator);
