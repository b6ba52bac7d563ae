/** What generators and coroutines are resumed with, and the states that they are in. */
import { RuntimeError } from './errors.js';
import type { Py } from './object.js';

/** What a generator is resumed with. */
export type Resumption = { readonly kind: 'send'; readonly value: Py } | { readonly kind: 'throw'; readonly error: Py };

export const SEND_NONE: Resumption = { kind: 'send', value: null };

export const CREATED = 0;
export const SUSPENDED = 1;
export const RUNNING = 2;
export const CLOSED = 3;

/** Wired by the helpers, which make the error. */
export const recursionError: { current: () => Py } = {
  current: () => RuntimeError('maximum recursion depth exceeded'),
};
