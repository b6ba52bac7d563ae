/** What the module knows of the process that it runs in. */
import { moduleState } from '../../../object/context.js';
import type { Py } from '../../../object/object.js';
import type { PyType } from '../../../object/type.js';
import type { Link } from './link.js';
import type { ServerState } from './serverState.js';

/** The classes that the module's own code needs. */
export interface ManagerTypes {
  Token: PyType;
  RemoteError: PyType;
  State: PyType;
  Server: PyType;
  BaseManager: PyType;
  BaseProxy: PyType;
}

export interface ManagersState {
  readonly types: ManagerTypes;
  /** The functions that make a SyncManager's objects. */
  makers: Readonly<Record<string, Py>>;
  /** The function `AutoProxy`. */
  autoProxy: Py;
  /** Servers that this process runs, by the name of their address. */
  readonly servers: Map<string, ServerState>;
  /** Addresses at which servers of the program were found. */
  readonly inside: Set<string>;
  /** Addresses of those whose objects this process has used where they lie, as if it had a connection to them. */
  readonly asked: Set<string>;
  /** Addresses of servers that have ended, once a call has found that out. */
  readonly ended: Set<string>;
  /** Addresses of servers that do not speak pickle, and what they do. */
  readonly serializers: Map<string, Py>;
  /** Open connections of each thread, by the name of the address. */
  readonly links: WeakMap<object, Map<string, Link>>;
  /** Stands for the main thread in `links`. */
  readonly mainThread: object;
  /** Proxy types made so far, by name and methods. */
  readonly proxyTypes: Map<string, PyType>;
}

export const managers = (): ManagersState =>
  moduleState('multiprocessing managers', () => ({
    types: {} as ManagerTypes,
    makers: {},
    autoProxy: null,
    servers: new Map(),
    inside: new Set<string>(),
    asked: new Set<string>(),
    ended: new Set<string>(),
    serializers: new Map<string, Py>(),
    links: new WeakMap(),
    mainThread: {},
    proxyTypes: new Map(),
  }));

/** What an address is called among this program's processes. */
export function addressName(address: Py): string {
  if (typeof address === 'string') return address;
  const items = (address as { items?: readonly Py[] } | null)?.items;
  if (items !== undefined) return items.map((item) => String(item?.value ?? item)).join(':');
  return String((address as { value?: Py } | null)?.value ?? address);
}

/** Notes what the server at an address speaks. */
export function noteSerializer(address: Py, serializer: Py): void {
  if (serializer !== PICKLE && address !== null) managers().serializers.set(addressName(address), serializer);
}
export const PICKLE = 'pickle';
