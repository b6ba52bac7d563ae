/**
 * Runs files of CPython's own `test` package here, and writes how many of their tests pass.
 *
 *   npm run conformance -- [--tests FOLDER] [--jobs N] [--timeout SECONDS] [--why] [MODULE…]
 *   npm run conformance -- --update MODULE…              these again, and their rows of docs/conformance.md
 *   npm run conformance -- --record PYTHON [MODULE…]     what CPython itself passes, into cpython.json
 *   npm run conformance -- --python2 FOLDER …            the same with the package of CPython 2.7, into cpython2.json
 *
 * FOLDER is CPython's `test` package (or PYMP_CPYTHON_TESTS is); nothing of it is in this project. Without modules it
 * runs the list below (python2.mjs has that of 2.7), and writes docs/conformance.md. A test that hangs or ends the process counts as failed, and the
 * rest of its file is run without it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODULES2 } from './python2.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const MODULES =
  'test_grammar test_syntax test_scope test_generators test_genexps test_listcomps test_dictcomps test_setcomps test_named_expressions test_patma test_unpack test_unpack_ex test_extcall test_keywordonlyarg test_positional_only_arg test_decorators test_with test_contextlib test_exceptions test_exception_group test_except_star test_raise test_class test_descr test_super test_metaclass test_property test_dataclasses test_enum test_iter test_range test_enumerate test_bool test_int test_float test_complex test_fstring test_format test_string test_str test_bytes test_list test_tuple test_dict test_set test_slice test_sort test_functools test_itertools test_collections test_operator test_copy test_json test_re test_random test_math test_statistics test_textwrap test_bisect test_heapq test_datetime test_struct test_pickle test_argparse test_logging test_traceback test_coroutines test_asyncgen test_queue test_threading test_thread test_threading_local test_subprocess'.split(
    ' ',
  );
for (const method of ['fork', 'spawn', 'forkserver'])
  MODULES.push(
    ...['processes', 'threads', 'manager', 'misc'].map((part) => `test_multiprocessing_${method}.test_${part}`),
  );
MODULES.push(
  ...'as_completed deadlock future init process_pool shutdown thread_pool wait'
    .split(' ')
    .map((part) => `test_concurrent_futures.test_${part}`),
);
/** What programs come to that use processes, the machine or the common library. */
const LIBRARY_MODULES = `
    test_signal test_os test_io test_fileio test_bufio test_file test_socket test_select test_selectors
    test_socketserver test_poll test_tempfile test_shutil test_glob test_fnmatch test_pathlib.test_pathlib
    test_pathlib.test_pathlib_abc test_posix test_posixpath test_genericpath test_time test_sched test_timeit
    test_fileinput test_configparser test_csv test_hashlib test_hmac test_base64 test_binascii test_zlib test_gzip
    test_zipfile.test_core test_zipfile._path.test_path test_urlparse test_urllib test_http_cookies
    test_httpservers test_httplib test_xmlrpc test_copyreg test_pickletools test_reprlib test_pprint
    test_string_literals test_typing test_inspect.test_inspect test_weakset test_context test_calendar
    test_decimal test_fractions test_numeric_tower test_cmath test_array test_memoryview test_codecs
    test_unicodedata test_shlex test_getopt test_optparse test_cmd test_shelve test_dbm_dumb test_locale
    test_gettext test_difflib test_linecache test_pyclbr test_keyword test_tokenize test_ast.test_ast test_compile
    test_import test_runpy test_zipimport test_pkgutil test_modulefinder test_sys test_sysconfig test_atexit
    test_gc test_userdict test_userlist test_userstring test_abc test_dynamic test_funcattrs test_call test_module
    test_global test_augassign test_binop test_compare test_richcmp test_contains test_index test_isinstance
    test_long test_pow test_print test_opcodes test_baseexception test_utf8source test_unary test_eof
    test_importlib.test_api test_importlib.test_util test_importlib.test_spec test_importlib.test_abc
    test_importlib.test_lazy test_importlib.test_locks test_importlib.test_namespace_pkgs
    test_importlib.test_pkg_import test_importlib.test_threaded_import test_future_stmt.test_future
    test_future_stmt.test_future_flags test_future_stmt.test_future_multiple_features
    test_future_stmt.test_future_multiple_imports test_future_stmt.test_future_single_import
    test_asyncio.test_base_events test_asyncio.test_buffered_proto test_asyncio.test_context
    test_asyncio.test_eager_task_factory test_asyncio.test_events test_asyncio.test_futures
    test_asyncio.test_futures2 test_asyncio.test_locks test_asyncio.test_pep492 test_asyncio.test_protocols
    test_asyncio.test_queues test_asyncio.test_runners test_asyncio.test_selector_events
    test_asyncio.test_sendfile test_asyncio.test_server test_asyncio.test_sock_lowlevel
    test_asyncio.test_staggered test_asyncio.test_streams test_asyncio.test_subprocess
    test_asyncio.test_taskgroups test_asyncio.test_tasks test_asyncio.test_threads test_asyncio.test_timeouts
    test_asyncio.test_transports test_asyncio.test_unix_events test_asyncio.test_waitfor
    test_sys_settrace test_sys_setprofile test_bdb test_trace test_profile
`;
MODULES.push(...LIBRARY_MODULES.trim().split(/\s+/));
/** Packages whose tests start many processes, or wait by design, get more time. */
const patience = (module) => (module.includes('.') ? 6 : 1);
/** Files that import something of CPython's inside before their first test: they find it in this folder. */
const STAND_INS = join(here, 'stand-ins');
const IMPORTING_INSIDE = /^test_(bytes|class|compile|decimal|pkgutil|pyclbr|traceback|zipimport|importlib\.\w+)$/;
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', default: process.env.PYMP_CPYTHON_TESTS },
    python2: { type: 'string' },
    record: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    timeout: { type: 'string', default: '120' },
    stall: { type: 'string', default: '20' },
    why: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    dist: { type: 'string', default: join(root, 'dist') },
  },
});
/** What is another in Python 2. */
const dialect = options.python2
  ? { tests: options.python2, program: 'python2.js', runner: 'runner2.py', suffix: '2', modules: MODULES2 }
  : { tests: options.tests, program: 'python3.js', runner: 'runner.py', suffix: '', modules: MODULES };
const recordFile = join(here, `cpython${dialect.suffix}.json`);
/** Why a file is far from full, for the table. */
const REASONS = JSON.parse(readFileSync(join(here, `reasons${dialect.suffix}.json`), 'utf8'));
if (dialect.tests === undefined)
  fail('say where the test package of CPython 3.13 is: --tests FOLDER or PYMP_CPYTHON_TESTS');
const modules = positionals.length > 0 ? positionals : dialect.modules;
const work = mkdtempSync(join(tmpdir(), 'pymp-conformance-'));
const { PYTHONUNBUFFERED: _u, NODE_EXTRA_CA_CERTS: _c, ...env } = process.env;
if (options.record || options.python2) symlinkSync(dialect.tests, join(work, 'test'));
else installTests();

/**
 * Puts the tests beside the library, as packages that are not part of it: some of them start programs that look at no PYTHONPATH. The library
 * is that of a cache of its own.
 */
function installTests() {
  env.XDG_CACHE_HOME = join(tmpdir(), 'pymp-conformance-cache');
  const python = [join(options.dist, 'python3.js'), '-I', '-c', 'import types; print(types.__file__)'];
  const library = dirname(execFileSync(process.execPath, python, { env, encoding: 'utf8' }).trim());
  const packages = join(library, 'site-packages');
  mkdirSync(packages, { recursive: true });
  rmSync(join(packages, 'test'), { force: true });
  symlinkSync(dialect.tests, join(packages, 'test'));
}

function fail(message) {
  process.stderr.write(`conformance: ${message}\n`);
  process.exit(2);
}

/** One run of the file; `done` gets the status of each test that ended. */
function runOnce(module, done, note) {
  const skipFile = join(work, `${module}.done`);
  writeFileSync(skipFile, [...done.keys()].join('\n'));
  const args = [join(here, dialect.runner), `test.${module}`, skipFile];
  const [command, ...first] = options.record
    ? [options.record]
    : [process.execPath, join(options.dist, dialect.program)];
  const cwd = join(work, `${module}.cwd`);
  mkdirSync(cwd, { recursive: true });
  // For programs that look at no packages either, but in their folder.
  if (!existsSync(join(cwd, 'test'))) symlinkSync(dialect.tests, join(cwd, 'test'));
  const standIns = !options.record && !options.python2 && IMPORTING_INSIDE.test(module);
  const child = spawn(command, [...first, ...args], {
    cwd,
    env: {
      ...env,
      PYTHONPATH: [(options.record || options.python2) && work, env.PYTHONPATH, standIns && STAND_INS]
        .filter(Boolean)
        .join(':'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve) => {
    let current = null;
    let ended = false;
    let rest = '';
    let errors = '';
    let stall;
    const kill = () => child.kill('SIGKILL');
    const limit = setTimeout(kill, patience(module) * Number(options.timeout) * 1000);
    const alive = (patience = 1) => {
      clearTimeout(stall);
      stall = setTimeout(kill, patience * Number(options.stall) * 1000);
    };
    // A file's imports take longer than any of its tests.
    alive(4);
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-2000);
    });
    child.stdout.on('data', (data) => {
      alive();
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const match = /^(?:[\d.]+s )*(start|passed|failed|error|skipped|why|end|fixture)(?: (.*))?$/.exec(line);
        if (match === null) continue;
        const [, word, name] = match;
        if (word === 'end') ended = true;
        else if (word === 'start') current = name;
        else if (word === 'why') note(`${current}: ${name}`);
        else if (word === 'fixture') done.set(name, 'error');
        else {
          done.set(name, word);
          current = null;
        }
      }
    });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      clearTimeout(stall);
      if (!ended && current !== null) {
        done.set(current, 'hung');
        note(
          `${current}: ${signal ?? `the process ended with ${code}`} ${errors.trim().split('\n').slice(-1)[0] ?? ''}`,
        );
      }
      resolve({ ended, progressed: current !== null, errors });
    });
  });
}

async function runModule(module) {
  const done = new Map();
  // Told at once: the file may take minutes.
  const note = (why) => options.why && process.stdout.write(`  ${why}\n`);
  let lastErrors = '';
  const began = Date.now();
  for (let attempt = 0; attempt < 25; attempt++) {
    const { ended, progressed, errors } = await runOnce(module, done, note);
    lastErrors = errors;
    if (ended || !progressed || Date.now() - began > 6 * patience(module) * Number(options.timeout) * 1000) break;
  }
  const count = (...words) => [...done.values()].filter((word) => words.includes(word)).length;
  const result = {
    run: done.size,
    passed: count('passed'),
    failed: count('failed', 'hung'),
    errors: count('error'),
    skipped: count('skipped'),
    seconds: (Date.now() - began) / 1000,
  };
  if (done.size === 0) result.broken = lastErrors.trim().split('\n').slice(-3).join('\n');
  return result;
}

const queue = [...modules];
const results = {};
async function worker() {
  for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
    const result = await runModule(module);
    results[module] = result;
    const { run, passed, failed, errors, skipped, seconds, broken } = result;
    process.stdout.write(
      `${module}: ${passed} of ${run} passed, ${failed} failed, ${errors} errors, ${skipped} skipped, ${seconds.toFixed(1)} s\n`,
    );
    if (broken) process.stdout.write(`  ${broken.replaceAll('\n', '\n  ')}\n`);
  }
}
await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
rmSync(work, { recursive: true, force: true });

const recorded = JSON.parse(readFileSync(recordFile, 'utf8'));
if (options.record) {
  for (const module of modules)
    recorded[module] = { run: results[module].run, passed: results[module].passed, skipped: results[module].skipped };
  const sorted = Object.fromEntries(Object.entries(recorded).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(recordFile, `${JSON.stringify(sorted, null, 1)}\n`);
} else if (positionals.length === 0 || options.update) {
  const file = join(root, 'docs/conformance.md');
  const [text3, text2 = ''] = readFileSync(file, 'utf8').split(/^(?=# CPython 2\.7)/m);
  if (options.update) takeOtherRows(options.python2 ? text2 : text3);
  writeFileSync(file, options.python2 ? `${text3.trimEnd()}\n\n${report2()}` : `${report()}${text2 && `\n${text2}`}`);
}

/** The figures of the files that were not run this time, from the table as it stands. */
function takeOtherRows(text) {
  for (const [, module, ...figures] of text.matchAll(/^\| (test_[\w.]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|/gm)) {
    const [run, passed, failed, skipped] = figures.map(Number);
    results[module] ??= { run, passed, failed, errors: 0, skipped };
  }
}

function percent(a, b) {
  return b === 0 ? '–' : `${((100 * a) / b).toFixed(1)} %`;
}

/** The rows of a table, and what `sumsOf(module)` gives summed up: what CPython passes, and how many of these pass here. */
function table(sumsOf) {
  const listed = dialect.modules.filter((module) => module in results);
  const rows = listed.map((module) => {
    const { run, passed, failed, errors, skipped } = results[module];
    const expected = recorded[module]?.passed ?? 0;
    const sums = sumsOf(module);
    sums[0] += expected;
    sums[1] += Math.min(passed, expected);
    return `| ${module} | ${run} | ${passed} | ${failed + errors} | ${skipped} | ${expected} | ${percent(passed, expected)} | ${((failed + errors > 0 || passed < expected) && REASONS[module]) || ''} |`;
  });
  const complete = listed.length === dialect.modules.length;
  return `${complete ? '' : 'What is not listed did not come to its end or was not run.\n\n'}| file | run | passed | failed | skipped | CPython passes | share | what is missing |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** The published table. */
function report() {
  const [named, library] = [
    [0, 0],
    [0, 0],
  ];
  const isOfLibrary = new Set(LIBRARY_MODULES.trim().split(/\s+/));
  const rows = table((module) => (isOfLibrary.has(module) ? library : named));
  return `# CPython's own tests

Files of CPython 3.13's \`test\` package, run by \`npm run conformance -- --tests FOLDER\`. The last but one columns say how
many of a file's tests CPython itself passes when it is run the same way, and our share of them. A test that hangs
counts as failed. The tests that are marked as being for CPython alone are run too. Each file's figures are of a run of its own, some with
an earlier build than this one (\`--update\` runs the files that it is given again). Those of CPython 2.7 follow below.

Of ${named[0] + library[0]} tests that CPython passes, ${named[1] + library[1]} pass here: **${percent(named[1] + library[1], named[0] + library[0])}**. That is
${percent(named[1], named[0])} of ${named[0]} in the files on the language, its common modules and on processes, up to \`test_concurrent_futures\`, and ${percent(library[1], library[0])} of ${library[0]}
in those that follow, on the system, the library and the import system; many of these ask for the inside of CPython (the last column).

${rows}`;
}

/** The second table, of CPython 2.7. */
function report2() {
  const sums = [0, 0];
  const rows = table(() => sums);
  return `# CPython 2.7's own tests

Files of CPython 2.7's \`test\` package, run by \`npm run conformance -- --python2 FOLDER\` in the same way; a doctest counts as one test.
The network and what else \`regrtest\` asks for with \`-u\` are not used. Of ${sums[0]} tests that CPython 2.7.18 passes, ${sums[1]} pass here: **${percent(sums[1], sums[0])}**.

${rows}`;
}
