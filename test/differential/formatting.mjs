/** Random formatting: `%`, the format mini-language, `str.format` and f-strings. */
import { expr } from './tree.mjs';

export function formatted(cx, of) {
  const { r, dialect } = cx;
  return r.pick([percent, percent, format, method, ...(dialect === 3 ? [fString, fString] : [])])(cx, of);
}

const FOR = {
  d: 'int',
  i: 'int',
  x: 'int',
  X: 'int',
  o: 'int',
  c: 'int',
  e: 'float',
  f: 'float',
  g: 'float',
  G: 'float',
  E: 'float',
  s: 'any',
  r: 'any',
};

function percent(cx, of) {
  const { r } = cx;
  const one = () => {
    const kind = r.pick(Object.keys(FOR));
    const flags = r.chance(0.4) ? r.pick(['-', '+', ' ', '#', '0', '-+', '0+', '#0']) : '';
    const width = r.chance(0.4) ? r.int(0, 12) : '';
    const precision = r.chance(0.3) ? `.${r.int(0, 8)}` : '';
    const type = r.chance(0.06) ? 'any' : FOR[kind];
    return [`%${flags}${width}${precision}${kind}`, type];
  };
  const fields = r.list(1, 3, one);
  const extra = r.chance(0.04) ? ['int'] : [];
  const texts = fields.map(([text]) => text).join(r.pick([' ', '|', ', ', '%%']));
  return expr([`'${texts}' % (`, ',)'], [...fields.map(([, type]) => kindOf(r, of, type)), ...extra.map(of)]);
}

const kindOf = (r, of, type) => of(type === 'float' && r.chance(0.3) ? 'int' : type);

/** A format specification and the type that it suits. */
function specification(r) {
  const type = r.pick(['int', 'float', 'str', 'int', 'float']);
  const codes = {
    int: ['', 'd', 'x', 'X', 'o', 'b', 'c', 'n', 'e', 'f', '%'],
    float: ['', 'e', 'f', 'g', 'G', 'F', '%', 'n'],
    str: ['', 's'],
  }[type];
  const align = r.chance(0.4) ? r.pick(['<', '>', '^', '=', '*<', '0>', '-^', '*=']) : '';
  const sign = type !== 'str' && r.chance(0.25) ? r.pick(['+', '-', ' ']) : '';
  const alternate = r.chance(0.12) ? '#' : '';
  const zero = r.chance(0.12) ? '0' : '';
  const width = r.chance(0.5) ? r.int(1, 14) : '';
  const comma = type !== 'str' && r.chance(0.2) ? ',' : '';
  const precision = type !== 'int' && r.chance(0.4) ? `.${r.int(0, 7)}` : '';
  return [
    `${align}${sign}${alternate}${zero}${width}${comma}${precision}${r.pick(codes)}`,
    r.chance(0.05) ? 'any' : type,
  ];
}

function format({ r }, of) {
  const [text, type] = specification(r);
  return expr(['format(', `, '${text}')`], of(type));
}

function method({ r }, of) {
  const fields = r.list(1, 3, () => specification(r));
  const numbered = r.chance(0.3);
  const conversion = () => (r.chance(0.15) ? r.pick(['!r', '!s']) : '');
  const texts = fields
    .map(([text], i) => `{${numbered ? i : ''}${conversion()}${text === '' ? '' : `:${text}`}}`)
    .join(r.pick([' ', '', '-', '{{}}']));
  return expr(
    [`'${texts}'.format(`, ')'],
    fields.map(([, type]) => of(type)),
  );
}

function fString({ r }, of) {
  const [text, type] = specification(r);
  const conversion = r.chance(0.2) ? r.pick(['!r', '!s', '!a']) : '';
  return expr(
    [
      `f"""${r.pick(['', 'a', '{{'])}{(`,
      `)${conversion}${text === '' ? '' : `:${text}`}}${r.pick(['', ' ', '}}'])}"""`,
    ],
    of(type),
  );
}
