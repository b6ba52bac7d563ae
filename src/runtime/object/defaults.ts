/** `__defaults__` that are set, of any number. */
import { bindPython } from './binding.js';
import type { FunctionInfo } from './function.js';
import type { Py } from './object.js';

/**
 * Sets the values of the function's last positional parameters. A body takes the defaults that it was written with by their
 * places: others are moved there, and where there are fewer of them the call is refused.
 */
export function setDefaults(info: FunctionInfo, values: Py[] | null): void {
  const { optional } = info.code;
  const given = values === null ? 0 : values.length;
  const isOther = given !== optional || (given === 0 && values !== null);
  info.rebound = isOther ? { defaults: values } : null;
  info.defaults = isOther ? moved(info, values ?? []) : values;
}

function moved(info: FunctionInfo, values: readonly Py[]): Py[] | null {
  const { optional, signature } = info.code;
  if (optional === 0) return null;
  const required = signature.positional.length - optional;
  const places: Py[] = [];
  for (let i = 0; i < optional; i++) {
    const at = values.length - optional + i;
    if (at >= 0) places.push(values[at]);
    else Object.defineProperty(places, i, { enumerable: true, get: () => refuse(info, required + i) });
  }
  return places;
}

/** Raises the error about a call with so many arguments. */
const refuse = (info: FunctionInfo, given: number): Py => bindPython(info, new Array(given).fill(null), null);
