/** `_string`: the parser of format strings, for `string.Formatter`. */
import { PyIterator, iter } from '../object/iterate.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyTuple } from '../object/values.js';
import { iteratorType } from '../builtins/iterator.js';
import { pyError } from '../builtins/textError.js';
import { type ParsedTemplate, parseTemplate, splitFieldName } from '../text/formatTemplate.js';

/** Pieces as (literal, field name, format specification, conversion); an error comes after the pieces before it. */
class FormatterIterator extends PyIterator {
  private at = 0;
  constructor(private readonly parsed: ParsedTemplate) {
    super();
  }
  nx(): Py {
    const { pieces, error } = this.parsed;
    const piece = pieces[this.at];
    if (piece === undefined) {
      if (error !== undefined) throw pyError(error);
      return undefined;
    }
    this.at++;
    const { field } = piece;
    return new PyTuple(
      field === null ? [piece.literal, null, null, null] : [piece.literal, field.name, field.spec, field.conversion],
    );
  }
}
iteratorType('formatteriterator', 'formatteriterator', FormatterIterator, () => ({}));

function text(o: Py): string {
  const value = strValue(o);
  if (value === undefined) throw TypeError(`expected str, got ${typeOf(o).name}`);
  return value;
}

function split(name: Py): PyTuple {
  try {
    const { first, rest, error } = splitFieldName(text(name));
    if (error !== undefined) throw error;
    return new PyTuple([first, iter(new PyList(rest.map(({ isAttribute, key }) => new PyTuple([isAttribute, key]))))]);
  } catch (error) {
    throw pyError(error);
  }
}

export default (): Record<string, Py> => ({
  formatter_parser: fn('(format, /)', (format: Py) => new FormatterIterator(parseTemplate(text(format), rt.dialect))),
  formatter_field_name_split: fn('(name, /)', split),
});
