/** Random calls of the methods of texts that take several arguments, and texts in sets and dictionaries. */
import { generate } from './expressions.mjs';
import { attempt, show } from './statements.mjs';
import { expr } from './tree.mjs';

const PLACES = ['find', 'index', 'count', 'rfind', 'startswith', 'endswith'];

/** Each takes the choices, and makes a text. */
const FORMS = [
  (r, s) => expr(['', '.split(', `, ${place(r)})`], s(), s()),
  (r, s) => expr(['', `.rsplit(None, ${place(r)})`], s()),
  (r, s) => expr(['', `.splitlines(${r.pick(['True', 'False', '1'])})`], s()),
  (r, s) => expr(['', `.${r.pick(PLACES)}(`, `, ${place(r)}, ${place(r)})`], s(), s()),
  (r, s) => expr(['', `.${r.pick(['startswith', 'endswith'])}((`, ', ', '))'], s(), s(), s()),
  (r, s) => expr(['', `.expandtabs(${place(r)})`], s()),
  (r, s) => expr(['', `.encode('${r.pick(['utf-8', 'ascii', 'latin-1', 'nope'])}'${handler(r)})`], s()),
  (r, s) => expr(['', `.${r.pick(['strip', 'lstrip', 'rstrip'])}(`, ')'], s(), s()),
  (r, s) => expr(['', `.${r.pick(['center', 'ljust', 'rjust'])}(${r.int(0, 9)}, `, ')'], s(), s()),
];
/** Python 2 has the same order of texts in every run. */
const FORMS_2 = [
  (_, s) => expr(['set([', ', ', ', ', '])'], s(), s(), s()),
  (_, s) => expr(['dict.fromkeys([', ', ', ', ', '], 0)'], s(), s(), s()),
  (r, s) => expr(['', `.decode('${r.pick(['utf-8', 'ascii', 'latin-1'])}'${handler(r)})`], s()),
  (_, s) => expr(['cmp(', ', ', ')'], s(), s()),
  (_, s) => expr(['unicode(', ')'], s()),
  (_, s) => expr(['hash(', ')'], s()),
];
const CHECKS_3 = ['casefold', 'isidentifier', 'isprintable', 'isascii', 'isdecimal', 'isnumeric'];
const FORMS_3 = [
  (r, s) => expr(['', `.${r.pick(['removeprefix', 'removesuffix'])}(`, ')'], s(), s()),
  (_, s) => expr(['', ".translate({97: 'X', 98: None, 99: 100})"], s()),
  (r, s) => expr(['', `.${r.pick(CHECKS_3)}()`], s()),
  (_, s) => expr(['bytes(', ", 'utf-8')"], s()),
  (_, s) => expr(['ascii(', ')'], s()),
];

const place = (r) => String(r.int(-2, 4));
const handler = (r) => (r.chance(0.4) ? `, '${r.pick(['replace', 'ignore', 'strict'])}'` : '');

export function texts(cx) {
  const { r, dialect } = cx;
  const text = () => generate(cx, 'str', r.int(0, 1));
  const forms = [...FORMS, ...(dialect === 2 ? FORMS_2 : FORMS_3)];
  return r.list(1, 3, () => attempt(cx, [show(r.pick(forms)(r, text))]));
}
