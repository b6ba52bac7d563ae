/** What modules of the library have besides in a Python 2 program: names that Python 3 no longer has. */
import { getAttr } from '../object/attributes.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import type { PyModule } from '../object/values.js';
import { loadDotted } from './importFunction.js';

const ABCS =
  'Callable Container Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping ' +
  'MutableSequence MutableSet Sequence Set Sized ValuesView';

/** By module name; called once it has run. */
export const ADJUSTMENTS_2: Readonly<Record<string, (module: PyModule) => void>> = {
  collections: ({ namespace }) => {
    const abc = loadDotted('_collections_abc');
    for (const name of ABCS.split(' ')) namespace.set(name, getAttr(abc, name));
  },
  os: ({ namespace }) => {
    const own = loadDotted('_os2');
    for (const name of getAttr(own, '__all__').items) namespace.set(name, getAttr(own, name));
  },
  warnings: ({ namespace }) => {
    // Only the option -3 would show them.
    namespace.set(
      'warnpy3k',
      fn('(message, category=None, stacklevel=1)', (): Py => null, 'warnpy3k'),
    );
  },
};
