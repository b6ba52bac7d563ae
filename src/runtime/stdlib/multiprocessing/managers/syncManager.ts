/** The types of a SyncManager, and the SharedMemoryManager. */
import { getAttr } from '../../../object/attributes.js';
import { callKw } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import type { PyFunction } from '../../../object/function.js';
import type { Py } from '../../../object/object.js';
import type { PyType } from '../../../object/type.js';
import { libraryClass } from './classes.js';

export interface SyncTypes {
  readonly makers: Readonly<Record<string, PyFunction>>;
  readonly proxies: Readonly<Record<string, PyType>>;
  readonly Value: PyType;
  readonly Array: Py;
  readonly Namespace: PyType;
}

/** `SyncManager`, with its types registered. */
export function syncManagerClass(base: PyType, { makers, proxies, Value, Array, Namespace }: SyncTypes): PyType {
  const cls = libraryClass('SyncManager', [base], {});
  const register = (typeid: string, callable: Py, proxytype: Py = null, createMethod = true) =>
    callKw(
      getAttr(cls, 'register'),
      [typeid, callable, proxytype],
      createMethod ? null : new Map<string, Py>([['create_method', false]]),
    );
  const { Queue, Pool, ...threading } = makers;
  register('Queue', Queue);
  register('JoinableQueue', Queue);
  const special: Record<string, string> = { Event: 'EventProxy', Condition: 'ConditionProxy', Barrier: 'BarrierProxy' };
  for (const [name, make] of Object.entries(threading)) register(name, make, proxies[special[name] ?? 'AcquirerProxy']);
  register('Pool', Pool, proxies.PoolProxy);
  register('list', getAttr(rt.builtins, 'list'), proxies.ListProxy);
  register('dict', getAttr(rt.builtins, 'dict'), proxies.DictProxy);
  register('Value', Value, proxies.ValueProxy);
  register('Array', Array, proxies.ArrayProxy);
  register('Namespace', Namespace, proxies.NamespaceProxy);
  register('Iterator', null, proxies.IteratorProxy, false);
  register('AsyncResult', null, null, false);
  return cls;
}
