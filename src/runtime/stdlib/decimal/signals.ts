/** The exception classes of `decimal`, and what a context does with conditions. */
import { createClass, typeType } from '../../object/classes.js';
import { moduleState, rt } from '../../object/context.js';
import { ArithmeticError, type PyBaseException, TypeError, ZeroDivisionError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { Condition, type ConditionName } from './environment.js';

/** Signals in the order of `Context.flags`. */
export const SIGNALS = [
  'InvalidOperation',
  'FloatOperation',
  'DivisionByZero',
  'Overflow',
  'Underflow',
  'Subnormal',
  'Inexact',
  'Rounded',
  'Clamped',
] as const satisfies readonly ConditionName[];
/** Kinds of invalid operation, by which an InvalidOperation is explained. */
const INVALID = [
  'ConversionSyntax',
  'DivisionImpossible',
  'DivisionUndefined',
  'InvalidContext',
] as const satisfies readonly ConditionName[];
const INVALID_BITS = INVALID.reduce((bits, name) => bits | Condition[name], Condition.InvalidOperation as number);

export const DEFAULT_TRAPS = Condition.InvalidOperation | Condition.DivisionByZero | Condition.Overflow;

export type SignalTypes = Readonly<Record<ConditionName | 'DecimalException', PyType>>;

export const signalTypes = (): SignalTypes =>
  moduleState('decimal signals', () => {
    const declare = (name: string, ...bases: PyType[]): PyType =>
      createClass(typeType.current, name, bases, new Map<string, Py>([['__module__', 'decimal']]));
    const DecimalException = declare('DecimalException', ArithmeticError.type);
    const Clamped = declare('Clamped', DecimalException);
    const InvalidOperation = declare('InvalidOperation', DecimalException);
    const Inexact = declare('Inexact', DecimalException);
    const Rounded = declare('Rounded', DecimalException);
    const Subnormal = declare('Subnormal', DecimalException);
    return {
      DecimalException,
      Clamped,
      InvalidOperation,
      DivisionByZero: declare('DivisionByZero', DecimalException, ZeroDivisionError.type),
      Inexact,
      Rounded,
      Subnormal,
      Overflow: declare('Overflow', Inexact, Rounded),
      Underflow: declare('Underflow', Inexact, Rounded, Subnormal),
      FloatOperation: declare('FloatOperation', DecimalException, TypeError.type),
      ConversionSyntax: declare('ConversionSyntax', InvalidOperation),
      DivisionImpossible: declare('DivisionImpossible', InvalidOperation),
      DivisionUndefined: declare('DivisionUndefined', InvalidOperation, ZeroDivisionError.type),
      InvalidContext: declare('InvalidContext', InvalidOperation),
    };
  });

/** Conditions as flags of a context: kinds of invalid operation count as that. */
export const asFlags = (status: number): number =>
  status & INVALID_BITS ? (status & ~INVALID_BITS) | Condition.InvalidOperation : status;

/** What Python 2 says of the commonest. */
const SAID_2 = [
  ['DivisionUndefined', '0 / 0'],
  ['DivisionByZero', 'x / 0'],
  ['Overflow', 'above Emax'],
] as const;

/** The exception for conditions of which at least one is trapped. */
export function trapped(status: number, traps: number, words: string | undefined): PyBaseException {
  const types = signalTypes();
  const raised = SIGNALS.find((name) => asFlags(status) & traps & Condition[name])!;
  const said = rt.dialect === 2 ? (words ?? SAID_2.find(([name]) => status & Condition[name])?.[1]) : undefined;
  if (said !== undefined) return new (types[raised].ctor as new (args: Py[]) => PyBaseException)([said]);
  const shown: PyType[] = INVALID.filter((name) => status & Condition[name] && traps & Condition.InvalidOperation).map(
    (name) => types[name],
  );
  for (const name of SIGNALS) if (status & traps & Condition[name]) shown.push(types[name]);
  return new (types[raised].ctor as new (args: Py[]) => PyBaseException)([new PyList(shown)]);
}
