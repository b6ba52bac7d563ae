/** `_string`: the parser of format strings, for `string.Formatter`. */
import { iter } from '../object/iterate.js';
import { PyIterator } from '../object/pyIterator.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyTuple, PyUnicode } from '../object/values.js';
import { iteratorType } from '../builtins/iterator.js';
import { pyError } from '../builtins/textError.js';
import { type ParsedTemplate, parseTemplate, splitFieldName } from '../text/formatTemplate.js';

/** Pieces as (literal, field name, format specification, conversion); an error comes after the pieces before it. */
class FormatterIterator extends PyIterator {
  private at = 0;
  constructor(
    private readonly parsed: ParsedTemplate,
    private readonly wrap: (part: string) => Py,
  ) {
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
    const { wrap } = this;
    const { literal, field } = piece;
    return new PyTuple(
      field === null
        ? [wrap(literal), null, null, null]
        : [wrap(literal), wrap(field.name), wrap(field.spec), field.conversion],
    );
  }
}
iteratorType('formatteriterator', 'formatteriterator', FormatterIterator, () => ({}));

/** A text, and how its parts become objects: those of Python 2's unicode are unicode. */
function textOf(o: Py): { text: string; wrap: (part: string) => Py } {
  if (o instanceof PyUnicode) return { text: o.value, wrap: (part) => new PyUnicode(part) };
  const text = strValue(o);
  if (text === undefined) throw TypeError(`expected str, got ${typeOf(o).name}`);
  return { text, wrap: (part) => part };
}

function parse(format: Py): Py {
  const { text, wrap } = textOf(format);
  return new FormatterIterator(parseTemplate(text, rt.dialect), wrap);
}

function split(name: Py): PyTuple {
  try {
    const { text, wrap } = textOf(name);
    const { first, rest, error } = splitFieldName(text);
    if (error !== undefined) throw error;
    const object = (key: Py): Py => (typeof key === 'string' ? wrap(key) : key);
    const steps = rest.map(({ isAttribute, key }) => new PyTuple([isAttribute, object(key)]));
    return new PyTuple([object(first), iter(new PyList(steps))]);
  } catch (error) {
    throw pyError(error);
  }
}

export default (): Record<string, Py> => ({
  formatter_parser: fn('(format, /)', parse),
  formatter_field_name_split: fn('(name, /)', split),
});
