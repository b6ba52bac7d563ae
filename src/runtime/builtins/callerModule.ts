/** Who asks, as far as frames can tell; frame.ts says how it is found. */
import type { Py } from '../object/object.js';

/** `__name__` of the module whose code is running; wired by the frames. */
export const callerModule: { current: () => Py } = { current: () => undefined };
