/** Functions that make functions: accumulators, pipelines, decorators, partial application. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, tuple } from '../text.mjs';

function accumulator(start) {
  let total = start;
  return (amount, weight = 1) => {
    total = (total + amount * weight) % 65521;
    return total;
  };
}

function counted(fn) {
  const wrapper = (...args) => {
    wrapper.calls++;
    return fn(...args);
  };
  wrapper.calls = 0;
  return wrapper;
}

function work(n) {
  const mix = counted((a, b, by = 3) => (a * by + b) % 10007);
  const add = accumulator(7);
  const steps = [2, 3, 5].map((k) => (x) => (x * k + 1) % 9973);
  const double = (a, b) => mix(a, b, 2);
  let value = 1;
  for (let i = 0; i < n; i++) {
    value = steps.reduce((x, step) => step(x), value);
    add(mix(value, i), i & 3);
    value = double(value, i);
  }
  return [add(0), value, mix.calls];
}

if (isMainThread) {
  const size = argument(400000);
  const half = Math.floor(size / 2);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([size, half, half, size]);
  console.log(list(results.map(tuple)));
  pool.close();
} else serve(work);
