/** `decimal.Context`, and the one that each thread (or `contextvars` context) is in. */
import { moduleState } from '../../object/context.js';
import { AttributeError, KeyError, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { iter } from '../../object/iterate.js';
import { asIndex, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyList, PyTuple } from '../../object/values.js';
import { bind, currentBindings, PyContextVar } from '../_contextvars.js';
import { declareType } from '../moduleTypes.js';
import { Condition, type ConditionName, Environment, type Limits } from './environment.js';
import { type Dec, ROUNDINGS, type Rounding } from './number.js';
import { asFlags, DEFAULT_TRAPS, SIGNALS, signalTypes, trapped } from './signals.js';

export class PyDecimalContext extends PyObject implements Limits {
  prec = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
  emin = -999999;
  emax = 999999;
  clamp = 0;
  capitals = 1;
  flags = 0;
  traps: number = DEFAULT_TRAPS;
  /** Runs an operation under this context: notes its conditions, raises those that are trapped. */
  run(operation: (env: Environment) => Dec): Dec {
    const env = new Environment(this);
    const result = operation(env);
    if (env.status !== 0) this.raise(env.status);
    return result;
  }
  /** @param words what Python 2 says of it. */
  raise(status: number, words?: string): void {
    const flags = asFlags(status);
    this.flags |= flags;
    if (flags & this.traps) throw trapped(status, this.traps, words);
  }
  copy(): PyDecimalContext {
    const made = new PyDecimalContext();
    const { prec, rounding, emin, emax, clamp, capitals, flags, traps } = this;
    return Object.assign(made, { prec, rounding, emin, emax, clamp, capitals, flags, traps });
  }
}

const MAX = 999999999999999999n;
/** Limits beyond the safe integers are shown as they were given, and never reached. */
const shownLimit = (n: number): number | bigint =>
  n > Number.MAX_SAFE_INTEGER ? MAX : n < -Number.MAX_SAFE_INTEGER ? -MAX : n;

function intSetting(value: Py): bigint {
  return BigInt(asIndex(value));
}

function ranged(name: string, low: bigint, high: bigint, range: string) {
  return (value: Py): number => {
    const n = intSetting(value);
    if (n < low || n > high) throw ValueError(`valid range for ${name} is ${range}`);
    return Number(n);
  };
}

const SETTERS: Readonly<Record<string, (self: PyDecimalContext, value: Py) => void>> = {
  prec: (self, value) => {
    self.prec = ranged('prec', 1n, MAX, '[1, MAX_PREC]')(value);
  },
  rounding: (self, value) => {
    const text = strValue(value);
    if (text === undefined || !ROUNDINGS.includes(text as Rounding)) {
      throw TypeError(
        'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
      );
    }
    self.rounding = text as Rounding;
  },
  Emin: (self, value) => {
    self.emin = ranged('Emin', -MAX, 0n, '[MIN_EMIN, 0]')(value);
  },
  Emax: (self, value) => {
    self.emax = ranged('Emax', 0n, MAX, '[0, MAX_EMAX]')(value);
  },
  capitals: (self, value) => {
    self.capitals = ranged('capitals', 0n, 1n, '[0, 1]')(value);
  },
  clamp: (self, value) => {
    self.clamp = ranged('clamp', 0n, 1n, '[0, 1]')(value);
  },
  flags: (self, value) => {
    self.flags = signalBits(value);
  },
  traps: (self, value) => {
    self.traps = signalBits(value);
  },
};

const SIGNAL_ERROR =
  'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';

function signalBit(key: Py): number {
  const types = signalTypes();
  const name = SIGNALS.find((signal) => types[signal] === key);
  if (name === undefined) throw KeyError(SIGNAL_ERROR);
  return Condition[name];
}

/** Bits of a list of signals, or of a mapping from signals to bools. */
function signalBits(value: Py): number {
  if (value instanceof PySignals) return value.bits;
  if (value instanceof PyDict) {
    let bits = 0;
    for (const [key, on] of value.entryList()) if (truthy(on)) bits |= signalBit(key);
    return bits;
  }
  if (value instanceof PyList) {
    let bits = 0;
    for (const signal of value.items) {
      try {
        bits |= signalBit(signal);
      } catch {
        throw TypeError(SIGNAL_ERROR);
      }
    }
    return bits;
  }
  throw TypeError('argument must be a signal dict');
}

/** `context.flags` and `context.traps`: a view that can be changed. */
class PySignals extends PyObject {
  constructor(
    readonly context: PyDecimalContext,
    readonly which: 'flags' | 'traps',
  ) {
    super();
  }
  get bits(): number {
    return this.context[this.which];
  }
  set(bit: number, on: boolean): void {
    this.context[this.which] = on ? this.bits | bit : this.bits & ~bit;
  }
  toDict(): PyDict {
    const dict = new PyDict();
    for (const name of SIGNALS) dict.set(signalTypes()[name], (this.bits & Condition[name]) !== 0);
    return dict;
  }
}

const signalsType = declareType({
  name: 'SignalDict',
  module: 'decimal',
  js: PySignals,
  members: () => ({
    __getitem__: method('(key, /)', (self: PySignals, key: Py) => (self.bits & signalBit(key)) !== 0),
    __setitem__: method('(key, value, /)', (self: PySignals, key: Py, value: Py) => {
      self.set(signalBit(key), truthy(value));
      return null;
    }),
    __delitem__: method('(key, /)', () => {
      throw ValueError('signal keys cannot be deleted');
    }),
    __len__: method('()', () => SIGNALS.length),
    __iter__: method('()', () => iter(new PyList(SIGNALS.map((name) => signalTypes()[name])))),
    __contains__: method('(key, /)', (_self: PySignals, key: Py) =>
      SIGNALS.some((name) => signalTypes()[name] === key),
    ),
    keys: method('()', () => new PyList(SIGNALS.map((name) => signalTypes()[name]))),
    values: method('()', (self: PySignals) => new PyList(self.toDict().valueList())),
    items: method(
      '()',
      (self: PySignals) =>
        new PyList(
          self
            .toDict()
            .entryList()
            .map((pair) => new PyTuple(pair)),
        ),
    ),
    get: method(
      '(key, default=None, /)',
      (self: PySignals, key: Py, fallback: Py = null) => self.toDict().get(key) ?? fallback,
    ),
    copy: method('()', (self: PySignals) => self.toDict()),
    __repr__: method(
      '()',
      (self: PySignals) =>
        `{${SIGNALS.map((name) => `<class 'decimal.${name}'>:${self.bits & Condition[name] ? 'True' : 'False'}`).join(', ')}}`,
    ),
    __eq__: method('(value, /)', (self: PySignals, other: Py) =>
      other instanceof PySignals || other instanceof PyDict ? self.bits === signalBits(other) : NotImplemented,
    ),
    __hash__: null,
  }),
});
signalsType.collection = 'mapping';

const BY_BIT = (Object.keys(Condition) as ConditionName[]).filter((name) =>
  SIGNALS.includes(name as (typeof SIGNALS)[number]),
);
const listed = (bits: number): string => `[${BY_BIT.filter((name) => bits & Condition[name]).join(', ')}]`;
const listOf = (bits: number): PyList =>
  new PyList(SIGNALS.filter((name) => bits & Condition[name]).map((name) => signalTypes()[name]));

const ATTRIBUTES = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'] as const;

function configure(self: PyDecimalContext, values: readonly Py[]): null {
  ATTRIBUTES.forEach((name, i) => {
    if (values[i] !== undefined && values[i] !== null) SETTERS[name]!(self, values[i]);
  });
  return null;
}

function readSetting(self: PyDecimalContext, name: string): Py {
  switch (name) {
    case 'Emin':
      return shownLimit(self.emin);
    case 'Emax':
      return shownLimit(self.emax);
    case 'prec':
      return shownLimit(self.prec);
    case 'flags':
    case 'traps':
      return new PySignals(self, name);
    default:
      return self[name as 'rounding' | 'capitals' | 'clamp'];
  }
}

/** Members that do no arithmetic; `operations` are those that do. */
export function declareContext(operations: () => Record<string, Py>): PyType {
  const type = declareType({
    name: 'Context',
    module: 'decimal',
    js: PyDecimalContext,
    hasDict: true,
    signature: '(*args, **kwargs)',
    make: (cls: PyType) => {
      const made = new cls.ctor() as PyDecimalContext;
      const base = templates().get('DefaultContext');
      if (base !== undefined)
        Object.assign(made, {
          prec: base.prec,
          rounding: base.rounding,
          emin: base.emin,
          emax: base.emax,
          capitals: base.capitals,
          clamp: base.clamp,
          traps: base.traps,
        });
      return made;
    },
    members: () => ({
      __init__: method(
        '(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
        (self: PyDecimalContext, ...values: Py[]) => configure(self, values),
      ),
      ...Object.fromEntries(
        ATTRIBUTES.map((name) => [name, getter((self: PyDecimalContext) => readSetting(self, name), SETTERS[name])]),
      ),
      __setattr__: method('(name, value, /)', (self: PyDecimalContext, name: Py, value: Py) => {
        const set = SETTERS[name];
        if (set === undefined) throw AttributeError(`'decimal.Context' object has no attribute '${name}'`);
        set(self, value);
        return null;
      }),
      __repr__: method('()', (self: PyDecimalContext) => {
        const { prec, rounding, emin, emax, capitals, clamp } = self;
        return `Context(prec=${shownLimit(prec)}, rounding=${rounding}, Emin=${shownLimit(emin)}, Emax=${shownLimit(emax)}, capitals=${capitals}, clamp=${clamp}, flags=${listed(self.flags)}, traps=${listed(self.traps)})`;
      }),
      Etiny: method('()', (self: PyDecimalContext) => new Environment(self).etiny),
      Etop: method('()', (self: PyDecimalContext) => new Environment(self).etop),
      clear_flags: method('()', (self: PyDecimalContext) => {
        self.flags = 0;
        return null;
      }),
      clear_traps: method('()', (self: PyDecimalContext) => {
        self.traps = 0;
        return null;
      }),
      copy: method('()', (self: PyDecimalContext) => self.copy()),
      __copy__: method('()', (self: PyDecimalContext) => self.copy()),
      __reduce__: method('()', (self: PyDecimalContext) => {
        const { prec, rounding, emin, emax, capitals, clamp } = self;
        return new PyTuple([
          typeOf(self),
          new PyTuple([
            shownLimit(prec),
            rounding,
            shownLimit(emin),
            shownLimit(emax),
            capitals,
            clamp,
            listOf(self.flags),
            listOf(self.traps),
          ]),
        ]);
      }),
      ...operations(),
    }),
  });
  return type;
}

/** DefaultContext, BasicContext, ExtendedContext. */
export const templates = () =>
  moduleState('decimal templates', () => {
    const map = new Map<string, PyDecimalContext>();
    map.set('DefaultContext', new PyDecimalContext());
    map.set(
      'BasicContext',
      Object.assign(new PyDecimalContext(), {
        prec: 9,
        rounding: 'ROUND_HALF_UP',
        traps: DEFAULT_TRAPS | Condition.Clamped | Condition.Underflow,
      }),
    );
    map.set('ExtendedContext', Object.assign(new PyDecimalContext(), { prec: 9, traps: 0 }));
    return map;
  });

/** The context is a variable of the `contextvars` context that the thread or task is in. */
class CurrentContext {
  readonly variable = new PyContextVar('decimal_context', undefined, true);
  /** The bindings in which it was looked up last, and what it was there: bindings never change in place. */
  bindings: unknown;
  found: PyDecimalContext | undefined;
}

const state = () => moduleState('decimal_context', () => new CurrentContext());
const current = () => state().variable;

export function getContext(): PyDecimalContext {
  const known = state();
  const bindings = currentBindings();
  if (known.found !== undefined && known.bindings === bindings) return known.found;
  known.bindings = bindings;
  known.found = bindings.get(known.variable);
  if (known.found !== undefined) return known.found;
  const context = templates().get('DefaultContext')!.copy();
  context.flags = 0;
  bind(known.variable, context);
  return context;
}

export function setContext(context: Py): null {
  if (!(context instanceof PyDecimalContext)) throw TypeError('argument must be a context');
  const isTemplate = [...templates().values()].includes(context);
  const own = isTemplate ? context.copy() : context;
  if (isTemplate) own.flags = 0;
  bind(current(), own);
  return null;
}

/** The context that was given, or the current one. */
export function contextOr(context: Py): PyDecimalContext {
  if (context === undefined || context === null) return getContext();
  if (!(context instanceof PyDecimalContext)) throw TypeError('optional argument must be a context');
  return context;
}

class PyContextManager extends PyObject {
  saved: PyDecimalContext | null = null;
  constructor(readonly local: PyDecimalContext) {
    super();
  }
}
declareType({
  name: 'ContextManager',
  module: 'decimal',
  js: PyContextManager,
  members: () => ({
    __enter__: method('()', (self: PyContextManager) => {
      self.saved = getContext();
      bind(current(), self.local);
      return self.local;
    }),
    __exit__: method('(*args)', (self: PyContextManager) => {
      bind(current(), self.saved);
      return false;
    }),
  }),
});

export function localContext(context: Py, kwargs: ReadonlyMap<string, Py>): Py {
  const local = contextOr(context).copy();
  for (const [name, value] of kwargs) {
    if (!Object.hasOwn(SETTERS, name)) throw TypeError(`localcontext() got an unexpected keyword argument '${name}'`);
    if (value !== null) SETTERS[name]!(local, value);
  }
  return new PyContextManager(local);
}
