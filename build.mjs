/**
 * Bundles `src` into `dist`: the two commands, and what a thread runs.
 *
 * CommonJS with the dependencies inside, because that starts fastest (hello world: 25 ms less than ES modules that load them from
 * node_modules). `worker.js` is the thread pool's own script, which the pool expects beside the bundle that it is part of; that
 * script loads `process.js`, and this `runtime.js`, with V8's code cache.
 */
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const entries = {
  cli: 'src/cli.ts',
  python: 'src/python.ts',
  process: 'src/worker.ts',
  runtime: 'src/runtime/process/main.ts',
};
const entryPoints = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
await build({
  entryPoints: { ...entryPoints, worker: 'node_modules/piscina/dist/worker.js' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['pyodide', '@napi-rs/nice'],
  sourcemap: false,
  keepNames: false,
});
for (const name of ['cli', 'python']) if (existsSync(`dist/${name}.js`)) chmodSync(`dist/${name}.js`, 0o755);
