/**
 * The builtins that `site` adds: `exit` and `quit`, `help`, and the texts about Python.
 * Spec: https://docs.python.org/3/library/constants.html#constants-added-by-the-site-module
 */
import { importModule } from '../import/importFunction.js';
import { findAttr, getAttr } from '../object/attributes.js';
import type { Keywords } from '../object/binding.js';
import { callKw, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { SystemExit } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { type Py, PyInstance } from '../object/object.js';
import { builtinType } from '../object/type.js';

class PyQuitter extends PyInstance {
  constructor(readonly quitterName: string) {
    super();
  }
}
const quitterType = builtinType({ name: 'Quitter', js: PyQuitter, module: '_sitebuiltins', hasDict: true });

defineMembers(quitterType, () => ({
  name: getter((self: PyQuitter) => self.quitterName),
  eof: getter(() => 'Ctrl-D (i.e. EOF)'),
  __repr__: method('()', ({ quitterName }: PyQuitter) => `Use ${quitterName}() or Ctrl-D (i.e. EOF) to exit`),
  __call__: method('(code=None)', (_self: PyQuitter, code: Py) => {
    closeInput();
    throw SystemExit(code ?? null);
  }),
}));

/** A prompt that goes on reading would take the exit for an end of the one command. */
function closeInput(): void {
  try {
    const stdin = findAttr(rt.modules.get('sys'), 'stdin');
    if (stdin !== undefined && stdin !== null) callMethod(stdin, 'close');
  } catch {
    // Then it stays open.
  }
}

class PyPrinter extends PyInstance {
  constructor(readonly text: string) {
    super();
  }
}
const printerType = builtinType({ name: '_Printer', js: PyPrinter, module: '_sitebuiltins', hasDict: true });

defineMembers(printerType, () => ({
  __repr__: method('()', ({ text }: PyPrinter) => text),
  __call__: method('()', ({ text }: PyPrinter) => {
    callMethod(findAttr(rt.modules.get('sys'), 'stdout'), 'write', `${text}\n`);
    return null;
  }),
}));

class PyHelper extends PyInstance {}
const helperType = builtinType({ name: '_Helper', js: PyHelper, module: '_sitebuiltins', hasDict: true });

defineMembers(helperType, () => ({
  __repr__: method('()', () => 'Type help() for interactive help, or help(object) for help about object.'),
  __call__: method('(*args, **kwds)', (_self: PyHelper, args: Py[], kwds: Keywords) => {
    const pydoc = importModule('pydoc', null, ['help'], 0);
    return callKw(getAttr(pydoc, 'help'), args, kwds);
  }),
}));

/** Made anew for each process: a program may put attributes on them. `help` writes of Python 3's objects alone. */
export const siteBuiltins = (): Record<string, Py> => ({
  ...(rt.dialect === 3 ? { help: new PyHelper() } : {}),
  exit: new PyQuitter('exit'),
  quit: new PyQuitter('quit'),
  copyright: new PyPrinter('pymp runs Python programs on JavaScript; its licence is beside it.'),
  credits: new PyPrinter('The Python language is the work of its community: https://www.python.org'),
  license: new PyPrinter('See the LICENSE file of pymp, and https://www.python.org/psf/license/ for Python.'),
});
