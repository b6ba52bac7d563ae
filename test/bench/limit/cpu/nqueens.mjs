/** Queens on a board, row after row, with the threatened places as bits. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, tuple } from '../text.mjs';

function work([n, first]) {
  const found = [];
  const columns = [first];
  const place = (taken, rising, falling, row) => {
    if (row === n) {
      found.push([...columns]);
      return;
    }
    for (let column = 0; column < n; column++) {
      const bit = 1 << column;
      if ((taken | rising | falling) & bit) continue;
      columns[row] = column;
      place(taken | bit, (rising | bit) >> 1, (falling | bit) << 1, row + 1);
    }
  };
  const bit = 1 << first;
  place(bit, bit >> 1, bit << 1, 1);
  return [found.length, found[0]];
}

if (isMainThread) {
  const size = argument(12);
  const pool = new Pool(import.meta.url);
  const results = await pool.map(Array.from({ length: size }, (_, first) => [size, first]));
  const [, one] = results[1];
  console.log(
    results.reduce((sum, [count]) => sum + count, 0),
    one ? tuple(one) : 'None',
  );
  pool.close();
} else serve(work);
