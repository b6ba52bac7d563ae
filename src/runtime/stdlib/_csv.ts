/**
 * `_csv`: reading and writing of comma separated values.
 * Spec: https://docs.python.org/3/library/csv.html
 */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asSize, intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyList } from '../object/values.js';
import { csvError, csvState, dialectType, getDialect, QUOTE, registerDialect } from './csv/dialect.js';
import { newReader, readerType } from './csv/reader.js';
import { newWriter, writerType } from './csv/writer.js';

function fieldLimit(limit: Py): number {
  const before = csvState().fieldLimit;
  if (limit !== undefined) {
    if (intValue(limit) === undefined) throw TypeError('limit must be an integer');
    csvState().fieldLimit = asSize(limit);
  }
  return before;
}

export default (): Record<string, Py> => ({
  __doc__: 'CSV parsing and writing.\n',
  __version__: '1.0',
  Error: csvError().type,
  Dialect: dialectType,
  _dialects: new PyDict(),
  ...(rt.dialect === 3
    ? { Reader: readerType, Writer: writerType, QUOTE_STRINGS: QUOTE.STRINGS, QUOTE_NOTNULL: QUOTE.NOTNULL }
    : {}),
  QUOTE_MINIMAL: QUOTE.MINIMAL,
  QUOTE_ALL: QUOTE.ALL,
  QUOTE_NONNUMERIC: QUOTE.NONNUMERIC,
  QUOTE_NONE: QUOTE.NONE,
  reader: fn("(iterable, /, dialect='excel', **fmtparams)", newReader),
  writer: fn("(fileobj, /, dialect='excel', **fmtparams)", newWriter),
  register_dialect: fn('(name, dialect=None, **fmtparams)', registerDialect),
  unregister_dialect: fn('(name)', (name: Py) => {
    if (!csvState().dialects.delete(strValue(name) ?? '')) throw csvError()('unknown dialect');
    return null;
  }),
  get_dialect: fn('(name)', getDialect),
  list_dialects: fn('()', () => new PyList([...csvState().dialects.keys()])),
  field_size_limit: fn('(new_limit=None)', fieldLimit),
});
