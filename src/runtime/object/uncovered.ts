/** What instances kept behind a data descriptor of their class, once the class has something else under that name. */
import { shadow } from './accessors.js';
import { attributeKey, coveredKey, hide, type Py } from './object.js';
import type { PyType } from './type.js';

/** Forgets what is kept there: the attribute has a place of its own now. */
export function dropCovered(o: Py, name: string): void {
  const key = coveredKey(name);
  if (Object.hasOwn(o, key)) delete o[key];
}

/** Whether the class has had a data descriptor under the name. */
export const isUncovered = (cls: PyType, name: string): boolean => Object.hasOwn(cls.proto, markOf(name));
const markOf = (name: string): string => `u$${name}`;

/** Makes instances of `cls` answer with what they have themselves, then with what the class has now. */
export function uncover(cls: PyType, name: string): void {
  const key = attributeKey(name);
  const covered = coveredKey(name);
  const { proto } = cls;
  let below = Object.getOwnPropertyDescriptor(proto, key);
  Object.defineProperty(proto, key, {
    get(this: Py): Py {
      if (this !== proto && Object.hasOwn(this, covered)) return this[covered];
      if (below === undefined) return Reflect.get(Object.getPrototypeOf(proto), key, this);
      return below.get === undefined ? below.value : below.get.call(this);
    },
    set(this: Py, value: Py): void {
      if (this === proto) below = { value };
      else {
        dropCovered(this, name);
        shadow(this, name, value);
      }
    },
    configurable: true,
    enumerable: false,
  });
  hide(proto, markOf(name), true);
}
