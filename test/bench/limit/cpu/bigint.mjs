/** Integers of thousands of digits: a factorial, its digits, modular powers. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

function modularPower(base, exponent, modulus) {
  let result = 1n;
  let square = base % modulus;
  for (let bits = exponent; bits > 0; bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function bitLength(n) {
  const digits = n.toString(16);
  return 4 * digits.length - Math.clz32(Number.parseInt(digits[0], 16)) + 28;
}

function work(n) {
  let product = 1n;
  for (let i = 2n; i < n; i++) product *= i;
  let checksum = 0n;
  for (let k = 3n; k < 60n; k++) checksum = (checksum * 31n + (product % (10n ** k + 7n))) % 1000000007n;
  const power = modularPower(3n, bitLength(product), 2n ** 521n - 1n);
  return [product.toString().length, checksum, power % 1000003n];
}

if (isMainThread) {
  const size = argument(32000);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([size, size + 100, size + 200, size + 300]);
  console.log(list(results.map(tuple)));
  pool.close();
} else serve(work);
