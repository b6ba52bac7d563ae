/** Errors as control flow: classes of one's own, cleanup, and a way back through many frames. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list } from '../text.mjs';

// Nobody reads where these errors come from.
Error.stackTraceLimit = 0;

class Rejected extends Error {
  constructor(reason, value) {
    super(reason);
    this.value = value;
  }
}

class Odd extends Rejected {}

function noted(log, body) {
  log.push(1);
  try {
    return body();
  } finally {
    log.pop();
  }
}

function check(n) {
  if (n % 7 === 0) throw new Odd('seven', n);
  if (n % 5 === 0) throw new RangeError(n);
  return n;
}

function deep(n, depth) {
  if (depth === 0) return check(n);
  try {
    return deep(n, depth - 1);
  } finally {
    n++;
  }
}

function work(n) {
  const log = [];
  let total = 0;
  for (let i = 0; i < n; i++) {
    try {
      total += noted(log, () => (i % 3 === 0 ? deep(i, 12) : check(i)));
      total += log.length;
    } catch (error) {
      if (error instanceof Odd) total -= error.value;
      else if (error instanceof RangeError) total += error.message.length;
      else throw error;
    }
  }
  return total;
}

if (isMainThread) {
  const size = argument(500000);
  const pool = new Pool(import.meta.url);
  console.log(list(await pool.map([size, size + 1])));
  pool.close();
} else serve(work);
