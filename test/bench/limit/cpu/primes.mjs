/** Primes by trial division and by a sieve. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

function isPrime(n) {
  if (n < 4) return n > 1;
  if (n % 2 === 0 || n % 3 === 0) return false;
  for (let k = 5; k * k <= n; k += 6) {
    if (n % k === 0 || n % (k + 2) === 0) return false;
  }
  return true;
}

function sieve(n) {
  const flags = new Uint8Array(n + 1).fill(1, 2);
  for (let i = 2; i * i <= n; i++) {
    if (flags[i] === 0) continue;
    for (let j = i * i; j <= n; j += i) flags[j] = 0;
  }
  return flags.reduce((sum, flag) => sum + flag, 0);
}

function work([low, high]) {
  let count = 0;
  for (let n = low; n < high; n++) if (isPrime(n)) count++;
  return [count, sieve(Math.floor(high / 4))];
}

if (isMainThread) {
  const size = argument(2000000);
  const bounds = [0, 1, 2, 3, 4].map((i) => Math.floor((i * size) / 4));
  const pool = new Pool(import.meta.url);
  const results = await pool.map([0, 1, 2, 3].map((i) => [bounds[i], bounds[i + 1]]));
  console.log(list(results.map(tuple)));
  pool.close();
} else serve(work);
