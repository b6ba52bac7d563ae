/** Who watches the functions of one of Python's threads: what `sys.settrace` and `sys.setprofile` were given there. */
import { rt } from './context.js';
import type { Py } from './object.js';

export class Hooks {
  trace: Py = null;
  profile: Py = null;
  /** One of the two is running: what it does itself it is not told of. */
  isBusy = false;
}

/** `sys.settrace(f)` and `sys.setprofile(f)` in the thread that runs now. */
export function setHook(which: 'trace' | 'profile', f: Py): void {
  const hooks = rt.hooks ?? new Hooks();
  hooks[which] = f;
  rt.hooks = hooks.trace === null && hooks.profile === null && !hooks.isBusy ? null : hooks;
}

/** One of the functions has come to its end; nobody watches any more if it was the last. */
export function settle(hooks: Hooks): void {
  hooks.isBusy = false;
  if (hooks.trace === null && hooks.profile === null && rt.hooks === hooks) rt.hooks = null;
}
