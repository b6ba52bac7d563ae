/** The order of a class's bases, which of them decides on layout and metaclass. */
import { lookup } from './attributes.js';
import { call } from './call.js';
import { rt } from './context.js';
import { TypeError } from './errors.js';
import { toArray } from './iterate.js';
import { type Py } from './object.js';
import { objectType, PyType } from './type.js';
import { typeOf } from './typeof.js';

/** The base whose JavaScript layout the instances have; TypeError when two bases disagree. */
export function bestBase(bases: PyType[]): PyType {
  let winner: PyType | undefined;
  let winnerSolid: PyType | undefined;
  for (const base of bases) {
    const solid = solidBase(base);
    if (winnerSolid === undefined || (solid !== winnerSolid && solid.mro.includes(winnerSolid))) {
      winner = base;
      winnerSolid = solid;
    } else if (!winnerSolid.mro.includes(solid)) {
      throw TypeError('multiple bases have instance lay-out conflict');
    }
  }
  return winner!;
}

/** Exceptions that have fields of their own; all others look alike and can be bases together. */
const WITH_FIELDS = new Set(
  'BaseException BaseExceptionGroup ExceptionGroup StopIteration SystemExit ImportError OSError NameError AttributeError SyntaxError UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError'.split(
    ' ',
  ),
);
const sharesLayout = (cls: PyType): boolean =>
  cls.addsNothing ||
  (cls.moduleName === 'builtins' &&
    !WITH_FIELDS.has(cls.name) &&
    cls.mro.some((c) => c.qualname === 'BaseException' && !c.isHeap));

/** The nearest class that adds to the layout: a built-in type, or one with slots. */
function solidBase(type: PyType): PyType {
  for (const cls of type.mro) {
    if (!cls.isHeap && !sharesLayout(cls)) return cls;
    if (cls.isHeap && cls.slots !== null && cls.slots.length > 0) return cls;
  }
  return objectType;
}

/** C3 linearisation (https://docs.python.org/3/howto/mro.html), or what the metaclass's `mro()` says. */
export function methodResolutionOrder(cls: PyType, meta: PyType): PyType[] {
  const custom = lookup(meta, 'mro');
  if (typeof custom !== 'function' || custom.info === undefined) return c3(cls);
  const order = toArray(call(custom, [cls]));
  const solid = solidBase(cls);
  for (const each of order) {
    if (!(each instanceof PyType)) throw TypeError(`mro() returned a non-class ('${typeOf(each).name}')`);
    if (!solid.mro.includes(solidBase(each)))
      throw TypeError(`mro() returned base with unsuitable layout ('${each.name}')`);
  }
  return order;
}

/** Python 2's order for old-style classes: each base with all its own before the next one. */
export function depthFirstOrder(cls: PyType): PyType[] {
  const order = new Set<PyType>([cls]);
  for (const base of cls.bases) for (const c of base.mro) if (c !== objectType) order.add(c);
  return [...order, objectType];
}

/** C3 linearisation: the class, then its bases' orders merged. Throws TypeError where there is none. */
export function c3(cls: PyType): PyType[] {
  const seen = new Set<PyType>();
  for (const base of cls.bases) {
    if (seen.has(base)) throw TypeError(`duplicate base class ${base.name}`);
    seen.add(base);
  }
  const sequences = [...cls.bases.map((base) => [...base.mro]), [...cls.bases]];
  const result: PyType[] = [cls];
  for (;;) {
    const open = sequences.filter((s) => s.length > 0);
    if (open.length === 0) return result;
    const next = open.map((s) => s[0]!).find((c) => !open.some((s) => s.indexOf(c) > 0));
    if (next === undefined) throw mroConflict(open);
    result.push(next);
    for (const s of sequences) if (s[0] === next) s.shift();
  }
}

function mroConflict(open: PyType[][]): Py {
  const names = [...new Set(open.map((s) => s[0]!.name))].join(', ');
  return TypeError(
    `Cannot create a consistent method resolution${rt.dialect === 2 ? '\n' : ' '}order (MRO) for bases ${names}`,
  );
}

/** The metaclass that fits all bases: the most derived of theirs and `meta`. */
export function calculateMeta(meta: PyType, bases: readonly Py[]): PyType {
  let winner = meta;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (winner === candidate || winner.mro.includes(candidate)) continue;
    if (candidate.mro.includes(winner)) winner = candidate;
    else throw metaclassConflict();
  }
  return winner;
}

export const metaclassConflict = (): Py =>
  TypeError(
    'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
  );

/** Python 2: a class of `type` needs a base that is one, too. */
export function refuseOnlyClassic(bases: readonly Py[]): void {
  if (bases.length > 0 && bases.every((base) => base instanceof PyType && base.oldStyle))
    throw TypeError("a new-style class can't have only classic bases");
}
