/** Which expressions give texts by their form: arithmetic with them needs no look for numbers. */
import type * as ast from '../../parser/ast.js';

const TEXT_CALLS = new Set('str repr chr unichr unicode ascii hex oct bin bytes input raw_input'.split(' '));
/** Methods of texts; what others there may be of these names gives no numbers either. */
const TEXT_METHODS = new Set(
  'join strip lstrip rstrip lower upper title capitalize swapcase casefold format replace zfill ljust rjust center expandtabs encode decode hexdigest isoformat strftime'.split(
    ' ',
  ),
);

/** A str or bytes, as far as names mean what they seem to. */
export function isText(e: ast.Expr): boolean {
  switch (e.type) {
    case 'JoinedStr':
      return true;
    case 'Constant':
      return e.value.kind === 'str' || e.value.kind === 'bytes' || e.value.kind === 'unicode';
    case 'BinOp':
      if (e.op === 'Mod') return isText(e.left);
      return (e.op === 'Add' || e.op === 'Mult') && (isText(e.left) || isText(e.right));
    case 'IfExp':
      return isText(e.body) && isText(e.orelse);
    case 'Call':
      if (e.func.type === 'Name') return TEXT_CALLS.has(e.func.id);
      return e.func.type === 'Attribute' && TEXT_METHODS.has(e.func.attr);
    default:
      return false;
  }
}

/** Neither a number nor unknown, by its form. */
export function isNoNumber(e: ast.Expr): boolean {
  switch (e.type) {
    case 'List':
    case 'Tuple':
    case 'Dict':
    case 'Set':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
    case 'Lambda':
      return true;
    case 'Constant':
      return e.value.kind !== 'int' && e.value.kind !== 'float';
    default:
      return isText(e);
  }
}
