/** Asking the kernel to interrupt this process now and then, so that green threads run while the main thread computes. */

import type { KernelClient } from '../kernel/client.js';
import { moduleState, rt } from '../object/context.js';

const ticks = () => moduleState('thread ticks', () => ({ on: false }));

export function setTicks(on: boolean): void {
  const state = ticks();
  if (state.on === on) return;
  state.on = on;
  (rt.host as { client: KernelClient } | undefined)?.client.post('setTicks', on);
}
