/**
 * Event loops that nobody closes. What they do at their end is to say so in a ResourceWarning, which is not shown unless it is asked for.
 * An event loop with a stand-in takes much longer for all that it does, since it reads its attributes through that.
 */
import { rt } from '../../object/context.js';
import { endsUnseen } from '../../object/endings.js';
import { ResourceWarning } from '../../object/errors.js';
import { findAttr } from '../../object/attributes.js';
import type { Py } from '../../object/object.js';
import { type PyModule, PyList, PyTuple } from '../../object/values.js';

export const endLoopsUnseen = ({ namespace }: PyModule): void =>
  endsUnseen(namespace.get('BaseEventLoop'), showsUnclosed);

/** Whether the first filter of `warnings` for every ResourceWarning is another than to ignore it. */
function showsUnclosed(): boolean {
  const filters: Py = findAttr(rt.modules.get('warnings'), 'filters');
  if (!(filters instanceof PyList)) return true;
  for (const filter of filters.items) {
    if (!(filter instanceof PyTuple)) return true;
    const [action, , category] = filter.items;
    if (!ResourceWarning.type.mro.includes(category)) continue;
    return action !== 'ignore';
  }
  return true;
}
