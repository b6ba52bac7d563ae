/**
 * `+`, `-`, `*` between any two values: what emitted code calls when its own check for small ints fails.
 *
 * Each looks for the common pairs of built-in values first, and then asks the classes (operators.ts).
 * Spec: https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations
 */
import type { Py } from '../object/object.js';
import { ADD, binary, MATMUL, MUL, SUB } from '../object/operators.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';
import { isFloat, plainInt } from './plainNumbers.js';
import { complexDifference, complexProduct, complexSum, ofComplex } from './complexOperators.js';
import { addInt, mulInt, subInt } from './intMath.js';

const MAX = Number.MAX_SAFE_INTEGER;

/** `a + b`. */
export function add(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const sum = a + b;
      return sum <= MAX && sum >= -MAX ? sum : BigInt(a) + BigInt(b);
    }
    if (isFloat(b)) return new PyFloat(a + b.v);
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(a.v + b.v);
    if (typeof b === 'number') return new PyFloat(a.v + b);
  } else if (typeof a === 'string') {
    if (typeof b === 'string') return a + b;
  } else if (a instanceof PyList) {
    if (b instanceof PyList && !a.c$.isHeap && !b.c$.isHeap) return new PyList(joined(a.items, b.items));
  } else if (a instanceof PyTuple && b instanceof PyTuple && !a.c$.isHeap && !b.c$.isHeap) {
    return new PyTuple(joined(a.items, b.items));
  }
  const x = plainInt(a);
  if (x !== undefined) {
    const y = plainInt(b);
    if (y !== undefined) return addInt(x, y);
  }
  return ofComplex(a, b, complexSum) ?? binary(a, b, ADD);
}

/** Up to so many items a loop is faster than V8's `concat`. */
const FEW = 32;

function joined(a: readonly Py[], b: readonly Py[]): Py[] {
  if (a.length + b.length > FEW) return a.concat(b);
  const items = a.slice();
  for (let i = 0; i < b.length; i++) items.push(b[i]);
  return items;
}

/** `a - b`. */
export function sub(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const difference = a - b;
      return difference <= MAX && difference >= -MAX ? difference : BigInt(a) - BigInt(b);
    }
    if (isFloat(b)) return new PyFloat(a - b.v);
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(a.v - b.v);
    if (typeof b === 'number') return new PyFloat(a.v - b);
  }
  const x = plainInt(a);
  if (x !== undefined) {
    const y = plainInt(b);
    if (y !== undefined) return subInt(x, y);
  }
  return ofComplex(a, b, complexDifference) ?? binary(a, b, SUB);
}

/** `a * b`. */
export function mul(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const product = a * b;
      return product <= MAX && product >= -MAX ? product + 0 : BigInt(a) * BigInt(b);
    }
    if (isFloat(b)) return new PyFloat(a * b.v);
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(a.v * b.v);
    if (typeof b === 'number') return new PyFloat(a.v * b);
  } else if (typeof b === 'number') {
    if (typeof a === 'string') {
      if (a.length * b < 0x1000000) return b > 0 ? a.repeat(b) : '';
    } else if ((a instanceof PyList || a instanceof PyTuple) && !a.c$.isHeap && a.c$.isReady) {
      // An int's own `__rmul__`, which is asked first, has nothing to say of them.
      return (a as Py).m$__mul__(a, b);
    }
  }
  const x = plainInt(a);
  if (x !== undefined) {
    const y = plainInt(b);
    if (y !== undefined) return mulInt(x, y);
  }
  return ofComplex(a, b, complexProduct) ?? binary(a, b, MUL);
}

/** `a @ b`. */
export function matMul(a: Py, b: Py): Py {
  return binary(a, b, MATMUL);
}
