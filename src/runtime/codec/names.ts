/** Names of functions and classes in messages, remembered on both sides: most messages name the same few. */
import { rt } from '../object/context.js';
import { attributeKey, type Py } from '../object/object.js';
import { findGlobal, type GlobalName, globalName } from '../pickle/globals.js';

/** Module and qualified name as one text. */
export const fullName = ({ module, name }: GlobalName): string => `${module}:${name}`;

interface Known {
  readonly module: string;
  /** Property of the module, or undefined for a dotted name. */
  readonly key: string | undefined;
  readonly full: string;
}

/** For sending. What a name stands for is looked up each time: it may have been given a new value. */
export class NameCache {
  private readonly known = new WeakMap<object, Known>();

  /** Raises as `globalName` does. */
  of(o: Py): string {
    const found = this.known.get(o);
    if (found?.key !== undefined && rt.modules.map.get(found.module)?.[found.key] === o) return found.full;
    const { module, name } = globalName(o);
    const full = fullName({ module, name });
    this.known.set(o, { module, key: name.includes('.') ? undefined : attributeKey(name), full });
    return full;
  }
}

/** For receiving. */
export class GlobalFinder {
  private readonly known = new Map<string, Known>();

  /** Raises as `findGlobal` does. */
  find(full: string): Py {
    const found = this.known.get(full);
    if (found?.key !== undefined) {
      const value = rt.modules.map.get(found.module)?.[found.key];
      if (value !== undefined) return value;
    }
    const at = full.indexOf(':');
    const module = full.slice(0, at);
    const name = full.slice(at + 1);
    if (found === undefined)
      this.known.set(full, { module, key: name.includes('.') ? undefined : attributeKey(name), full });
    return findGlobal(module, name);
  }
}
