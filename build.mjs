/** Bundles `src` into `dist`: the two commands, and the runtime that a worker thread loads. */
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const entryPoints = ['src/cli.ts', 'src/python.ts', 'src/worker.ts'].filter((file) => existsSync(file));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
await build({
  entryPoints,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: false,
  keepNames: false,
});
for (const name of ['cli', 'python']) if (existsSync(`dist/${name}.js`)) chmodSync(`dist/${name}.js`, 0o755);
