/** Proxy types of the objects that a SyncManager makes. */
import { genericAlias } from '../../../builtins/genericAlias.js';
import { genericGetAttr } from '../../../builtins/object.js';
import { genericSetAttr, setTypeAttribute } from '../../../object/attributes.js';
import { genericDelAttr } from '../../../object/deletion.js';
import { call } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { fn, method } from '../../../object/fn.js';
import type { PyFunction } from '../../../object/function.js';
import { asDouble } from '../../../object/number.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { truthy } from '../../../object/truth.js';
import type { Members, PyType } from '../../../object/type.js';
import { PyClassMethod, PyFloat, PyProperty, PyTuple } from '../../../object/values.js';
import { type Steps, stepsMethod } from '../../../threads/steps.js';
import { libraryClass } from './classes.js';
import { callMethodOf, callMethodSteps, makeProxyType, remote } from './proxy.js';
import { managers } from './state.js';

const derived = (name: string, base: PyType, exposed: readonly string[], members: Members): PyType =>
  libraryClass(name, [base], { _exposed_: new PyTuple([...exposed]), ...members });
const extended = (name: string, base: PyType, members: Members): PyType => libraryClass(name, [base], members);
const itself = () => method('()', (self: Py) => self);
const generic = (): Members =>
  rt.dialect === 2
    ? {}
    : { __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')) };

/** All arguments, as they are. */
const passing = (name: string): PyFunction => remote(name, '(*args)', (args: Py[]) => args);

function iteratorProxy(base: PyType): PyType {
  const called = ['send', 'throw', 'close'];
  const exposed = rt.dialect === 2 ? ['__next__', 'next', ...called] : ['__next__', ...called];
  const methods = Object.fromEntries(exposed.map((name) => [name, passing(name)]));
  return derived('IteratorProxy', base, exposed, { __iter__: itself(), ...methods });
}

function acquirerProxy(base: PyType): PyType {
  const acquire =
    rt.dialect === 2
      ? remote('acquire', '(blocking=True)', (blocking: Py = true) => [blocking])
      : remote('acquire', '(blocking=True, timeout=None)', (blocking: Py = true, timeout: Py = null) =>
          timeout === null ? [blocking] : [blocking, timeout],
        );
  return derived('AcquirerProxy', base, ['acquire', 'release'], {
    acquire,
    release: remote('release', '()'),
    __enter__: remote('acquire', '()'),
    __exit__: remote('release', '(exc_type, exc_val, exc_tb)'),
  });
}

/** Waits until the predicate holds. The condition's lock is held while it is called. */
function* waitFor(self: Py, predicate: Py, timeout: Py = null): Steps {
  const deadline = timeout === null ? Infinity : performance.now() + asDouble(timeout) * 1000;
  for (let result = call(predicate, []); ; result = call(predicate, [])) {
    const left = deadline - performance.now();
    if (truthy(result) || left <= 0) return result;
    yield* callMethodSteps(self, 'wait', [left === Infinity ? null : new PyFloat(left / 1000)]);
  }
}

function conditionProxy(acquirer: PyType): PyType {
  if (rt.dialect === 2) {
    return derived('ConditionProxy', acquirer, ['acquire', 'release', 'wait', 'notify', 'notify_all'], {
      wait: stepsMethod('(timeout=None)', function* (self: Py, timeout: Py = null): Steps {
        yield* callMethodSteps(self, 'wait', [timeout]);
        return null;
      }),
      notify: remote('notify', '()'),
      notify_all: remote('notify_all', '()'),
    });
  }
  return derived('ConditionProxy', acquirer, ['acquire', 'release', 'wait', 'notify', 'notify_all'], {
    wait: remote('wait', '(timeout=None)', (timeout: Py = null) => [timeout]),
    notify: remote('notify', '(n=1)', (n: Py = 1) => [n]),
    notify_all: remote('notify_all', '()'),
    wait_for: stepsMethod('(predicate, timeout=None)', waitFor),
  });
}

const eventProxy = (base: PyType): PyType =>
  derived('EventProxy', base, ['is_set', 'set', 'clear', 'wait'], {
    is_set: remote('is_set', '()'),
    set: remote('set', '()'),
    clear: remote('clear', '()'),
    wait: remote('wait', '(timeout=None)', (timeout: Py = null) => [timeout]),
  });

/** A property of a proxy that is an attribute of the object. */
const attribute = (name: string) =>
  new PyProperty(
    fn('(self)', (self: Py) => callMethodOf(self, '__getattribute__', [name]), name),
    null,
    null,
    null,
  );

const barrierProxy = (base: PyType): PyType =>
  derived('BarrierProxy', base, ['__getattribute__', 'wait', 'abort', 'reset'], {
    wait: remote('wait', '(timeout=None)', (timeout: Py = null) => [timeout]),
    abort: remote('abort', '()'),
    reset: remote('reset', '()'),
    parties: attribute('parties'),
    n_waiting: attribute('n_waiting'),
    broken: attribute('broken'),
  });

/** Names that begin with an underscore are the proxy's own. */
const isOwn = (name: string): boolean => name.startsWith('_');

const namespaceProxy = (base: PyType): PyType =>
  derived('NamespaceProxy', base, ['__getattribute__', '__setattr__', '__delattr__'], {
    __getattr__: method('(key)', (self: Py, key: string) =>
      isOwn(key) ? genericGetAttr(self, key) : callMethodOf(self, '__getattribute__', [key]),
    ),
    __setattr__: method('(key, value)', (self: Py, key: string, value: Py) => {
      if (!isOwn(key)) return callMethodOf(self, '__setattr__', [key, value]);
      genericSetAttr(self, key, value);
      return null;
    }),
    __delattr__: method('(key)', (self: Py, key: string) => {
      if (!isOwn(key)) return callMethodOf(self, '__delattr__', [key]);
      genericDelAttr(self, key);
      return null;
    }),
  });

const valueProxy = (base: PyType): PyType =>
  derived('ValueProxy', base, ['get', 'set'], {
    get: remote('get', '()'),
    set: remote('set', '(value)', (value: Py) => [value]),
    value: new PyProperty(
      fn('(self)', (self: Py) => callMethodOf(self, 'get'), 'get'),
      fn('(self, value)', (self: Py, value: Py) => callMethodOf(self, 'set', [value]), 'set'),
      null,
      null,
    ),
    ...generic(),
  });

const LIST_METHODS = [
  '__add__',
  '__contains__',
  '__delitem__',
  '__getitem__',
  '__len__',
  '__mul__',
  '__reversed__',
  '__rmul__',
  '__setitem__',
  'append',
  'count',
  'extend',
  'index',
  'insert',
  'pop',
  'remove',
  'reverse',
  'sort',
  '__imul__',
];
const SLICES = ['__delslice__', '__getslice__', '__setslice__'];

function listProxy(): { BaseListProxy: PyType; ListProxy: PyType } {
  const BaseListProxy = makeProxyType('BaseListProxy', rt.dialect === 2 ? [...LIST_METHODS, ...SLICES] : LIST_METHODS);
  const inPlace = (name: string) =>
    method('(value)', (self: Py, value: Py) => {
      callMethodOf(self, name, [value]);
      return self;
    });
  const members = { __iadd__: inPlace('extend'), __imul__: inPlace('__imul__'), ...generic() };
  return { BaseListProxy, ListProxy: extended('ListProxy', BaseListProxy, members) };
}

const DICT_METHODS = [
  '__contains__',
  '__delitem__',
  '__getitem__',
  '__iter__',
  '__len__',
  '__setitem__',
  'clear',
  'copy',
  'get',
  'items',
  'keys',
  'pop',
  'popitem',
  'setdefault',
  'update',
  'values',
];

/** Lets the type's methods give out proxies. */
function withTypeIds(type: PyType, typeids: Record<string, string>): PyType {
  setTypeAttribute.current(type, '_method_to_typeid_', PyDict.of(Object.entries(typeids)));
  return type;
}

function dictProxy(): Record<string, PyType> {
  const iterates = { __iter__: 'Iterator' };
  if (rt.dialect === 2)
    return { DictProxy: withTypeIds(makeProxyType('DictProxy', [...DICT_METHODS, 'has_key']), iterates) };
  const base = withTypeIds(makeProxyType('DictProxy', DICT_METHODS), iterates);
  return { _BaseDictProxy: base, DictProxy: extended('DictProxy', base, generic()) };
}

const POOL_METHODS = [
  'apply',
  'apply_async',
  'close',
  'imap',
  'imap_unordered',
  'join',
  'map',
  'map_async',
  'starmap',
  'starmap_async',
  'terminate',
];
const POOL_TYPES = {
  apply_async: 'AsyncResult',
  map_async: 'AsyncResult',
  starmap_async: 'AsyncResult',
  imap: 'Iterator',
  imap_unordered: 'Iterator',
};

function poolProxy(): Record<string, PyType> {
  if (rt.dialect === 2) {
    const { starmap_async: _, ...typeids } = POOL_TYPES;
    const exposed = POOL_METHODS.filter((name) => !name.startsWith('starmap'));
    return { PoolProxy: withTypeIds(makeProxyType('PoolProxy', exposed), typeids) };
  }
  const BasePoolProxy = withTypeIds(makeProxyType('PoolProxy', POOL_METHODS), POOL_TYPES);
  const PoolProxy = extended('PoolProxy', BasePoolProxy, {
    __enter__: itself(),
    __exit__: remote('terminate', '(exc_type, exc_val, exc_tb)'),
  });
  return { BasePoolProxy, PoolProxy };
}

const ARRAY_METHODS = ['__len__', '__getitem__', '__setitem__'];

/** The proxy types by name. */
export function proxyTypes(): Record<string, PyType> {
  const base = managers().types.BaseProxy;
  const AcquirerProxy = acquirerProxy(base);
  return {
    IteratorProxy: iteratorProxy(base),
    AcquirerProxy,
    ConditionProxy: conditionProxy(AcquirerProxy),
    EventProxy: eventProxy(base),
    ...(rt.dialect === 2 ? {} : { BarrierProxy: barrierProxy(base) }),
    NamespaceProxy: namespaceProxy(base),
    ValueProxy: valueProxy(base),
    ...listProxy(),
    ...dictProxy(),
    ArrayProxy: makeProxyType(
      'ArrayProxy',
      rt.dialect === 2 ? [...ARRAY_METHODS, '__getslice__', '__setslice__'] : ARRAY_METHODS,
    ),
    ...poolProxy(),
  };
}
