/** Calls of the functions that watch others: what `sys.settrace` and `sys.setprofile` were given. */
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { type Hooks, settle } from '../object/hooks.js';
import type { Py } from '../object/object.js';
import type { TracedFrame } from './tracedFrame.js';

export type TraceEvent = 'call' | 'line' | 'return' | 'exception' | 'opcode';
export type ProfileEvent = 'call' | 'return' | 'c_call' | 'c_return' | 'c_exception';

/**
 * Tells of an event. Of a call, the function of the thread is told; of anything else that which the frame has. What it gives is the frame's
 * function from then on. One that raises an exception is not asked again.
 */
export function trace(frame: TracedFrame, event: TraceEvent, arg: Py): void {
  const { hooks } = rt;
  if (hooks === null || hooks.isBusy || hooks.trace === null) return;
  if (event === 'line' && !frame.tellsLines) return;
  const f = event === 'call' ? hooks.trace : frame.tracer;
  if (f === null) return;
  const given = watched(hooks, 'trace', f, frame, event, arg);
  if (given !== null) frame.tracer = given;
}

/** The same for `sys.setprofile`, whose function is told of everything. */
export function profile(frame: TracedFrame, event: ProfileEvent, arg: Py): void {
  const { hooks } = rt;
  if (hooks === null || hooks.isBusy || hooks.profile === null) return;
  watched(hooks, 'profile', hooks.profile, frame, event, arg);
}

function watched(hooks: Hooks, which: 'trace' | 'profile', f: Py, frame: TracedFrame, event: string, arg: Py): Py {
  hooks.isBusy = true;
  const { handled } = rt;
  try {
    const given = call(f, [frame, event, arg]);
    if (rt.dialect === 2) frame.takeShown();
    return given;
  } catch (error) {
    hooks[which] = null;
    frame.tracer = null;
    throw error;
  } finally {
    rt.handled = handled;
    settle(hooks);
  }
}
