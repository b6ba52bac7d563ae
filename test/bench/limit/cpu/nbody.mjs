/** Planets that attract each other: properties that are floats. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, quoted } from '../text.mjs';

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx;
    this.vy = vy;
    this.vz = vz;
    this.mass = mass;
  }
}

function system(seed) {
  return [0, 1, 2, 3, 4].map(
    (i) => new Body(i * 1.5 + 0.1, ((i * seed) % 3) - 1, 0.2 * i, 0.01 * i, 0.3 / (i + 1), -0.02 * i, 4 / (1 + i * i)),
  );
}

function advance(bodies, dt) {
  for (let i = 0; i < bodies.length; i++) {
    for (let j = i + 1; j < bodies.length; j++) attract(bodies[i], bodies[j], dt);
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function attract(a, b, dt) {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const dz = a.z - b.z;
  const squared = dx * dx + dy * dy + dz * dz + 0.01;
  const pull = dt / (squared * Math.sqrt(squared));
  a.vx -= dx * b.mass * pull;
  a.vy -= dy * b.mass * pull;
  a.vz -= dz * b.mass * pull;
  b.vx += dx * a.mass * pull;
  b.vy += dy * a.mass * pull;
  b.vz += dz * a.mass * pull;
}

function work([seed, steps]) {
  const bodies = system(seed);
  for (let step = 0; step < steps; step++) advance(bodies, 0.001);
  return bodies.reduce((sum, { mass, vx, vy, vz }) => sum + 0.5 * mass * (vx * vx + vy * vy + vz * vz), 0).toFixed(9);
}

if (isMainThread) {
  const size = argument(80000);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([1, 2, 4, 5].map((seed) => [seed, size]));
  console.log(list(results.map(quoted)));
  pool.close();
} else serve(work);
