/** What is said of `o[key]` where `o` has no items. */
import { errorOfInstance, special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { IndexError, TypeError } from '../object/errors.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';

export function notSubscriptable(o: Py, key: Py): Py {
  if (rt.dialect === 3) return TypeError(`'${typeOf(o).name}' object is not subscriptable`);
  const cls = typeOf(o);
  if (cls.oldStyle) return errorOfInstance(o, '__getitem__');
  const isContainer =
    (cls.isHeap || special(o, '__contains__') !== undefined) && special(key, '__index__') !== undefined;
  const index = isContainer ? asIndex(key) : 0;
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    return IndexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
  return TypeError(
    `'${cls.name}' object ${isContainer ? 'does not support indexing' : "has no attribute '__getitem__'"}`,
  );
}
