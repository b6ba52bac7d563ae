/** Lines printed by four threads. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { sharedWords } from '../sync.mjs';
import { argument } from '../text.mjs';
import { me, shared, startThreads } from '../threads.mjs';

const never = sharedWords();

/** Writes a line, and waits where the reader is behind: standard output does not block. */
function print(line) {
  try {
    writeSync(1, line);
  } catch (error) {
    if (error.code !== 'EAGAIN') throw error;
    Atomics.wait(never, 0, 0, 1);
    print(line);
  }
}

function lines(count) {
  for (let i = 0; i < count; i++) print(`process ${me} writes its line number ${String(i).padStart(6, '0')}\n`);
}

if (isMainThread) await startThreads(import.meta.url, 4, argument(20000));
else lines(shared);
