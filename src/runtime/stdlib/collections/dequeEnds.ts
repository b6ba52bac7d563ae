/** `append`, `appendleft`, `pop` and `popleft` of a deque. */
import { quick } from '../../builtins/direct.js';
import { method } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyDeque } from './pyDeque.js';

/** What programs call most: additions and removals at the ends. */
export function endMembers(): Members {
  const adding = (add: (self: PyDeque, item: Py) => void) =>
    method('(item, /)', (self: PyDeque, item: Py) => {
      add(self, item);
      return null;
    });
  const append = adding((self, item) => self.append(item));
  const appendleft = adding((self, item) => self.appendLeft(item));
  const pop = method('()', (self: PyDeque) => self.takeLast());
  const popleft = method('()', (self: PyDeque) => self.takeFirst());
  return {
    append: quick(append, function (self: Py, item: Py) {
      if (arguments.length !== 2 || !(self instanceof PyDeque)) return append(...arguments);
      self.append(item);
      return null;
    }),
    appendleft: quick(appendleft, function (self: Py, item: Py) {
      if (arguments.length !== 2 || !(self instanceof PyDeque)) return appendleft(...arguments);
      self.appendLeft(item);
      return null;
    }),
    pop: quick(pop, function (self: Py) {
      return arguments.length === 1 && self instanceof PyDeque ? self.takeLast() : pop(...arguments);
    }),
    popleft: quick(popleft, function (self: Py) {
      return arguments.length === 1 && self instanceof PyDeque ? self.takeFirst() : popleft(...arguments);
    }),
  };
}
