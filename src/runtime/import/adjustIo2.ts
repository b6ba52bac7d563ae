/** `io` as Python 2 has it, and `_pyio`, which is it in Python. */
import type { Py } from '../object/object.js';
import type { PyList, PyModule } from '../object/values.js';

/** What only Python 3's has, and what it alone names in `__all__`. */
const ONLY_3 = ['open_code', 'text_encoding'];
const ONLY_ALL_3: ReadonlySet<Py> = new Set([...ONLY_3, 'DEFAULT_BUFFER_SIZE', 'IncrementalNewlineDecoder']);

export function addWrapper({ namespace }: PyModule): void {
  namespace.set('OpenWrapper', namespace.get('open'));
}

export function adaptIo(module: PyModule): void {
  const { namespace } = module;
  addWrapper(module);
  for (const name of ONLY_3) namespace.delete(name);
  const all: PyList | undefined = namespace.get('__all__');
  if (all !== undefined) all.items = all.items.filter((name) => !ONLY_ALL_3.has(name));
}
