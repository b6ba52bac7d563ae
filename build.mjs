/** Bundles `src` into `dist`: the commands, what a worker thread loads, and the compiler. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const commands = ['cli', 'python'];
const entryPoints = [...commands, 'worker', 'compiler'].map((name) => `src/${name}.ts`).filter((file) => existsSync(file));
const outdir = `dist.${process.pid}`;

await build({
  entryPoints,
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // CommonJS loads faster than modules do, and start-up is what users feel.
  format: 'cjs',
  packages: 'external',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');
for (const name of commands) if (existsSync(`${outdir}/${name}.js`)) chmodSync(`${outdir}/${name}.js`, 0o755);
// Swapped in whole: whoever runs from dist meanwhile never sees half of it.
mkdirSync('dist', { recursive: true });
rmSync('dist', { recursive: true, force: true });
renameSync(outdir, 'dist');
