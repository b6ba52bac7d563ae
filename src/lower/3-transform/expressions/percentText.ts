/** `'%s: %d' % (name, count)`: the template is read when the program is compiled. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { operands } from './operands.js';
import { operatorCall } from './operatorCall.js';
import { concatenated, isPlain, type Piece } from './template.js';

/** A conversion without key, `*` and what is not the same for every kind of template. */
const FIELD = /%(?:%|-?[0-9]{0,3}(?:\.[0-9]{1,2})?[sdixXofFeEgGr])/g;
/** More would make a text that runs once longer than it is worth. */
const MAX_FIELDS = 8;

/** The template's texts and fields, or null where it has anything unusual. */
function parse(template: string): { texts: string[]; fields: string[] } | null {
  const texts = [''];
  const fields: string[] = [];
  let at = 0;
  for (const { 0: field, index } of template.matchAll(FIELD)) {
    texts[texts.length - 1] += template.slice(at, index) + (field === '%%' ? '%' : '');
    at = index + field.length;
    if (field === '%%') continue;
    fields.push(field);
    texts.push('');
  }
  texts[texts.length - 1] += template.slice(at);
  const isWhole = !template.replace(FIELD, '').includes('%');
  return isWhole && fields.length > 0 && fields.length <= MAX_FIELDS ? { texts, fields } : null;
}

/** Is the field only its letter, for a value that is shown as it is? */
const isBare = (field: string): boolean => field === '%s' || isBareInt(field);
const isBareInt = (field: string): boolean => field === '%d' || field === '%i';
/** Whatever the value, a number's field gives a str. */
const isNumeric = (field: string): boolean => !/[sr]$/.test(field);

/**
 * A literal template with as many arguments as it has fields, or null. Texts and ints go straight into the result, and
 * fields of numbers are formatted one by one; where another value comes, the whole is formatted the general way.
 */
export function percentText(node: ast.BinOp, cx: FunctionContext): b.Expression | null {
  if (node.op !== 'Mod' || node.left.type !== 'Constant' || node.left.value.kind !== 'str') return null;
  const template = node.left.value.value;
  const parsed = parse(template);
  if (parsed === null) return null;
  const { texts, fields } = parsed;
  const display = node.right.type === 'Tuple' ? node.right.elts : null;
  const given = display ?? [node.right];
  if (given.length !== fields.length || given.some((e) => e.type === 'Starred')) return null;
  // In Python 2 the values before may make the result unicode, and a thread may be suspended in the middle.
  const byField = display !== null && cx.unit.dialect === 3 && !cx.isThreaded;
  if (!fields.every((field) => isBare(field) || (byField && isNumeric(field)))) return null;
  const { setup, values } = operands(given, cx);
  const pieces = texts.flatMap((text, i): Piece[] => {
    const before: Piece[] = text === '' && i > 0 ? [] : [text];
    return i < fields.length ? [...before, ofField(fields[i]!, values[i]!, node, cx)] : before;
  });
  const tests = fields.map((field, i) => (isBare(field) ? test(field, values[i]!) : null)).filter((t) => t !== null);
  if (tests.length === 0) return b.sequence(...setup, concatenated(pieces, cx));
  const right = display === null ? values[0]! : b.construct(cx.helper('PyTuple'), [b.array(values)]);
  const general = operatorCall('Mod', 'mod', null, [b.literal(template), right], cx);
  return b.sequence(
    ...setup,
    b.conditional(b.and(...tests), concatenated(pieces, cx), b.sequence(cx.at(node), general)),
  );
}

/** What must hold for the value to be shown as it is; null where its form says so. */
function test(field: string, value: b.Expression): b.Expression | null {
  if (field === '%s') return isPlain(value);
  return value.type === 'Literal' && typeof value.value === 'number' ? null : b.typeIs(value, 'number');
}

/** The text of one field, of a value that has passed the test. */
function ofField(field: string, value: b.Expression, node: ast.Span, cx: FunctionContext): b.Expression {
  if (isBare(field)) return value;
  return b.sequence(cx.at(node), b.call(cx.helper('percentField'), [b.literal(field), value]));
}
