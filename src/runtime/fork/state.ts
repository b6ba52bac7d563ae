/** State of the interpreter and of library modules that a fork carries over; each owner says how its own travels. */
import { DEFAULT_MAX_STR_DIGITS } from '../text/parseInt.js';
import { defaultEncoding } from '../builtins/ascii2.js';
import { PyFrame } from '../builtins/pyFrame.js';
import { intLimit } from '../builtins/intLimit.js';
import { rt } from '../object/context.js';
import { setHook } from '../object/hooks.js';
import type { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { recursionLimit } from '../process/signals.js';
import { PyList, PyMethod, type PyModule } from '../object/values.js';

export interface ForkState {
  /** The state as a Python value, or undefined when there is nothing to carry. */
  save(): Py;
  restore(state: Py): void;
}

/** Filled when the runtime is loaded. */
const owners = new Map<string, ForkState>();

/** Declares a part of a process's state that a forked child starts with. */
export function registerForkState(name: string, state: ForkState): void {
  owners.set(name, state);
}

/** All of it, as one dict. */
export function processState(): PyDict {
  const all = new PyDict();
  for (const [name, owner] of owners) {
    const value = owner.save();
    if (value !== undefined) all.set(name, value);
  }
  return all;
}

export function restoreState(all: PyDict): void {
  for (const [name, owner] of owners) {
    const value = all.get(name);
    if (value !== undefined) owner.restore(value);
  }
}

/** Attributes of `sys` that programs set, and that a child has from its beginning. */
export const STREAMS_AND_PATHS = ['argv', 'path', 'stdout', 'stderr', 'stdin', 'excepthook', 'displayhook'];

const STANDARD_OUTPUTS = ['__stdout__', '__stderr__'];

registerForkState('sys', {
  save() {
    const sys = rt.modules.get('sys') as PyModule;
    const { pending } = sys.namespace.map as ModuleMap;
    const changed = new PyDict();
    for (const name of STREAMS_AND_PATHS) {
      // What nobody has asked for yet is as it was.
      if (pending?.has(name)) continue;
      const value = sys.namespace.get(name);
      const original = sys.namespace.get(`__${name}__`);
      if (value !== undefined && value !== original) changed.set(name, value);
    }
    const finders = sys.namespace.get('meta_path');
    if (finders instanceof PyList && finders.items.length > 0) changed.set('meta_path', finders);
    // Not the one that a signal has just lowered.
    changed.set(0, recursionLimit());
    return changed;
  },
  restore(changed: PyDict) {
    const sys = rt.modules.get('sys') as PyModule;
    for (const [name, value] of changed.entryList()) {
      if (name === 0) rt.recursionLimit = value;
      else sys.namespace.set(name, value);
    }
  },
});

/** The thread that forks goes on as the child's main thread: who watches it watches that. */
registerForkState('hooks', {
  save() {
    const { hooks } = rt;
    return hooks === null ? undefined : new PyList([travelling(hooks.trace), travelling(hooks.profile)]);
  },
  restore({ items: [trace, profile] }: PyList) {
    setHook('trace', trace);
    setHook('profile', profile);
  },
});

/** Frames stay in their process, and with them a debugger that is in the middle of one. */
const travelling = (f: Py): Py =>
  f instanceof PyMethod && Object.values(f.self ?? {}).some((value) => value instanceof PyFrame) ? null : f;

registerForkState('int limit', {
  save() {
    const { maxStrDigits } = intLimit();
    return maxStrDigits === DEFAULT_MAX_STR_DIGITS ? undefined : maxStrDigits;
  },
  restore(maxStrDigits: number) {
    intLimit().maxStrDigits = maxStrDigits;
  },
});

registerForkState('default encoding', {
  save() {
    const { name } = defaultEncoding();
    return name === 'ascii' ? undefined : name;
  },
  restore(name: string) {
    defaultEncoding().name = name;
  },
});

// Python 2: whether the next thing that `print` shows there begins with a space.
registerForkState('softspace', {
  save() {
    const { map } = (rt.modules.get('sys') as PyModule).namespace;
    const spaces = STANDARD_OUTPUTS.map((name) =>
      rt.dialect === 2 && !(map as ModuleMap).pending?.has(name) ? (map.get(name)?.softspace ?? 0) : 0,
    );
    return spaces.some((space) => space !== 0) ? new PyList(spaces) : undefined;
  },
  restore({ items }: PyList) {
    const { namespace } = rt.modules.get('sys') as PyModule;
    STANDARD_OUTPUTS.forEach((name, i) => {
      if (items[i] !== 0) namespace.get(name).softspace = items[i];
    });
  },
});
