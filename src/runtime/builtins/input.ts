/**
 * `input`, and Python 2's `raw_input` and `input`.
 * Spec: https://docs.python.org/3/library/functions.html#input
 */
import { findAttr, getAttr, setAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { EOFError, RuntimeError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { PyUnicode } from '../object/values.js';
import { awaitLine } from '../io/threadReads.js';
import { type Steps, withSteps } from '../threads/steps.js';
import { builtin } from './registry.js';

function stream(name: 'stdin' | 'stdout' | 'stderr', caller: string): Py {
  const file = findAttr(rt.modules.get('sys'), name);
  if (file === undefined || file === null) {
    throw RuntimeError(rt.dialect === 2 ? `${caller}: lost sys.${name}` : `${caller}: lost sys.${name}`);
  }
  return file;
}

function flushQuietly(file: Py): void {
  try {
    callMethod(file, 'flush');
  } catch {
    // A stream without `flush` takes no part.
  }
}

/** A line of `sys.stdin` without its end; EOFError at the end of the input. */
function readLine(): Py {
  const line = callMethod(stream('stdin', 'input()'), 'readline');
  const text = strValue(line) ?? (line instanceof PyUnicode ? line.value : undefined);
  if (text === undefined) throw TypeError('object.readline() returned non-string');
  if (text === '') throw EOFError('EOF when reading a line');
  const stripped = text.endsWith('\n') ? text.slice(0, -1) : text;
  return line instanceof PyUnicode ? new PyUnicode(stripped) : stripped;
}

/** What is printed, then what is read; threads are suspended in between. */
function asking(signature: string, name: string, ask: (prompt: Py) => void, read: () => Py): PyFunction {
  const f = fn(
    signature,
    (prompt: Py) => {
      ask(prompt);
      return read();
    },
    name,
  );
  return withSteps(f, function* (prompt: Py): Steps {
    ask(prompt);
    yield* awaitLine(stream('stdin', 'input()'));
    return read();
  });
}

function showPrompt(prompt: Py): void {
  stream('stdin', 'input()');
  const stdout = stream('stdout', 'input()');
  flushQuietly(stream('stderr', 'input()'));
  if (prompt !== undefined) call(getAttr(stdout, 'write'), [strValue(prompt) === undefined ? str(prompt) : prompt]);
  flushQuietly(stdout);
}

export const input = asking("(prompt='', /)", 'input', showPrompt, readLine);

/** Python 2's `raw_input([prompt])`. */
export const rawInput = asking('(prompt=None, /)', 'raw_input', showPrompt2, readLine);

function showPrompt2(prompt: Py): void {
  const stdout = findAttr(rt.modules.get('sys'), 'stdout');
  if (stdout === undefined) throw RuntimeError('[raw_]input: lost sys.stdout');
  if (findAttr(rt.modules.get('sys'), 'stdin') === undefined) throw RuntimeError('[raw_]input: lost sys.stdin');
  const soft = findAttr(stdout, 'softspace');
  if (soft !== undefined) {
    // A print that is not at its end.
    if (truthy(soft)) callMethod(stdout, 'write', ' ');
    setAttr(stdout, 'softspace', 0);
  }
  if (prompt === undefined) return;
  callMethod(stdout, 'write', prompt instanceof PyUnicode ? prompt : str(prompt));
  flushQuietly(stdout);
}

/** Python 2's `input([prompt])`: the value of the expression that was typed, with the caller's names. */
export const input2 = asking('(prompt=None, /)', 'input', showPrompt2, () => {
  const line = readLine();
  const text = typeof line === 'string' ? line : line.value;
  return call(builtin('eval'), [text.replace(/^[ \t]+/, '')]);
});
