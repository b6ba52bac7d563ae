/** What stands around a function's lowered body: its variables, its entry in tracebacks, the depth of calls. */
import { mayCallItself } from '../1-scope/selfCalls.js';
import * as b from '../build.js';
import { type FunctionContext, RAISED } from './context.js';
import { parameterName } from './parameters.js';
import { isTraced, raised, result } from './traced.js';

/** Declarations, the frame's own entry in tracebacks, and `return None` at the end. */
export function guard(cx: FunctionContext, body: b.Statement[]): b.Statement[] {
  const declarations: b.Statement[] = [];
  const names = [...cx.temps, ...cx.locals];
  if (names.length > 0) declarations.push(b.declare('let', ...names.map((n): [string, null] => [n, null])));
  if (cx.doubles.length > 0)
    declarations.push(b.declare('let', ...cx.doubles.map((n): [string, b.Expression] => [n, b.literal(0)])));
  declarations.push(...localCells(cx));
  if (cx.usesEntryHandled) declarations.push(b.declare('const', ['$h0', b.member(b.id('$rt'), 'handled')]));
  const ends = body.at(-1)?.type === 'ReturnStatement' || body.at(-1)?.type === 'ThrowStatement';
  const full = ends ? body : [...body, b.ret(result(b.nil(), cx))];
  if (isTraced(cx)) cx.usesPosition = true;
  if (!cx.usesPosition) return [...declarations, ...full];
  const counts = (cx.frame.hasCalls || comesToItself(cx)) && !cx.isGenerator;
  const handler = isTraced(cx)
    ? raised(selfParameter(cx), cx)
    : b.call(cx.helper('traced'), [b.id('$x'), b.id('$i'), b.id('$l'), ...selfParameter(cx)]);
  const depth = b.member(b.id('$rt'), 'depth');
  const leave = counts ? [b.statement(b.assign(depth, b.id('$depth')))] : [];
  const handled = b.assign(b.member(b.id('$rt'), 'handled'), b.id('$h0'));
  const restore = cx.usesEntryHandled ? [b.statement(handled)] : [];
  const put = [...(counts ? [b.assign(depth, b.id('$depth'))] : []), ...(cx.staysHandled ? [handled] : [])];
  const left = put.length > 0 ? full.map((statement) => leaving(statement, put)) : full;
  const inner = counts ? [...enterDepth(cx), ...left] : left;
  const whole = b.tryStatement(inner, { param: '$e', body: [b.statement(b.assign(b.id('$x'), b.id('$e')))] }, null);
  return [
    b.declare('let', ['$l', b.literal(0)], ['$x', null]),
    ...(counts ? [b.declare('const', ['$depth', depth])] : []),
    ...(put.length > 0 ? [b.declare('let', ['$r', null])] : []),
    ...declarations,
    cx.raises ? b.labeled(RAISED, b.block([whole])) : whole,
    ...leave,
    b.statement(b.assign(b.id('$x'), handler)),
    ...restore,
    ...warmUp(cx),
    b.raise(b.id('$x')),
  ];
}

function comesToItself({ frame: { node, parent } }: FunctionContext): boolean {
  return node.type === 'FunctionDef' && parent?.node.type === 'ClassDef' && mayCallItself(node, parent.node.body);
}

/**
 * Turns of an empty loop. V8 counts the bytes of bytecode that returns and turns of loops go back over, less those that
 * jumps skip, to see what is worth optimising: a function that is left by `throw` most of the time would never come to
 * that. So many turns make up for the return that they are about as long as the function.
 */
function warmUp(cx: FunctionContext): b.Statement[] {
  const n = b.id('$l');
  const turn = b.ifStatement(b.binary('<', b.assign(n, b.binary('-', n, b.literal(1))), b.literal(0)), [
    b.breakTo(null),
  ]);
  const perPlace = cx.numbers.duals.size > 0 ? 8 : 4;
  const turns = Math.min(8 + cx.places * perPlace, MOST_TURNS);
  return [b.statement(b.assign(n, b.literal(turns))), b.loop([turn])];
}

/** More than that would be felt in each exception that passes a long function. */
const MOST_TURNS = 200;

/** One call more is under way. How many there were is put back on every way out: cheaper than a `finally`. */
function enterDepth(cx: FunctionContext): b.Statement[] {
  const more = b.assign(b.member(b.id('$rt'), 'depth'), b.binary('+', b.id('$depth'), b.literal(1)));
  const test = b.binary('>', more, b.member(b.id('$rt'), 'recursionLimit'));
  return [b.ifStatement(test, [b.statement(b.call(cx.helper('tooDeep'), []))])];
}

/** The statement, in which every `return` does `put` first: the depth of calls is put back. */
function leaving<T>(node: T, put: readonly b.Expression[]): T {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((item) => leaving(item, put)) as T;
  const { type, argument } = node as unknown as { type: string; argument: b.Expression | null };
  if (type === 'ReturnStatement') {
    const value = argument ?? b.undef();
    const isFixed = value.type === 'Literal' || value.type === 'Identifier';
    return b.ret(
      isFixed ? b.sequence(...put, value) : b.sequence(b.assign(b.id('$r'), value), ...put, b.id('$r')),
    ) as T;
  }
  if (!/Statement$|Clause$|Case$/.test(type) || type === 'ExpressionStatement') return node;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) copy[key] = leaving(value, put);
  return copy as T;
}

/** Locals that are variables of Python: JavaScript variables, or cells when nested functions use them. */
function localCells(cx: FunctionContext): b.Statement[] {
  if (cx.frame.kind !== 'function') return [];
  const statements: b.Statement[] = [];
  for (const variable of cx.frame.variables.values()) {
    if (cx.numbers.duals.has(variable)) statements.push(b.declare('let', [`${variable.jsName}$f`, b.literal(0)]));
    if (variable.param) continue;
    if (cx.numbers.duals.has(variable)) {
      statements.push(b.declare('let', [variable.jsName, cx.helper('unbound')]));
      continue;
    }
    if (variable.captured)
      statements.push(b.declare('const', [variable.jsName, b.construct(cx.helper('Cell'), [b.undef()])]));
    else if (!cx.locals.has(variable.jsName)) statements.push(b.declare('let', [variable.jsName, null]));
  }
  return statements;
}

/** A method's `self`, which tracebacks use for their suggestions. */
function selfParameter(cx: FunctionContext): b.Expression[] {
  const { node } = cx.frame;
  if (node.type !== 'FunctionDef' && node.type !== 'AsyncFunctionDef') return [];
  const first = node.args.posonlyargs[0] ?? node.args.args[0];
  const variable = first?.arg === 'self' ? cx.frame.variables.get('self') : undefined;
  return variable === undefined || cx.numbers.duals.has(variable) ? [] : [b.id(parameterName(variable))];
}
