/** What a function does on entry: the number of its arguments, and the defaults of those that are not given. */
import type * as ast from '../../parser/ast.js';
import type { Variable } from '../1-scope/scope.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { parameterName } from './parameters.js';

/**
 * The statements at the beginning of a function. One that takes `*args` or `**kwargs` has none: its arguments are bound by
 * the runtime.
 */
export function entry(args: ast.Arguments, params: readonly Variable[], cx: FunctionContext): b.Statement[] {
  if (args.vararg !== null || args.kwarg !== null) return [];
  const names = params.map((p) => parameterName(p));
  if (args.kwonlyargs.length === 0) return argumentCheck(args, names, cx);
  return [...positionalDefaults(args, names), ...keywordDefaults(args, params, cx)];
}

/**
 * The check of a plain function's positional arguments, and its defaults. `arguments.length` is the right count for
 * every call but those bound by the runtime, which pass undefined where the default is wanted.
 */
function argumentCheck(args: ast.Arguments, params: readonly string[], cx: FunctionContext): b.Statement[] {
  const count = params.length;
  const defaults = args.defaults.length;
  const required = count - defaults;
  const length = b.member(b.id('arguments'), 'length');
  const wrong =
    defaults === 0
      ? b.binary('!==', length, b.literal(count))
      : required === 0
        ? b.binary('>', length, b.literal(count))
        : b.or(b.binary('>', length, b.literal(count)), b.isUndefined(b.id(params[required - 1]!)));
  const refuse = b.ret(b.call(cx.helper('badCall'), [b.id('$i'), b.id('arguments')]));
  return [b.ifStatement(wrong, [refuse]), ...positionalDefaults(args, params)];
}

function positionalDefaults(args: ast.Arguments, params: readonly string[]): b.Statement[] {
  const required = args.posonlyargs.length + args.args.length - args.defaults.length;
  return args.defaults.map((_default, i) =>
    whereMissing(params[required + i]!, b.index(b.member(b.id('$i'), 'defaults'), b.literal(i))),
  );
}

/** The defaults of keyword-only parameters, for calls that were laid out for the body of the function. */
function keywordDefaults(args: ast.Arguments, params: readonly Variable[], cx: FunctionContext): b.Statement[] {
  const only = params.slice(params.length - args.kwonlyargs.length);
  const given = b.array(only.map((p) => b.id(parameterName(p))));
  return only.flatMap((variable, i) => {
    if (args.kw_defaults[i] === null) return [];
    const p = b.id(parameterName(variable));
    const found = b.assign(p, b.call(cx.helper('keywordDefault'), [b.id('$i'), b.literal(variable.name)]));
    const isMissing = b.and(b.isUndefined(p), b.isUndefined(found));
    return [b.ifStatement(isMissing, [b.statement(b.call(cx.helper('missingKeywords'), [b.id('$i'), given]))])];
  });
}

const whereMissing = (param: string, value: b.Expression): b.Statement =>
  b.ifStatement(b.isUndefined(b.id(param)), [b.statement(b.assign(b.id(param), value))]);
