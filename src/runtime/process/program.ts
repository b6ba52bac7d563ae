/** The main program: a file, `-c` text, a module, or standard input, run as `__main__`. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import type { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyModule } from '../object/values.js';
import { newModule } from '../builtins/module.js';
import { compileText } from '../execute.js';
import { ControlFlow } from '../helpers/exceptions.js';
import { importModule } from '../import/importFunction.js';
import { processPath } from '../import/paths.js';
import { loadUnit, runUnit } from '../unitRegistry.js';
import { writeError } from './main.js';
import type { ProcessPayload, Program } from './payload.js';
import { decodeSource, runChild, standardInput } from './hooks.js';

export function runMain(payload: ProcessPayload): void {
  if (payload.kind === 'child') {
    runChild.current(payload);
    return;
  }
  const { program } = payload.options;
  if (program.kind === 'module') {
    runModule(program.name);
    return;
  }
  const { text, filename } = programText(program);
  const main = mainModule();
  if (program.kind === 'file') main.namespace.set('__file__', program.file);
  runInMain(main, text, filename);
}

/** A new `__main__`. */
export function mainModule(): PyModule {
  const main = newModule('__main__');
  if (rt.dialect === 3) main.namespace.set('__annotations__', new PyDict());
  main.namespace.set('__builtins__', rt.modules.get(rt.dialect === 2 ? '__builtin__' : 'builtins'));
  rt.modules.set('__main__', main);
  return main;
}

export function runInMain(main: PyModule, text: string, filename: string): void {
  const compiled = compileText(text, { filename, mode: 'exec', globalsMode: 'module' });
  const { main: code } = loadUnit(compiled, main.namespace, (main.namespace.map as ModuleMap).names, null, 'pymp:main');
  if (code.doc !== null) main.namespace.set('__doc__', code.doc);
  runUnit(code);
}

function programText(program: Exclude<Program, { kind: 'module' }>): { text: string; filename: string } {
  switch (program.kind) {
    case 'command':
      return { text: program.text, filename: '<string>' };
    case 'stdin':
      return { text: decodeSource(standardInput(), '<stdin>'), filename: '<stdin>' };
    case 'file':
      return readProgram(program.file);
  }
}

function readProgram(file: string): { text: string; filename: string } {
  const path = processPath(file);
  if (!existsSync(path)) throw cannotOpen(file, "[Errno 2] No such file or directory");
  if (statSync(path).isDirectory()) {
    const inner = `${file}/__main__.py`;
    if (existsSync(processPath(inner))) return readProgram(inner);
    writeError(`${rt.dialect === 2 ? 'python' : executable()}: can't find '__main__' module in '${file}'\n`);
    throw new ControlFlow(1);
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw cannotOpen(file, '[Errno 13] Permission denied');
  }
  return { text: decodeSource(bytes, file), filename: file };
}

const executable = (): string => String(getAttr(rt.modules.get('sys'), 'executable'));

function cannotOpen(file: string, why: string): ControlFlow {
  const shown = rt.dialect === 2 ? file : processPath(file);
  writeError(`${executable()}: can't open file '${shown}': ${why}\n`);
  return new ControlFlow(2);
}

/** `-m name`: by the library's own `runpy`. */
function runModule(name: string): void {
  mainModule();
  const runpy = importModule('runpy', null, ['_run_module_as_main'], 0);
  call(getAttr(runpy, '_run_module_as_main'), [name]);
}

export type { Py };
