/**
 * `re.RegexFlag`: the flags as ints that show their names. In the library it is an `enum.IntFlag`; here it has what that
 * gives it, without the time that `enum` takes to be imported.
 * Spec: https://docs.python.org/3/library/re.html#re.RegexFlag
 */
import { intType } from '../../builtins/int.js';
import { moduleState, rt } from '../../object/context.js';
import { KeyError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter, ready } from '../../object/install.js';
import { PyIterator } from '../../object/pyIterator.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { builtinType, type PyType } from '../../object/type.js';
import { repr } from '../../object/text.js';
import { NotImplemented, PyClassMethod, PyIntBox, PyStaticMethod, PyTuple } from '../../object/values.js';
import { Flag } from '../../re/index.js';
import { iteratorType } from '../../builtins/iterator.js';
import { mappingProxy } from '../../builtins/mappingProxy.js';

class PyRegexFlag extends PyIntBox {}

/** In the order in which the library's class lists them. */
const NAMES = ['ASCII', 'IGNORECASE', 'LOCALE', 'UNICODE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'DEBUG'] as const;
const ALIASES: Readonly<Record<string, (typeof NAMES)[number]>> = {
  A: 'ASCII',
  I: 'IGNORECASE',
  L: 'LOCALE',
  U: 'UNICODE',
  M: 'MULTILINE',
  S: 'DOTALL',
  X: 'VERBOSE',
};
const ALL = NAMES.reduce((bits, name) => bits | Flag[name], 0);

interface Flags {
  readonly type: PyType;
  readonly made: Map<number, PyRegexFlag>;
}

function flags(): Flags {
  return moduleState('re flags', () => {
    const type = builtinType({ name: 'RegexFlag', js: PyRegexFlag, base: intType, module: 're', subclassable: false });
    const state: Flags = { type, made: new Map() };
    rt.state.set('re flags', state);
    defineMembers(type, members);
    ready(type);
    return state;
  });
}

export const regexFlagType = (): PyType => flags().type;

/** The one object for a value. */
export function regexFlag(value: number): Py {
  const bits = value < 0 ? Math.max(512, 2 ** (32 - Math.clz32(-value))) + value : value;
  const { made, type } = flags();
  let flag = made.get(bits);
  if (flag === undefined) made.set(bits, (flag = new (type.ctor as new (v: number) => PyRegexFlag)(bits)));
  return flag;
}

const bitsOf = (self: PyIntBox): number => Number(self.value);
const namesOf = (value: number): string[] => NAMES.filter((name) => value & Flag[name]);

function nameOf(value: number): string | null {
  if (value === 0) return 'NOFLAG';
  const names: string[] = namesOf(value);
  if (names.length === 0) return null;
  const rest = value & ~ALL;
  return rest === 0 ? names.join('|') : [...names, String(rest)].join('|');
}

function reprFlag(self: PyIntBox): string {
  const value = bitsOf(self);
  if (value === 0) return 're.NOFLAG';
  const names = namesOf(value).map((name) => `re.${name}`);
  const rest = value & ~ALL;
  if (rest !== 0) names.push(`0x${rest.toString(16)}`);
  return names.join('|');
}

/** An operator on two flags; with anything else than an int it is not ours. */
const operator = (f: (a: number, b: number) => number) =>
  method('(other, /)', (self: PyIntBox, other: Py) => {
    const value = intValue(other);
    return value === undefined ? NotImplemented : regexFlag(f(bitsOf(self), Number(value)));
  });

class FlagIterator extends PyIterator {
  private readonly names: string[];
  constructor(value: number) {
    super();
    this.names = namesOf(value);
  }
  nx(): Py {
    const name = this.names.shift();
    return name === undefined ? undefined : regexFlag(Flag[name as keyof typeof Flag]);
  }
}
iteratorType('generator', 'generator', FlagIterator, () => ({}));

function members(): Record<string, Py> {
  const or = operator((a, b) => a | b);
  const and = operator((a, b) => a & b);
  const xor = operator((a, b) => a ^ b);
  const made = Object.fromEntries([['NOFLAG', regexFlag(0)], ...NAMES.map((name) => [name, regexFlag(Flag[name])])]);
  for (const [alias, name] of Object.entries(ALIASES)) made[alias] = made[name];
  return {
    ...made,
    __new__: new PyStaticMethod(
      fn(
        '(cls, value, /)',
        (_cls: PyType, value: Py) => {
          const n = intValue(value);
          if (n === undefined) throw ValueError(`${repr(value)} is not a valid RegexFlag`);
          return regexFlag(Number(n));
        },
        '__new__',
      ),
    ),
    __class_getitem__: new PyClassMethod(
      fn(
        '(cls, name, /)',
        (_cls: PyType, name: Py) => {
          if (typeof name !== 'string' || !Object.hasOwn(made, name)) throw KeyError(name);
          return made[name];
        },
        '__class_getitem__',
      ),
    ),
    __members__: mappingProxy(PyDict.of(Object.entries(made))),
    name: getter((self: PyIntBox) => nameOf(bitsOf(self))),
    value: getter((self: PyIntBox) => self.value),
    _value_: getter((self: PyIntBox) => self.value),
    _name_: getter((self: PyIntBox) => nameOf(bitsOf(self))),
    __repr__: method('()', reprFlag),
    __str__: method('()', reprFlag),
    __or__: or,
    __ror__: or,
    __and__: and,
    __rand__: and,
    __xor__: xor,
    __rxor__: xor,
    __invert__: method('()', (self: PyIntBox) => regexFlag(~bitsOf(self))),
    __contains__: method(
      '(other, /)',
      (self: PyIntBox, other: Py) => (Number(intValue(other) ?? 0) & bitsOf(self)) === Number(intValue(other)),
    ),
    __iter__: method('()', (self: PyIntBox) => new FlagIterator(bitsOf(self))),
    __len__: method('()', (self: PyIntBox) => namesOf(bitsOf(self)).length),
    __bool__: method('()', (self: PyIntBox) => bitsOf(self) !== 0),
    __reduce_ex__: method('(protocol, /)', (self: PyIntBox) => new PyTuple([flags().type, new PyTuple([self.value])])),
    __copy__: method('()', (self: PyIntBox) => self),
    __deepcopy__: method('(memo, /)', (self: PyIntBox) => self),
  };
}

/** The names that the module itself has, with their values. */
export function flagConstants(): Record<string, Py> {
  const make = rt.dialect === 2 ? (value: number): Py => value : regexFlag;
  const constants: Record<string, Py> = {};
  for (const name of NAMES) if (rt.dialect === 3 || name !== 'ASCII') constants[name] = make(Flag[name]);
  for (const [alias, name] of Object.entries(ALIASES)) if (name in constants) constants[alias] = constants[name];
  if (rt.dialect === 3) constants.NOFLAG = make(0);
  else constants.T = constants.TEMPLATE = Flag.TEMPLATE;
  return constants;
}
