/** `sys.modules` as the program sees it: with everything in it that its imports import in turn. */
import { moduleState, rt } from '../object/context.js';
import { dictOver, LiveMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import type { PyDict } from '../object/table.js';
import { runDeferred } from './deferred.js';
import { comesInTheWay, mayBeBrought } from './deferredNames.js';

/** A view of `rt.modules`, which is what is loaded, for the runtime. */
class SeenModules extends LiveMap {
  override get(name: Py): Py {
    const found = rt.modules.get(name);
    if (found !== undefined || !mayBeBrought(name)) return found;
    runDeferred();
    return rt.modules.get(name);
  }
  override has(name: Py): boolean {
    return this.get(name) !== undefined;
  }
  override set(name: Py, value: Py): this {
    // The modules that wait have not seen the new one.
    if (comesInTheWay(name)) runDeferred();
    rt.modules.set(name, value);
    return this;
  }
  override delete(name: Py): boolean {
    if (comesInTheWay(name)) runDeferred();
    return rt.modules.delete(name) !== undefined;
  }
  override clear(): void {
    runDeferred();
    for (const name of rt.modules.keyList()) rt.modules.delete(name);
  }
  override get size(): number {
    runDeferred();
    // The map asks itself before the process has any.
    return rt.modules?.size ?? 0;
  }
  override *keys(): MapIterator<Py> {
    runDeferred();
    yield* rt.modules.map.keys();
  }
}

/** The one dict object that `sys.modules` is. */
export const seenModules = (): PyDict => moduleState('sys.modules', () => dictOver(new SeenModules()));
