/** Events of managers in the arena: behind the head, the address of the event. */
import { importModule } from '../../../import/importFunction.js';
import {
  clearEvent,
  createEvent,
  deadlineAfter,
  eventSource,
  isEventSet,
  setEvent,
  waitEvent,
} from '../../../mp/index.js';
import { getAttr } from '../../../object/attributes.js';
import { call as callFunction, callMethod } from '../../../object/call.js';
import { EOFError } from '../../../object/errors.js';
import type { Py } from '../../../object/object.js';
import type { Steps } from '../../../threads/steps.js';
import { arena } from '../support.js';
import { timeoutMs } from '../timeouts.js';
import { Head, isAlive, type Kind, newShared } from './shared.js';

const METHODS: ReadonlySet<string> = new Set(['is_set', 'set', 'clear', 'wait']);

const eventOf = (at: number): number => arena().i32[at + Head.body]!;

function callNow(at: number, method: string): Py {
  const shared = arena();
  if (method === 'is_set') return isEventSet(shared, eventOf(at));
  if (method === 'set') setEvent(shared, eventOf(at));
  else clearEvent(shared, eventOf(at));
  return null;
}

/** The result of a wait. An event whose server has ended is set, so that nobody waits for it. */
function waited(at: number, isSet: boolean): boolean {
  if (!isAlive(at)) throw EOFError();
  return isSet;
}

export const eventKind: Kind = {
  methods: METHODS,
  call: (at, method, [timeout]) =>
    method === 'wait' ? waited(at, waitEvent(arena(), eventOf(at), timeoutMs(timeout))) : callNow(at, method),
  steps: function* (at, method, [timeout]): Steps {
    if (method !== 'wait') return callNow(at, method);
    const limitMs = timeoutMs(timeout);
    const isSet =
      isEventSet(arena(), eventOf(at)) ||
      (limitMs > 0 && (yield { source: eventSource(arena(), eventOf(at)), deadline: deadlineAfter(limitMs) }));
    return waited(at, isSet);
  },
  value(at) {
    const event = callFunction(getAttr(importModule('threading', null, ['*'], 0), 'Event'), []);
    if (isEventSet(arena(), eventOf(at))) callMethod(event, 'set');
    return event;
  },
  end: (at) => {
    setEvent(arena(), eventOf(at));
  },
};

export function newSharedEvent(kind: number): number {
  const event = createEvent(arena());
  const at = newShared(kind, 1);
  arena().i32[at + Head.body] = event;
  return at;
}
