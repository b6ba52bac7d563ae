/** What threads are given when they start. */
import { join } from 'node:path';
import { readBundle } from '../runtime/kernel/codeCache.js';
import type { Bundles, ThreadData } from '../runtime/kernel/messages.js';

/** What a process that another one starts needs besides. */
const COMMON = 'common';
/** So many threads after the first one read that for themselves: reading for them would keep the kernel from starting them, and few programs have more. */
const NEXT_THREADS = 2;

/** Many threads share what has been read once: 3 MB and 3 ms less for each. */
export function threadData(folder: string, first: Bundles): ThreadData {
  let started = 0;
  let all: Bundles | undefined;
  return {
    get bundles() {
      if (started++ < NEXT_THREADS) return first;
      return (all ??= { ...first, [COMMON]: readBundle(join(folder, `${COMMON}.js`)) });
    },
  };
}
