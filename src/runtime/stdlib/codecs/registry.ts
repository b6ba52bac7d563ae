/** `codecs.lookup`: the search functions that modules register, `encodings` first of all. */
import { nameValue } from '../../builtins/ascii2.js';
import { callCodec, codecState } from '../../builtins/codecs.js';
import { kindName } from '../../builtins/strArgs.js';
import { special } from '../../object/attributes.js';
import { call1 } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { LookupError, TypeError } from '../../object/errors.js';
import { importModule } from '../../import/importFunction.js';
import type { Py } from '../../object/object.js';
import { PyTuple } from '../../object/values.js';

interface Registry {
  readonly searches: Py[];
  readonly found: Map<string, Py>;
}
const registry = () => moduleState<Registry>('codecs search', () => ({ searches: [], found: new Map() }));

/** Codecs of a program: strings and bytes that the runtime's own do not know are asked for here. */
export function connect(): void {
  codecState().search = find;
}

export function register(search: Py): null {
  if (typeof search !== 'function' && (search === null || special(search, '__call__') === undefined))
    throw TypeError('argument must be callable');
  registry().searches.push(search);
  return null;
}

export function unregister(search: Py): null {
  const { searches, found } = registry();
  const at = searches.indexOf(search);
  if (at >= 0) {
    searches.splice(at, 1);
    found.clear();
  }
  return null;
}

function find(encoding: string): Py {
  const name = encoding.toLowerCase().replaceAll(' ', '_');
  const { found, searches } = registry();
  const known = found.get(name);
  if (known !== undefined) return known;
  if (rt.modules.get('encodings') === undefined) importModule('encodings', null, [], 0);
  for (const search of [...searches]) {
    const info = call1(search, name);
    if (info === null) continue;
    if (!(info instanceof PyTuple) || info.items.length !== 4)
      throw TypeError('codec search functions must return 4-tuples');
    found.set(name, info);
    return info;
  }
  return undefined;
}

export function lookup(encoding: Py): Py {
  const name = nameValue(encoding);
  if (name === undefined) {
    const expected = rt.dialect === 2 ? 'argument 1 must be string' : 'argument must be str';
    throw TypeError(`lookup() ${expected}, not ${kindName(encoding)}`);
  }
  const info = find(name);
  if (info === undefined) throw LookupError(`unknown encoding: ${name}`);
  return info;
}

/** `codecs.encode` (0) and `codecs.decode` (1). */
export function transform(o: Py, encoding: Py, errors: Py, which: 0 | 1): Py {
  const name = encoding ?? (rt.dialect === 2 ? 'ascii' : 'utf-8');
  const info = lookup(name);
  const result = callCodec(info.items[which], errors === undefined ? [o] : [o, errors], which, nameValue(name)!);
  if (!(result instanceof PyTuple) || result.items.length !== 2)
    throw TypeError(`${which === 0 ? 'encoder' : 'decoder'} must return a tuple (object, integer)`);
  return result.items[0];
}
