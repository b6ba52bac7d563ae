/**
 * The JavaScript function that makes an instance of a class from positional arguments: what `cls(a, b)` comes down to once
 * the class has been called a few times. It is generated for the class, so that V8 sees one constructor and one `__init__`
 * in it and can inline both.
 */
import { generatedName } from './constructors.js';
import { rt } from './context.js';
import { BaseException, TypeError } from './errors.js';
import type { PyFunction } from './function.js';
import type { Py } from './object.js';
import { PyIterator } from './pyIterator.js';
import { objectType, type PyType } from './type.js';
import { typeOf } from './typeof.js';
import { PyStaticMethod } from './values.js';

/** @property isPlain it makes an instance and calls the Python function `__init__`, and that is all. */
export type Maker = ((...args: Py[]) => Py) & { isPlain?: boolean };
/** What calling a class does with what `__new__` gave. Returns the instance. */
type AfterNew = (cls: PyType, instance: Py, args: ArrayLike<Py>) => Py;

export const initResult = (result: Py) => TypeError(`__init__() should return None, not '${typeOf(result).name}'`);
/** `__init__` gave something. */
export function badInit(result: Py): never {
  throw initResult(result);
}

/** What a class without a constructor of its own raises for arguments. */
export function noArguments(cls: PyType): Py {
  if (rt.dialect === 3) return TypeError(`${cls.name}() takes no arguments`);
  return TypeError(cls.oldStyle ? 'this constructor takes no arguments' : 'object() takes no parameters');
}

/** A built-in type whose objects come from what they belong to: iterators, views of dicts, functions, descriptors, frames. */
export const isMadeByOthers = ({ isHeap, proto, name }: PyType): boolean =>
  !isHeap && (proto instanceof PyIterator || MADE_BY_OTHERS.test(name));
const MADE_BY_OTHERS =
  /^(?:dict_\w+|builtin_function_or_method|method-wrapper|frame|(?:method|wrapper|getset|member|classmethod)_descriptor)$/;

/** The maker, or null where calling the class is more than that (a metaclass's `__call__`, abstract methods, …). */
export function directMaker(cls: PyType, typeCall: Py, afterNew: AfterNew): Maker | null {
  if (isMadeByOthers(cls) || cls.abstractMethods !== undefined || cls.c$.proto.m$__call__ !== typeCall) return null;
  if (cls.makes !== undefined) return cls.makes;
  const { newHook, initHook } = cls;
  const maker = own(objectType, '__new__');
  if (newHook === maker) {
    if (initHook === null) return generate('if (arguments.length > 0) throw none(cls); return new Ctor();', cls, null);
    if (typeof initHook !== 'function') return null;
    const make = generate(`const o = new Ctor(); ${initialise(initHook)} return o;`, cls, initHook);
    make.isPlain = initHook.info !== undefined;
    return make;
  }
  if (newHook === own(BaseException.type, '__new__')) {
    if (typeof initHook !== 'function') return null;
    const plain = initHook === BaseException.type.namespace.get('__init__');
    return generate(
      `const o = new Ctor(all); ${plain ? '' : initialise(initHook, 'all')} return o;`,
      cls,
      initHook,
      '...all',
    );
  }
  if (typeof newHook !== 'function') return null;
  if (cls.isHeap || initHook !== null) return byOwnNew(cls, newHook, initHook, afterNew);
  return generate(`switch (arguments.length) { ${cases('return init(cls$)')} }`, cls, newHook);
}

function own(type: PyType, name: string): Py {
  const value = type.namespace.get(name);
  return value instanceof PyStaticMethod ? value.func : value;
}

/** A class with a `__new__` of its own: `__init__` is called on what it made when that is an instance of the class. */
function byOwnNew(cls: PyType, newHook: PyFunction, initHook: Py, afterNew: AfterNew): Maker | null {
  const few = (f: string, first: string): string =>
    `${callsOf(f, first, 'arguments', 0, SPREAD_FROM)}${f}(${first}, ...arguments)`;
  const exact =
    initHook === null ? 'return o;' : `const r = ${few('init', 'o')}; if (r !== null) throw bad(r); return o;`;
  const text = `if (o !== null && typeof o === 'object' && o.c$ === cls) { ${exact} } return after(cls, o, arguments);`;
  const count = newHook.info === undefined ? -1 : newHook.info.code.signature.positional.length - 1;
  const args = NAMES.slice(0, Math.max(0, count));
  const isExact = `arguments.length === ${count} && ${count} < ${NAMES.length}`;
  const made = few('make', 'cls');
  const make = `const o = ${count < 0 ? made : `${isExact} ? make(${['cls', ...args].join(', ')}) : ${made}`};`;
  const whole = `'use strict'; return function ${generatedName('new', cls)}(${NAMES.join(', ')}) { ${make} ${text} };`;
  return new Function('cls', 'make', 'init', 'bad', 'after', whole)(
    cls,
    newHook,
    initHook,
    initResult,
    afterNew,
  ) as Maker;
}

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** `init(o, …)` for the numbers of arguments that the function takes, and for any other. `all`: where the arguments are. */
function initialise(init: PyFunction, all = 'arguments'): string {
  const { info } = init;
  const named = Math.max(0, (info?.code.signature.positional.length ?? 2) - 1);
  const least = Math.max(0, named - (info?.defaults?.length ?? 0));
  const most = info?.code.signature.varargs == null ? named : named + SPREAD_FROM;
  return `const r = ${callsOf('init', 'o', all, least, most)}init(o, ...${all}); if (r !== null) throw bad(r);`;
}

/** More arguments than so many beyond those that a function names are handed on as an array, which takes ten times as long. */
const SPREAD_FROM = 3;

/** `f(first, …)` for each number of arguments from the greatest down, and then what is left to be written: any other. */
function callsOf(f: string, first: string, all: string, least: number, most: number): string {
  const names = all === 'arguments' ? NAMES : NAMES.map((_name, i) => `${all}[${i}]`);
  let text = '';
  for (let count = Math.min(most, NAMES.length); count >= least; count--)
    text += `${all}.length === ${count} ? ${f}(${[first, ...names.slice(0, count)].join(', ')}) : `;
  return text;
}

/** One case for each number of arguments. */
function cases(call: string): string {
  const texts = [0, 1, 2, 3].map(
    (n) => `case ${n}: ${call.replace('cls$', ['cls', ...NAMES.slice(0, n)].join(', '))};`,
  );
  return `${texts.join(' ')} default: ${call.replace('cls$', 'cls, ...arguments')};`;
}

function generate(body: string, cls: PyType, init: Py, parameters = NAMES.join(', ')): Maker {
  const text = `'use strict'; return function ${generatedName('new', cls)}(${parameters}) { ${body} };`;
  return new Function('cls', 'Ctor', 'init', 'bad', 'none', text)(
    cls,
    cls.ctor,
    init,
    initResult,
    noArguments,
  ) as Maker;
}
