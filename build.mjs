/**
 * Bundles `src` into `dist`: the commands, what a thread runs, and the compiler.
 *
 * CommonJS with the dependencies inside, because that starts fastest (hello world: 25 ms less than ES modules that load
 * them from node_modules). `worker.js` is the thread pool's own script, which the pool expects beside the bundle that it
 * is part of; it loads `process.js`, and that `runtime.js` and (when there is something to compile) `compiler.js`.
 */
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const entries = {
  cli: 'src/cli.ts',
  python: 'src/python.ts',
  commands: 'src/cli/program.ts',
  compiler: 'src/compiler.ts',
  process: 'src/worker.ts',
  runtime: 'src/runtime/process/entry.ts',
};
const outdir = `dist.${process.pid}`;

try {
  await build({
    entryPoints: {
      ...Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      worker: 'node_modules/piscina/dist/worker.js',
    },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['pyodide', '@napi-rs/nice'],
    define: { 'import.meta.url': 'importMetaUrl' },
    // The directive again: behind the banner's statement, the bundler's own would not be one.
    banner: { js: "'use strict';\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');
  for (const name of ['cli', 'python']) if (existsSync(`${outdir}/${name}.js`)) chmodSync(`${outdir}/${name}.js`, 0o755);
  // Swapped in whole: whoever runs from dist meanwhile sees the old one or the new one.
  if (existsSync('dist')) renameSync('dist', `${outdir}.old`);
  renameSync(outdir, 'dist');
} finally {
  rmSync(outdir, { recursive: true, force: true });
  rmSync(`${outdir}.old`, { recursive: true, force: true });
}
