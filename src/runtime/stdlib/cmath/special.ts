/**
 * What the complex functions give at infinities and nans, as annex G of the C standard has it.
 *
 * One string a function: seven groups by the real part (-inf, negative, -0, 0, positive, inf, nan), in each of them a
 * pair of letters by the imaginary part likewise. A letter is a part of the result, upper case when negative: z 0,
 * q pi/4, h pi/2, t 3pi/4, p pi, o 1, i inf, n nan. "xx" is a domain error, ".." is computed.
 */
import type { Pair } from '../../builtins/complexMath.js';
import { domainError } from '../math/real.js';

const TABLES = {
  acos: 'tipipipIpItIni hi........hInn hi........hIhn hi........hIhn hi........hInn qizizizIzIqIni ninnnnnnnnnInn',
  acosh: 'iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQiZiZiziziqin innnnnnnnninnn',
  asinh: 'IQIZIZIzIzIqIn IH........Ihnn IH........Ihnn iH........ihnn iH........ihnn iQiZiZiziziqin innnnZnznninnn',
  atanh: 'ZHZHZHZhZhZhZn ZH........Zhnn ZH........ZhZn zH........zhzn zH........zhnn zHzHzHzhzhzhzn zHnnnnnnnnzhnn',
  cosh: 'xx..iziZ..xxin xx........xxnn xx........xxnz xx........xxnz xx........xxnn xx..iZiz..xxin nnnnnznznnnnnn',
  exp: 'zz..zZzz..zzzz xx........xxnn xx........xxnn xx........xxnn xx........xxnn xx..iZiz..xxin nnnnnZnznnnnnn',
  log: 'iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQiZiZiziziqin innnnnnnnninnn',
  sinh: 'xx..IZIz..xxin xx........xxnn xx........xxzn xx........xxzn xx........xxnn xx..iZiz..xxin nnnnnZnznnnnnn',
  sqrt: 'iIzIzIziziiini iI........iinn iI........iinn iI........iinn iI........iinn iIiZiZiziziiin iInnnnnnnniinn',
  tanh: 'Oz..OZOz..OzOz xx........xxnn xx........xxnn xx........xxnn xx........xxnn oz..oZoz..ozoz nnnnnZnznnnnnn',
  rect: 'xx..IzIZ..xxin xx........xxnn zz........zzzz zz........zzzz xx........xxnn xx..iZiz..xxin nnnnnznznnnnnn',
} as const;

const VALUES: Record<string, number> = {
  z: 0,
  q: Math.PI / 4,
  h: Math.PI / 2,
  t: 0.75 * Math.PI,
  p: Math.PI,
  o: 1,
  i: Infinity,
  n: NaN,
};

function kind(x: number): number {
  if (x === -Infinity) return 0;
  if (x < 0) return 1;
  if (x === 0) return Object.is(x, -0) ? 2 : 3;
  if (x === Infinity) return 5;
  return x > 0 ? 4 : 6;
}

function part(letter: string): number {
  const size = VALUES[letter.toLowerCase()]!;
  return letter < 'a' ? -size : size;
}

/** The result of `name` where a part is not finite; undefined where it has to be computed. */
export function specialResult(name: keyof typeof TABLES, real: number, imag: number): Pair | undefined {
  if (real - real === 0 && imag - imag === 0) return undefined;
  const row = TABLES[name].split(' ')[kind(real)]!;
  const letters = row.slice(2 * kind(imag), 2 * kind(imag) + 2);
  if (letters === 'xx') throw domainError();
  return letters === '..' ? undefined : [part(letters[0]!), part(letters[1]!)];
}
