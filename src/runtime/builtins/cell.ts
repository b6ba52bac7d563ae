/** Cells: what closures hold their variables in. */
import { type CompareOp, compareValues } from '../object/compare.js';
import { ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { Cell, type Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyStaticMethod } from '../object/values.js';
import { address } from './object.js';

export const cellType: PyType = builtinType({ name: 'cell', js: Cell, subclassable: false });

/** Cells compare by what they hold; one without a value comes first. */
const cellComparison = (operator: CompareOp) =>
  method('(value, /)', (a: Cell, b: Py) => {
    if (!(b instanceof Cell)) return NotImplemented;
    if (a.v === undefined || b.v === undefined)
      return compareValues(Number(a.v !== undefined), Number(b.v !== undefined), operator);
    return compareValues(a.v, b.v, operator);
  });

defineMembers(cellType, () => ({
  __hash__: null,
  __eq__: cellComparison('Eq'),
  __ne__: cellComparison('NotEq'),
  __lt__: cellComparison('Lt'),
  __le__: cellComparison('LtE'),
  __gt__: cellComparison('Gt'),
  __ge__: cellComparison('GtE'),
  __new__: new PyStaticMethod(
    fn('(cls, contents=None, /)', (_cls: PyType, contents: Py) => new Cell(contents), '__new__'),
  ),
  cell_contents: getter(
    (cell: Cell) => {
      if (cell.v === undefined) throw ValueError('Cell is empty');
      return cell.v;
    },
    (cell: Cell, value) => {
      cell.v = value;
    },
    (cell: Cell) => {
      cell.v = undefined;
    },
  ),
  __repr__: method('()', (cell: Cell) =>
    cell.v === undefined
      ? `<cell at ${address(cell)}: empty>`
      : `<cell at ${address(cell)}: ${typeOf(cell.v).name} object at ${address(Object(cell.v))}>`,
  ),
}));
