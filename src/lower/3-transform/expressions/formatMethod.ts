/** `'{}: {:.2f}'.format(a, b)`: the template is read when the program is compiled. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { fromName, loadAttribute } from './Attribute.js';
import { invoke } from './Call.js';
import { formatCall } from './JoinedStr.js';
import { operands } from './operands.js';
import { concatenated, isPlain, type Piece, shown } from './template.js';

/** Braces that are doubled, or a field that names an argument, with its conversion and its specification. */
const FIELD = /\{\{|\}\}|\{([0-9]{1,3}|[A-Za-z_]\w*)?(?:!([rsa]))?(?::([^{}]*))?\}/g;
/** More would make a text that runs once longer than it is worth. */
const MAX_FIELDS = 8;

interface Field {
  readonly argument: string;
  /** The code of the letter, -1 without one. */
  readonly conversion: number;
  readonly spec: string;
}

type Part = string | Field;

/** The parts of the template, or null where it has anything else. */
function parse(template: string): Part[] | null {
  const parts: Part[] = [''];
  let automatic = 0;
  let isNumbered = false;
  let at = 0;
  const text = (added: string) => parts.push((parts.pop() as string) + added);
  for (const match of template.matchAll(FIELD)) {
    const between = template.slice(at, match.index);
    if (/[{}]/.test(between)) return null;
    text(between);
    at = match.index + match[0].length;
    if (match[0] === '{{' || match[0] === '}}') {
      text(match[0][0]!);
      continue;
    }
    const [, name, letter, spec = ''] = match;
    if (name !== undefined && /^[0-9]/.test(name)) isNumbered = true;
    const argument = name === undefined ? `${automatic++}` : /^[0-9]/.test(name) ? `${Number(name)}` : name;
    parts.push({ argument, conversion: letter === undefined ? -1 : letter.charCodeAt(0), spec }, '');
  }
  const rest = template.slice(at);
  if (/[{}]/.test(rest) || (isNumbered && automatic > 0)) return null;
  text(rest);
  return parts;
}

/** The call with every field's argument in the text, or null. */
export function formatMethod(node: ast.Call, func: ast.Attribute, cx: FunctionContext): b.Expression | null {
  if (func.attr !== 'format' || func.value.type !== 'Constant' || func.value.value.kind !== 'str') return null;
  const { dialect } = cx.unit;
  if (cx.unit.options.isLibrary) return null;
  const parts = parse(func.value.value.value);
  const fields = (parts ?? []).filter((part) => typeof part !== 'string');
  if (parts === null || fields.length === 0 || fields.length > MAX_FIELDS) return null;
  const names = [...node.args.map((_, i) => `${i}`), ...node.keywords.map((k) => k.arg ?? '')];
  const isKnown = new Set(names).size === names.length && fields.every((f) => names.includes(f.argument));
  if (!isKnown || names.includes('') || node.args.some((arg) => arg.type === 'Starred')) return null;
  const isBare = fields.every((f) => f.conversion < 0 && f.spec === '');
  if (dialect === 2 && (!isBare || node.keywords.length > 0)) return null;
  const { setup, values } = operands([...node.args, ...node.keywords.map((k) => k.value)], cx);
  const at = fromName(func, node, cx);
  const value = (f: Field) => values[names.indexOf(f.argument)]!;
  const pieces = (of: (f: Field) => b.Expression): Piece[] =>
    parts.flatMap((part, i): Piece[] => (typeof part !== 'string' ? [of(part)] : part === '' && i > 0 ? [] : [part]));
  if (dialect === 3)
    return b.sequence(
      ...setup,
      concatenated(
        pieces((f) => ofField(f, value(f), at, cx)),
        cx,
      ),
    );
  const tests = fields.map((f) => isPlain(value(f))).filter((t) => t !== null);
  const text = concatenated(pieces(value), cx);
  if (tests.length === 0) return b.sequence(...setup, text);
  const method = b.id(cx.scratch());
  const found = b.assign(method, loadAttribute(b.literal(func.value.value.value), 'format', func, cx));
  const general = b.sequence(found, cx.at(at), invoke(method, values, cx));
  return b.sequence(...setup, b.conditional(b.and(...tests), text, general));
}

function ofField(f: Field, value: b.Expression, node: ast.Span, cx: FunctionContext): b.Expression {
  const general = () => formatCall(value, f.conversion, b.literal(f.spec), node, cx);
  return f.conversion < 0 && f.spec === '' ? shown(value, cx, general) : general();
}
