/** Type parameters in a forked process: made anew of what they were made of. */
import { importModule } from '../../import/importFunction.js';
import { getAttr } from '../../object/attributes.js';
import { fn } from '../../object/fn.js';
import { hide, type Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { PyParamSpec, PyTypeVar, type Variance } from './parameters.js';
import { Lazy, noDefault } from './shared.js';

const RESTORE = '_restore_parameter';
type Restored = new (name: string, fallback: Lazy, bound: Lazy, ...rest: unknown[]) => Py;

/** `_typing._restore_parameter(cls, …)`: the child's copy of a `TypeVar` or `ParamSpec`. */
export const restoreParameter = fn(
  '(cls, name, module, fallback, bound, constraints, covariant, contravariant, infer, /)',
  (cls: PyType, name: string, module: Py, fallback: PyTuple, bound: Py, constraints: Py, ...signs: boolean[]) => {
    const [covariant, contravariant, infer] = signs as [boolean, boolean, boolean];
    const variance: Variance = { covariant, contravariant, infer };
    const rest = constraints === null ? [variance] : [new Lazy(constraints), variance];
    const made = new (cls.ctor as Restored)(name, new Lazy(fallback.items[0] ?? noDefault()), new Lazy(bound), ...rest);
    Object.defineProperty(made, '$__module__', { value: module, writable: true, configurable: true, enumerable: true });
    return made;
  },
  RESTORE,
);

/** What has not been computed yet stays behind. */
const known = (value: Lazy): Py => (value.isPending ? null : value.peek());

function reduction(this: PyTypeVar | PyParamSpec): readonly Py[] {
  const { c$, name, fallback, bound, variance } = this;
  const hasDefault = !fallback.isPending && fallback.peek() !== noDefault();
  const constraints = this instanceof PyTypeVar ? (known(this.constraints) ?? new PyTuple([])) : null;
  const { covariant, contravariant, infer } = variance;
  const given = [new PyTuple(hasDefault ? [fallback.peek()] : []), known(bound), constraints];
  const args = [c$, name, (this as Py).$__module__ ?? null, ...given, covariant, contravariant, infer];
  return [getAttr(importModule('_typing', null, [RESTORE], 0), RESTORE), new PyTuple(args), null, null, null, null];
}

/** Called where the types are defined. */
export function defineForkedParameters(): void {
  for (const { prototype } of [PyTypeVar, PyParamSpec]) hide(prototype, 'fork$', reduction);
}
