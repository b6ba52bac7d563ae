/** The main program: a file, `-c` text, a module, or standard input, run as `__main__`. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { newModule } from '../builtins/module.js';
import { compileText, syntaxError } from '../execute.js';
import { ControlFlow } from '../helpers/exceptions.js';
import { endPrintedLine } from '../helpers/python2.js';
import { isArchive } from '../import/archive.js';
import { importModule } from '../import/importFunction.js';
import { currentDirectory, shownText } from '../import/paths.js';
import { builtinImporterType, newLoader } from '../import/spec.js';
import { builtinsModule } from '../object/builtinsModule.js';
import { getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import type { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import type { PyModule } from '../object/values.js';
import { loadModules } from '../stdlib/moduleTable.js';
import { loadUnit, runUnit } from '../unitRegistry.js';
import { decodeSource, runChild, runForked, standardInput } from './hooks.js';
import { flushAfter, usedStream, writeError } from './main.js';
import type { ProcessPayload, Program } from './payload.js';

export function runMain(payload: ProcessPayload): void {
  if (payload.kind === 'child') {
    loadModules('common');
    runChild.current(payload);
    return;
  }
  if (payload.kind === 'forked') {
    runForked.current(payload);
    return;
  }
  // Options for warnings are looked at before the program begins.
  if (payload.options.warnOptions.length > 0) importModule('warnings', null, [], 0);
  try {
    runProgram(payload.options.program);
  } finally {
    if (rt.dialect === 2) endPrintedLine(usedStream('stdout'));
  }
}

function runProgram(program: Program): void {
  switch (program.kind) {
    case 'module':
      runAsMain(program.name, true);
      break;
    case 'file':
      runFile(program.file, program.skipFirstLine ?? false);
      break;
    case 'command':
      runPlain(program.text, '<string>');
      break;
    case 'stdin':
      flushAfter(() => runPlain(decodeSource(standardInput(), '<stdin>'), '<stdin>'));
  }
}

/** `-c` and standard input. */
function runPlain(text: string, filename: string): void {
  const main = mainModule();
  if (rt.dialect === 3) main.namespace.set('__loader__', builtinImporterType);
  if (filename === '<stdin>') {
    main.namespace.set('__file__', filename);
    if (rt.dialect === 3) main.namespace.set('__cached__', null);
  }
  runInMain(main, text, filename);
}

function runFile(file: string, skipFirstLine: boolean): void {
  const path = resolve(currentDirectory(), file);
  if (existsSync(path) && statSync(path).isDirectory()) {
    if (existsSync(`${path}/__main__.py`)) return runAsMain('__main__', false);
    writeError(`${executable()}: can't find '__main__' module in '${shownPath(file)}'\n`);
    throw new ControlFlow(1);
  }
  const filename = shownPath(file);
  const bytes = readProgram(path, filename);
  if (rt.dialect === 3 && isArchive(bytes)) return runAsMain('__main__', false);
  if (rt.dialect === 3) refuseNulls(bytes, filename);
  const text = decodeSource(bytes, filename);
  const main = mainModule();
  const { namespace } = main;
  namespace.set('__file__', filename);
  if (rt.dialect === 3) {
    namespace.set('__loader__', newLoader('__main__', filename));
    namespace.set('__cached__', null);
  }
  flushAfter(() => runInMain(main, skipFirstLine ? text.replace(/^.*/, '') : text, filename));
}

/** Of a program that is no text it is shown where. */
function refuseNulls(bytes: Uint8Array, filename: string): void {
  const at = bytes.indexOf(0);
  if (at < 0) return;
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, at).toString().split('\n');
  const place = { line: lines.length, column: 0, endLine: lines.length, endColumn: 0, text: lines.at(-1)! };
  throw syntaxError({ type: 'SyntaxError', message: 'source code cannot contain null bytes', ...place }, filename);
}

/** A new `__main__`. */
export function mainModule(): PyModule {
  const main = newModule('__main__');
  if (rt.dialect === 3) main.namespace.set('__annotations__', new PyDict());
  main.namespace.set('__builtins__', builtinsModule());
  rt.modules.set('__main__', main);
  return main;
}

export function runInMain(main: PyModule, text: string, filename: string): void {
  const compiled = compileText(text, { filename, mode: 'exec', globalsMode: 'module', isProgram: true });
  const { main: code } = loadUnit(compiled, main.namespace, (main.namespace.map as ModuleMap).names);
  if (code.doc !== null) main.namespace.set('__doc__', code.doc);
  runUnit(code);
}

function readProgram(path: string, filename: string): Uint8Array {
  if (!existsSync(path)) throw cannotOpen(filename, '[Errno 2] No such file or directory');
  try {
    return readFileSync(path);
  } catch {
    throw cannotOpen(filename, '[Errno 13] Permission denied');
  }
}

/** The program's path as messages and `__file__` show it: Python 3 puts the working directory before it. */
function shownPath(file: string): string {
  return rt.dialect === 2 || file.startsWith('/') ? shownText(file) : `${rt.cwd}/${file}`;
}

const executable = (): string => String(getAttr(rt.modules.get('sys'), 'executable'));

function cannotOpen(filename: string, why: string): ControlFlow {
  writeError(`${executable()}: can't open file '${filename}': ${why}\n`);
  return new ControlFlow(2);
}

/** `-m name`, and folders and archives with a `__main__.py`: by the library's own `runpy`. */
function runAsMain(name: string, alterArgv: boolean): void {
  mainModule();
  const runpy = importModule('runpy', null, ['_run_module_as_main'], 0);
  call(getAttr(runpy, '_run_module_as_main'), [name, alterArgv]);
}

export type { Py };
