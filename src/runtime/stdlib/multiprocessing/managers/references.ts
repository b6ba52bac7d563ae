/** What the package's log tells of a client's proxies and connections. */
import { getAttr } from '../../../object/attributes.js';
import { call } from '../../../object/call.js';
import { moduleState, rt } from '../../../object/context.js';
import type { Py } from '../../../object/object.js';
import { repr } from '../../../object/text.js';
import { isRegistered, registerAfterFork } from '../afterFork.js';
import { debug, hasLogger } from '../log.js';
import { mp } from '../state.js';
import { member } from '../support.js';
import { existingLink, leaveLink, type Link } from './link.js';
import { addressName } from './state.js';

/** How many proxies there are of each server, by the name of its address. */
const counts = () => moduleState('logged proxies', () => new Map<string, number>());

/** A proxy has been counted. */
export function noteReference(proxy: Py, address: Py, ident: Py): void {
  if (!hasLogger()) return;
  debug(`INCREF ${repr(ident)}`);
  const name = addressName(address);
  counts().set(name, (counts().get(name) ?? 0) + 1);
  if (!isRegistered(proxy)) registerAfterFork(proxy, null);
}

/** A proxy is no more. @param isUp whether its server may still be told */
export function noteEndOfReference(address: Py, ident: Py, isUp: boolean): void {
  const name = addressName(address);
  counts().set(name, (counts().get(name) ?? 1) - 1);
  debug(`DECREF ${repr(ident)}${isUp ? '' : ' -- manager already shutdown'}`);
}

/** With the last proxy of a server goes the connection to it. */
export function noteLastReference(address: Py): void {
  if ((counts().get(addressName(address)) ?? 0) > 0) return;
  const link = existingLink(address);
  if (!hasLogger() || link?.hasServed !== true) return;
  debug(`thread ${repr(threadName())} has no more proxies so closing conn`);
  leaveLink(address);
}

/** A shared object is asked: CPython opens a connection for that. */
export function noteFirstCall(link: Link): void {
  if (link.hasServed || !hasLogger()) return;
  debug(`thread ${repr(threadName())} does not own a connection`);
  debug('making connection to manager');
}

/** In Python 2 the program's main thread is gone when its last proxies go. */
function threadName(): Py {
  if (rt.dialect === 2 && mp().exiting && mp().parent === null) return 'Dummy-1';
  return getAttr(call(member('threading', rt.dialect === 2 ? 'currentThread' : 'current_thread'), []), 'name');
}
