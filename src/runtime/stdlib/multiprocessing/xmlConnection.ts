/**
 * Connections whose values travel as XML-RPC: `ConnectionWrapper`, `XmlListener` and `XmlClient`.
 *
 * Only what XML-RPC knows can be sent, and tuples arrive as lists. Managers speak it if they are told to (`serializer='xmlrpclib'`).
 */
import { registerShared } from '../../codec/shared.js';
import { getAttr } from '../../object/attributes.js';
import type { Keywords } from '../../object/binding.js';
import { call, callKw, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { blocking } from '../_thread.js';
import type { Channel, PyConnection } from './connection.js';
import { listenerType, PyListener } from './listener.js';
import { attributes } from './shareable.js';
import { member } from './support.js';

const MODULE = 'multiprocessing.connection';
const DELEGATED = ['fileno', 'close', 'poll', 'recv_bytes', 'send_bytes'] as const;

/** A connection that turns values into bytes by functions of its own. */
class PyConnectionWrapper extends PyObject {
  connection!: PyConnection;
  dumps: Py = null;
  loads: Py = null;

  get channel(): Channel | null {
    return this.connection.channel;
  }
  close(): void {
    this.connection.close();
  }
}
const wrapperType = libraryClass({ name: 'ConnectionWrapper', js: PyConnectionWrapper, module: MODULE, hasDict: true });
registerShared(wrapperType, {
  kind: 'mp.ConnectionWrapper',
  encode: () => null,
  parts: ({ connection, dumps, loads }: PyConnectionWrapper) => [connection, dumps, loads],
  decode: (_data, [connection, dumps, loads]) => wrap(connection, dumps, loads),
});

function wrap(connection: Py, dumps: Py, loads: Py): PyConnectionWrapper {
  return Object.assign(new (wrapperType.ctor as typeof PyConnectionWrapper)(), { connection, dumps, loads });
}

const delegated = (name: string) =>
  method('(*args)', ({ connection }: PyConnectionWrapper, args: Py[]) => call(getAttr(connection, name), args));

defineMembers(wrapperType, () => ({
  __dict__: attributes(),
  __init__: method('(conn, dumps, loads)', (self: PyConnectionWrapper, connection: Py, dumps: Py, loads: Py) => {
    Object.assign(self, { connection, dumps, loads });
    return null;
  }),
  ...Object.fromEntries(DELEGATED.map((name) => [name, blocking(delegated(name))])),
  send: method('(obj)', ({ connection, dumps }: PyConnectionWrapper, value: Py) =>
    callMethod(connection, 'send_bytes', call(dumps, [value])),
  ),
  recv: blocking(
    method('()', ({ connection, loads }: PyConnectionWrapper) => call(loads, [callMethod(connection, 'recv_bytes')])),
  ),
}));

const xmlrpc = (name: string): Py => member(rt.dialect === 2 ? 'xmlrpclib' : 'xmlrpc.client', name);

const xmlDumps = fn(
  '(obj)',
  (value: Py) => {
    const text = call(xmlrpc('dumps'), [new PyTuple([value]), null, null, null, 1]);
    return rt.dialect === 2 ? text : callMethod(text, 'encode', 'utf-8');
  },
  '_xml_dumps',
);

const xmlLoads = fn(
  '(s)',
  (bytes: Py) => {
    const text = rt.dialect === 2 ? bytes : callMethod(bytes, 'decode', 'utf-8');
    const [values] = toArray(call(xmlrpc('loads'), [text]));
    return toArray(values)[0];
  },
  '_xml_loads',
);

class PyXmlListener extends PyListener {
  override received(connection: PyConnection): Py {
    return wrap(connection, xmlDumps, xmlLoads);
  }
}
const xmlListener = libraryClass({ name: 'XmlListener', js: PyXmlListener, base: listenerType, module: MODULE });

/** What `multiprocessing.connection` has of it. @param client its `Client`. */
export function xmlMembers(client: Py): Record<string, Py> {
  return {
    ConnectionWrapper: wrapperType,
    XmlListener: xmlListener,
    XmlClient: blocking(
      fn(
        '(*args, **kwds)',
        (args: Py[], kwds: Keywords) => wrap(callKw(client, args, kwds), xmlDumps, xmlLoads),
        'XmlClient',
      ),
    ),
    _xml_dumps: xmlDumps,
    _xml_loads: xmlLoads,
  };
}
