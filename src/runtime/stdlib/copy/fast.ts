/**
 * A faster `copy.deepcopy`, put over the library's once that is loaded: lists, dicts, tuples and plain instances are copied
 * here, everything else by the library's function, with the same memo.
 */
import { direct } from '../../builtins/direct.js';
import { findAttr, lookup } from '../../object/attributes.js';
import { call, callKw, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { RuntimeError } from '../../object/errors.js';
import { isLibraryFunction } from '../../object/function.js';
import { identity } from '../../object/hash.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { objectType, PyType } from '../../object/type.js';
import { PyBytes, PyFloat, PyList, type PyModule, PyTuple } from '../../object/values.js';

/** What a class has in the way of copying that is not `object`'s. */
const OWN_WAYS = ['__new__', '__reduce_ex__', '__reduce__', '__getstate__', '__getattribute__'];
const ADDED_WAYS = ['__deepcopy__', '__setstate__', '__getnewargs__', '__getnewargs_ex__', '__getattr__'];

/** What the module's tables say, which a program may change. */
interface Library {
  readonly deepcopy: Py;
  readonly copiers: PyDict;
  readonly reducers: PyDict;
}

/** One copy under way. What has been copied is known by identity, in the Python memo as soon as Python code sees it. */
class Copying {
  private readonly seen = new Map<object, Py>();
  constructor(
    private readonly library: Library,
    private memo: PyDict | null,
  ) {}

  copy(x: Py): Py {
    if (x === null || (typeof x !== 'object' && typeof x !== 'function')) return x;
    if (typeof x === 'function') return x.info === undefined && !isLibraryFunction(x) ? this.byLibrary(x) : x;
    const cls: PyType = x.c$;
    if (cls === PyFloat.prototype.c$ || cls === PyBytes.prototype.c$) return x;
    const known = this.memo === null ? this.seen.get(x) : this.memo.get(identity(x));
    if (known !== undefined) return known;
    const y = this.copyObject(x, cls);
    if (y !== x && this.memo !== null) this.keep(x, this.memo);
    return y;
  }

  private copyObject(x: Py, cls: PyType): Py {
    if (cls === PyList.prototype.c$) return this.list(x);
    if (cls === PyDict.prototype.c$) return this.dict(x);
    if (cls === PyTuple.prototype.c$) return this.tuple(x);
    return cls.isHeap && isPlain(x, cls, this.library.reducers) ? this.instance(x, cls) : this.byLibrary(x);
  }

  /** The memo holds what has been copied, in a list that it knows by its own identity. */
  private keep(x: Py, memo: PyDict): void {
    const kept = memo.get(identity(memo));
    if (kept === undefined) memo.set(identity(memo), new PyList([x]));
    else if (!(kept instanceof PyList)) callMethod(kept, 'append', x);
    else if (kept.items.at(-1) !== x) kept.append(x);
  }

  private remember(x: object, y: Py): void {
    if (this.memo === null) this.seen.set(x, y);
    else this.memo.set(identity(x), y);
  }

  private list(x: PyList): PyList {
    if (x.raw !== null) {
      const doubles = PyList.ofRaw(x.raw.slice());
      this.remember(x, doubles);
      return doubles;
    }
    const y = new PyList([]);
    this.remember(x, y);
    for (let i = 0; i < x.items.length; i++) y.append(this.copy(x.items[i]));
    return y;
  }

  private dict(x: PyDict): PyDict {
    const y = new PyDict();
    this.remember(x, y);
    const { size } = x;
    for (const [key, value] of x.entryList()) {
      y.set(this.copy(key), this.copy(value));
      if (x.size !== size) throw RuntimeError('dictionary changed size during iteration');
    }
    return y;
  }

  private tuple(x: PyTuple): Py {
    const { items } = x;
    const copies: Py[] = [];
    let same = true;
    for (let i = 0; i < items.length; i++) {
      const y = this.copy(items[i]);
      if (y !== items[i]) same = false;
      copies.push(y);
    }
    // A tuple in something that it holds has been copied meanwhile.
    const known = this.memo === null ? this.seen.get(x) : this.memo.get(identity(x));
    if (known !== undefined) return known;
    if (same) return x;
    const y = new PyTuple(copies);
    this.remember(x, y);
    return y;
  }

  private instance(x: Py, cls: PyType): Py {
    const y = new cls.ctor([]);
    this.remember(x, y);
    const to: PyDict = findAttr(y, '__dict__');
    for (const [name, value] of (findAttr(x, '__dict__') as PyDict).entryList()) to.set(name, this.copy(value));
    return y;
  }

  private byLibrary(x: Py): Py {
    if (this.memo === null) {
      this.memo = new PyDict();
      for (const [o, y] of this.seen) this.memo.set(identity(o), y);
    }
    return call(this.library.deepcopy, [x, this.memo]);
  }
}

/** An instance whose attributes in its `__dict__` are all that there is to copy. */
function isPlain(x: Py, cls: PyType, reducers: PyDict): boolean {
  if (!cls.hasDict || reducers.get(cls) !== undefined) return false;
  for (const c of cls.mro) {
    if (c.isHeap ? c.slots !== null && c.slots.length > 0 : c !== objectType) return false;
  }
  for (const name of OWN_WAYS) if (lookup(cls, name) !== objectType.namespace.get(name)) return false;
  for (const name of ADDED_WAYS) if (lookup(cls, name) !== undefined) return false;
  return !Object.hasOwn(x, '$__deepcopy__') && !Object.hasOwn(x, '$__reduce_ex__');
}

const HANDLED = ['list', 'dict', 'tuple', 'float', 'bytes', 'str', 'int', 'bool', 'NoneType', 'function'];

/** Called once the library's module has run. */
export function speedUpCopy(module: PyModule): void {
  if (rt.dialect === 2) return;
  const globals = module.namespace;
  const deepcopy = globals.get('deepcopy');
  const copiers: PyDict = globals.get('_deepcopy_dispatch');
  const reducers: PyDict = globals.get('dispatch_table');
  const handled: [PyType, Py][] = [];
  for (const [cls, copier] of copiers.entryList())
    if (cls instanceof PyType && HANDLED.includes(cls.name)) handled.push([cls, copier]);
  const library: Library = { deepcopy, copiers, reducers };
  const isUnchanged = () => handled.every(([cls, copier]) => copiers.get(cls) === copier);
  const fast = direct(
    '(x, memo=None, _nil=[])',
    (x: Py, memo: Py = null, ...more: Py[]) => {
      const plainMemo = memo === null || (memo instanceof PyDict && memo.c$ === PyDict.prototype.c$);
      if (x === undefined || more.length > 0 || !plainMemo || !isUnchanged()) {
        return call(deepcopy, x === undefined ? [] : [x, memo, ...more]);
      }
      return new Copying(library, memo).copy(x);
    },
    (x: Py, memo: Py = null, nil: Py = undefined) =>
      callKw(deepcopy, nil === undefined ? [x, memo] : [x, memo, nil], null),
    'deepcopy',
  );
  fast.builtin!.owner = 'copy';
  globals.set('deepcopy', fast);
  // What the library's function calls again for the parts.
  for (const name of ['_deepcopy_list', '_deepcopy_tuple', '_deepcopy_dict', '_deepcopy_method']) {
    const info = globals.get(name)?.info;
    if (info?.defaults != null) info.defaults[info.defaults.length - 1] = fast;
  }
  globals.get('_reconstruct')?.info?.kwdefaults?.set('deepcopy', fast);
}
