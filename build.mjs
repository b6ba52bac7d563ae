/**
 * Bundles `src` into `dist`: the commands, what a thread runs, and the compiler.
 *
 * CommonJS with the dependencies inside, because that starts fastest (hello world: 25 ms less than ES modules that load
 * them from node_modules). `cli.js` and `python.js` load `main.js`, which has all of their code. `worker.js` is the thread
 * pool's own script, which the pool expects beside the bundle that it is part of; it loads `process.js`, and that `runtime.js`
 * and (when there is something to compile) `compiler.js`; `resumer.js` goes on with suspended generators in forked processes.
 */
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';
import { countingThrows } from './build/countingThrows.mjs';
import { buildPieces } from './build/pieces.mjs';
import { prepare } from './build/prepared.mjs';

const entries = {
  cli: 'src/cli.ts',
  python: 'src/python.ts',
  main: 'src/cli/bundle.ts',
  commands: 'src/cli/program.ts',
  process: 'src/worker.ts',
  unpack: 'src/unpack.ts',
};
/** What a thread loads: `runtime` always, the others when a program comes to need them. */
const threadEntries = {
  runtime: 'src/runtime/process/entry.ts',
  common: 'src/runtime/stdlib/commonModules.ts',
  other: 'src/runtime/stdlib/otherModules.ts',
  only2: 'src/runtime/stdlib/python2Modules.ts',
  compiler: 'src/compiler.ts',
  resumer: 'src/lower/5-resume/resumed.ts',
};
const outdir = `dist.${process.pid}`;
/** `--readable` keeps the names and lines of the sources, for whoever looks at profiles or stacks of the runtime. */
const isReadable = process.argv.includes('--readable');

const pyodideVersion = JSON.parse(readFileSync('node_modules/pyodide/package.json', 'utf8')).version;

/** Modules of Node's that take milliseconds to load and that most programs never need. */
const LATE = 'assert child_process crypto dgram dns net os perf_hooks stream timers/promises tty util v8 zlib'.split(
  ' ',
);

/** In place of `performance.now()`, for which Node loads a module of its own when a thread first asks: the same clock, without the start. */
const CLOCK = `const clock = {
  now: () => {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  },
};`;

/** A module that is loaded when something of it is first used; the clock is there without its module. */
const LATE_MODULE = `const lateModule = (name) => {
  let found;
  return new Proxy(function () {}, {
    get: (_, key) => (key === '__esModule' ? false : key === 'performance' ? clock : (found ??= require(name))[key]),
    apply: (_, self, args) => (found ??= require(name))(...args),
  });
};`;

/**
 * Makes a text load these modules late, with the `lateModule` of its bundle. Of the others, those that are imported as a namespace are
 * taken as they are: the bundler would copy them, name by name. (Hence no default imports of Node's modules.)
 */
function requiringLate(text) {
  const required = `require\\("(?:node:)?(${LATE.join('|')})"\\)`;
  return text
    .replace(new RegExp(`= (?:__toESM\\()?${required}\\)?;`, 'g'), '= lateModule("$1");')
    .replace(new RegExp(`__importDefault\\(${required}\\)`, 'g'), '({ default: lateModule("$1") })')
    .replace(/= __toESM\(require\("(node:\w+)"\)\);/g, '= require("$1");');
}

const withLateModule = (text) => text.replace("'use strict';\n", `'use strict';\n${CLOCK}\n${LATE_MODULE}\n`);

/** Each thread holds the text of what it loads, and reads it: names and spaces are a third of it. */
const finishPiece = async (text) => {
  const late = countingThrows(requiringLate(text));
  return isReadable ? late : (await transform(late, { minify: true, target: 'node20', charset: 'ascii' })).code;
};

/** A bundle is read without decoding: it is all ASCII. Only comments have other characters left at this point. */
const inAscii = (text) => text.replace(/[^\0-\x7f]/g, '?');

/** A CommonJS bundle as the function that src/runtime/kernel/codeCache.ts loads. */
const asFunction = (text) => `(function (exports, require, module, __filename, __dirname) {${inAscii(text)}\n})`;

const common = {
  platform: 'node',
  target: 'node20',
  external: ['pyodide', '@napi-rs/nice'],
  define: {
    'import.meta.url': 'importMetaUrl',
    PYODIDE_VERSION: JSON.stringify(pyodideVersion),
    'performance.now': 'clock.now',
  },
  logLevel: 'warning',
};

try {
  await build({
    ...common,
    entryPoints: {
      ...entries,
      worker: 'node_modules/piscina/dist/worker.js',
    },
    outdir,
    bundle: true,
    format: 'cjs',
    // A script from the code cache has no `import()`; `require` does.
    supported: { 'dynamic-import': false },
    // The directive again: behind the banner's statement, the bundler's own would not be one.
    banner: {
      js: "'use strict';\nconst importMetaUrl = 'file://' + encodeURI(__filename).replace(/[?#]/g, encodeURIComponent);",
    },
  });
  for (const name of ['cli', 'python', 'main', 'commands', 'unpack', 'worker', 'process']) {
    const late = withLateModule(requiringLate(readFileSync(`${outdir}/${name}.js`, 'utf8')));
    writeFileSync(`${outdir}/${name}.js`, name === 'main' ? asFunction(late) : late);
  }
  for (const [name, text] of await buildPieces(threadEntries, common, finishPiece))
    writeFileSync(`${outdir}/${name}.js`, inAscii(withLateModule(text)));
  // Modules that only Python 2 has are Python sources, compiled when they are imported.
  for (const folder of ['python2', 'python3']) cpSync(`src/${folder}`, `${outdir}/${folder}`, { recursive: true });
  writeFileSync(`${outdir}/package.json`, '{ "type": "commonjs" }\n');
  // What `sys.executable` names: the same command, which keeps to the dialect that its name says.
  for (const name of ['python2', 'python3'])
    writeFileSync(`${outdir}/${name}.js`, "#!/usr/bin/env node\nrequire('./python.js');\n");
  for (const name of ['cli', 'python', 'python2', 'python3']) chmodSync(`${outdir}/${name}.js`, 0o755);
  if (!isReadable) prepare(outdir, 'dist', [pyodideVersion]);
  // Swapped in whole: whoever runs from dist meanwhile sees the old one or the new one.
  if (existsSync('dist')) renameSync('dist', `${outdir}.old`);
  renameSync(outdir, 'dist');
} finally {
  rmSync(outdir, { recursive: true, force: true });
  rmSync(`${outdir}.old`, { recursive: true, force: true });
}
