/**
 * `multiprocessing.spawn`: a child that begins with nothing, imports the main module as `__mp_main__`, and gets its process
 * object in a message.
 */

import { newModule } from '../../builtins/module.js';
import { decode } from '../../codec/decode.js';
import { encode } from '../../codec/encode.js';
import { importModule } from '../../import/importFunction.js';
import { decodeFile, execSource } from '../../import/load.js';
import { absolutePath, currentDirectory } from '../../import/paths.js';
import { findAttr, getAttr, setAttr } from '../../object/attributes.js';
import { bufferOf } from '../../object/buffer.js';
import { callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { RuntimeError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { toArray } from '../../object/iterate.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { PyList, PyTuple } from '../../object/values.js';
import { newAuthKey } from './authKey.js';
import { authKeyOf, currentProcess, type PyProcess } from './process.js';
import { mp, type StartMethod, startMethod } from './state.js';
import { loggingData, prepareLogging } from './util.js';

const BOOTSTRAPPING = `
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        `;

/** What a spawned child needs to know before it can read its process object. */
export function preparationData(name: Py): PyDict {
  if (mp().inheriting) throw RuntimeError(BOOTSTRAPPING);
  const sys = rt.modules.get('sys');
  const data = PyDict.of([
    ...loggingData(),
    ['authkey', authKeyOf(currentProcess())],
    ['name', name],
    [
      'sys_path',
      new PyList(toArray(getAttr(sys, 'path')).map((entry: Py) => (entry === '' ? currentDirectory() : entry))),
    ],
    ['sys_argv', getAttr(sys, 'argv')],
    ['orig_dir', currentDirectory()],
    ['dir', currentDirectory()],
    // To ask for the method settles it, as in CPython.
    ['start_method', (mp().method ??= startMethod())],
  ]);
  const main = rt.modules.get('__main__');
  const spec = findAttr(main, '__spec__') ?? null;
  const specName = spec === null ? null : findAttr(spec, 'name');
  const file = strValue(findAttr(main, '__file__'));
  if (typeof specName === 'string') data.set('init_main_from_name', specName);
  else if (file !== undefined) data.set('init_main_from_path', absolutePath(file));
  return data;
}

/** The message for a spawned child: preparation data and process object. */
export function spawnMessage(process: Py): Uint8Array {
  const data = preparationData(getAttr(process, '_name'));
  const head = encode(data, 'spawn').slice();
  const body = encode(process, 'spawn');
  const message = new Uint8Array(4 + head.length + body.length);
  new DataView(message.buffer).setUint32(0, head.length, true);
  message.set(head, 4);
  message.set(body, 4 + head.length);
  return message;
}

/** In the child: makes the process ready and gives the process object. */
export function readSpawnMessage(message: Uint8Array): PyProcess {
  const length = new DataView(message.buffer, message.byteOffset).getUint32(0, true);
  const state = mp();
  state.inheriting = true;
  try {
    prepare(decode(message.subarray(4, 4 + length)));
    return decode(message.subarray(4 + length));
  } finally {
    state.inheriting = false;
  }
}

function prepare(data: PyDict): void {
  const sys = rt.modules.get('sys');
  const state = mp();
  const current = currentProcess() as Py;
  current.$_name = data.get('name') ?? current.$_name;
  const key = data.get('authkey');
  if (key !== undefined) current.$_config?.set('authkey', newAuthKey(bufferOf(key)));
  prepareLogging(data);
  if (data.has('sys_path')) setAttr(sys, 'path', data.get('sys_path'));
  if (data.has('sys_argv')) setAttr(sys, 'argv', data.get('sys_argv'));
  const folder = data.get('dir');
  if (typeof folder === 'string') rt.cwd = folder;
  const method = data.get('start_method');
  if (typeof method === 'string') state.method = method as StartMethod;
  if (data.has('init_main_from_name')) mainFromName(data.get('init_main_from_name'));
  else if (data.has('init_main_from_path')) mainFromPath(data.get('init_main_from_path'));
}

/** The program was run with `-m`. The `__main__` of a package is not run again: its classes belong elsewhere. */
function mainFromName(name: string): void {
  if (name === '__main__' || name.endsWith('.__main__')) return;
  const runpy = importModule('runpy', null, ['run_module'], 0);
  const main = newModule('__mp_main__');
  const content = callMethod(runpy, 'run_module', name, null, '__mp_main__', true);
  for (const key of (content as PyDict).keyList()) main.namespace.set(key, content.get(key));
  rt.modules.set('__main__', main);
  rt.modules.set('__mp_main__', main);
}

function mainFromPath(path: string): void {
  const main = newModule('__mp_main__');
  main.namespace.set('__file__', path);
  rt.modules.set('__main__', main);
  rt.modules.set('__mp_main__', main);
  execSource(main, decodeFile(path), path);
}

const nothing = () => null;

export default function spawn(): Record<string, Py> {
  return {
    __all__: new PyList([
      'freeze_support',
      'set_executable',
      'get_executable',
      'get_preparation_data',
      'import_main_path',
    ]),
    WINEXE: false,
    WINSERVICE: false,
    freeze_support: fn('()', nothing),
    is_forking: fn('(argv)', () => false),
    set_executable: fn('(exe)', (exe: Py) => {
      mp().executable = exe;
      return null;
    }),
    get_executable: fn('()', () => mp().executable ?? getAttr(rt.modules.get('sys'), 'executable')),
    get_preparation_data: fn('(name)', (name: Py) => preparationData(name)),
    prepare: fn('(data)', (data: PyDict) => {
      prepare(data);
      return null;
    }),
    import_main_path: fn('(main_path)', (path: Py) => {
      mainFromPath(path);
      return null;
    }),
    old_main_modules: new PyList([]),
    _check_not_importing_main: fn('()', () => {
      if (mp().inheriting) throw RuntimeError(BOOTSTRAPPING);
      return null;
    }),
  };
}

export { PyTuple };
