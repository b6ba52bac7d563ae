/**
 * Bundles `src` into `dist`: the commands, what a thread runs, and the compiler.
 *
 * CommonJS with the dependencies inside, because that starts fastest (hello world: 25 ms less than ES modules that load
 * them from node_modules). `worker.js` is the thread pool's own script, which the pool expects beside the bundle that it
 * is part of; it loads `process.js`, and that `runtime.js` and (when there is something to compile) `compiler.js`.
 */
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const entries = {
  cli: 'src/cli.ts',
  python: 'src/python.ts',
  commands: 'src/cli/program.ts',
  detect: 'src/parser/detect.ts',
  compiler: 'src/compiler.ts',
  process: 'src/worker.ts',
  runtime: 'src/runtime/process/entry.ts',
  unpack: 'src/unpack.ts',
};
const outdir = `dist.${process.pid}`;

const pyodideVersion = JSON.parse(readFileSync('node_modules/pyodide/package.json', 'utf8')).version;

/** Modules of Node's that take milliseconds to load and that most programs never need. */
const LATE = ['crypto', 'zlib', 'net', 'child_process', 'dns', 'util', 'v8', 'tty', 'dgram', 'os'];

/** Makes a bundle load these modules when something of them is first used. */
function loadLate(file) {
  const late = new RegExp(`= (?:__toESM\\()?require\\("node:(${LATE.join('|')})"\\)\\)?;`, 'g');
  const text = readFileSync(file, 'utf8').replace(late, '= lateModule("node:$1");');
  const helper = 'const lateModule = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });';
  writeFileSync(file, text.replace("'use strict';\n", `'use strict';\n${helper}\n`));
}

/**
 * The form in which the runtime loads its big bundles (see codeCache.ts): one function, all in ASCII so that it is read without decoding.
 * Only comments have other characters left at this point.
 */
function asFunction(file) {
  const text = readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, '?');
  writeFileSync(file, `(function (exports, require, module, __filename, __dirname) {${text}\n})`);
}

try {
  await build({
    entryPoints: {
      ...entries,
      worker: 'node_modules/piscina/dist/worker.js',
    },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['pyodide', '@napi-rs/nice'],
    define: { 'import.meta.url': 'importMetaUrl', PYODIDE_VERSION: JSON.stringify(pyodideVersion) },
    // The directive again: behind the banner's statement, the bundler's own would not be one.
    banner: {
      js: "'use strict';\nconst importMetaUrl = 'file://' + encodeURI(__filename).replace(/[?#]/g, encodeURIComponent);",
    },
    logLevel: 'warning',
  });
  for (const name of ['cli', 'runtime']) loadLate(`${outdir}/${name}.js`);
  for (const name of ['runtime', 'compiler']) asFunction(`${outdir}/${name}.js`);
  // Modules that only Python 2 has are Python sources, compiled when they are imported.
  for (const folder of ['python2', 'python3']) cpSync(`src/${folder}`, `${outdir}/${folder}`, { recursive: true });
  writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');
  // What `sys.executable` names: the same command, which keeps to the dialect that its name says.
  for (const name of ['python2', 'python3'])
    writeFileSync(`${outdir}/${name}.js`, "#!/usr/bin/env node\nrequire('./python.js');\n");
  for (const name of ['cli', 'python', 'python2', 'python3']) chmodSync(`${outdir}/${name}.js`, 0o755);
  // Swapped in whole: whoever runs from dist meanwhile sees the old one or the new one.
  if (existsSync('dist')) renameSync('dist', `${outdir}.old`);
  renameSync(outdir, 'dist');
} finally {
  rmSync(outdir, { recursive: true, force: true });
  rmSync(`${outdir}.old`, { recursive: true, force: true });
}
