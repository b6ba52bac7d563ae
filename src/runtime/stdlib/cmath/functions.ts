/** The elementary functions of complex numbers, on pairs of doubles. Errors: domain and range errors as CPython's. */
import { complexDiv, type Pair } from '../../builtins/complexMath.js';
import * as libm from '../../libm/index.js';
import { domainError, rangeError } from '../math/real.js';
import { specialResult } from './special.js';

const LARGE = Number.MAX_VALUE / 4;
const ROOT_OF_LARGE = Math.sqrt(LARGE);
const LOG_OF_LARGE = libm.log(LARGE);
const SMALLEST_NORMAL = 2 ** -1022;
const ROOT_OF_SMALLEST = 2 ** -511;

const withSign = (size: number, sign: number): number =>
  sign < 0 || Object.is(sign, -0) ? -Math.abs(size) : Math.abs(size);
const isLarge = (x: number, y: number): boolean => Math.abs(x) > LARGE || Math.abs(y) > LARGE;
/** ln |z| where |z| itself might overflow. */
const logOfLarge = (x: number, y: number): number => libm.log(libm.hypot(x / 2, y / 2)) + Math.LN2 * 2;

/** An overflow to infinity is an error. */
function finite(real: number, imag: number): Pair {
  if (Math.abs(real) === Infinity || Math.abs(imag) === Infinity) throw rangeError();
  return [real, imag];
}

export function sqrt(x: number, y: number): Pair {
  const special = specialResult('sqrt', x, y);
  if (special !== undefined) return special;
  if (x === 0 && y === 0) return [0, y];
  let ax = Math.abs(x);
  const ay = Math.abs(y);
  let s: number;
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    ax *= 2 ** 53;
    s = Math.sqrt(ax + libm.hypot(ax, ay * 2 ** 53)) * 2 ** -27;
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + libm.hypot(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return x >= 0 ? [s, withSign(d, y)] : [d, withSign(s, y)];
}

export function acos(x: number, y: number): Pair {
  const special = specialResult('acos', x, y);
  if (special !== undefined) return special;
  if (isLarge(x, y)) {
    const size = logOfLarge(x, y);
    return [libm.atan2(Math.abs(y), x), x < 0 ? -withSign(size, y) : withSign(size, -y)];
  }
  const below = sqrt(1 - x, -y);
  const above = sqrt(1 + x, y);
  return [2 * libm.atan2(below[0], above[0]), libm.asinh(above[0] * below[1] - above[1] * below[0])];
}

export function acosh(x: number, y: number): Pair {
  const special = specialResult('acosh', x, y);
  if (special !== undefined) return special;
  if (isLarge(x, y)) return [logOfLarge(x, y), libm.atan2(y, x)];
  const below = sqrt(x - 1, y);
  const above = sqrt(x + 1, y);
  return [libm.asinh(below[0] * above[0] + below[1] * above[1]), 2 * libm.atan2(below[1], above[0])];
}

export function asin(x: number, y: number): Pair {
  const [real, imag] = asinh(-y, x);
  return [imag, -real];
}

export function asinh(x: number, y: number): Pair {
  const special = specialResult('asinh', x, y);
  if (special !== undefined) return special;
  if (isLarge(x, y)) {
    const size = logOfLarge(x, y);
    const positive = y > 0 || Object.is(y, 0);
    return [positive ? withSign(size, x) : -withSign(size, -x), libm.atan2(y, Math.abs(x))];
  }
  const above = sqrt(1 + y, -x);
  const below = sqrt(1 - y, x);
  return [
    libm.asinh(above[0] * below[1] - below[0] * above[1]),
    libm.atan2(y, above[0] * below[0] - above[1] * below[1]),
  ];
}

export function atan(x: number, y: number): Pair {
  const [real, imag] = atanh(-y, x);
  return [imag, -real];
}

export function atanh(x: number, y: number): Pair {
  const special = specialResult('atanh', x, y);
  if (special !== undefined) return special;
  if (x < 0 || Object.is(x, -0)) {
    const [real, imag] = atanh(-x, -y);
    return [-real, -imag];
  }
  const ay = Math.abs(y);
  if (x > ROOT_OF_LARGE || ay > ROOT_OF_LARGE) {
    const h = libm.hypot(x / 2, y / 2);
    return [x / 4 / h / h, -withSign(Math.PI / 2, -y)];
  }
  if (x === 1 && ay < ROOT_OF_SMALLEST) {
    if (ay === 0) throw domainError();
    const real = -libm.log(Math.sqrt(ay) / Math.sqrt(libm.hypot(ay, 2)));
    return [real, withSign(libm.atan2(2, -ay) / 2, y)];
  }
  const square = (1 - x) * (1 - x) + ay * ay;
  return [libm.log1p((4 * x) / square) / 4, -libm.atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2];
}

export function cos(x: number, y: number): Pair {
  return cosh(-y, x);
}

export function cosh(x: number, y: number): Pair {
  const special = specialResult('cosh', x, y);
  if (special !== undefined) return special;
  if (Math.abs(x) === Infinity) {
    const imag = withSign(Infinity, libm.sin(y));
    return [withSign(Infinity, libm.cos(y)), x > 0 ? imag : -imag];
  }
  if (Math.abs(x) > LOG_OF_LARGE) {
    const rest = x - withSign(1, x);
    return finite(libm.cos(y) * libm.cosh(rest) * Math.E, libm.sin(y) * libm.sinh(rest) * Math.E);
  }
  return finite(libm.cos(y) * libm.cosh(x), libm.sin(y) * libm.sinh(x));
}

export function exp(x: number, y: number): Pair {
  const special = specialResult('exp', x, y);
  if (special !== undefined) return special;
  if (Math.abs(x) === Infinity) {
    const size = x > 0 ? Infinity : 0;
    return [withSign(size, libm.cos(y)), withSign(size, libm.sin(y))];
  }
  if (x > LOG_OF_LARGE) {
    const size = libm.exp(x - 1);
    return finite(size * libm.cos(y) * Math.E, size * libm.sin(y) * Math.E);
  }
  const size = libm.exp(x);
  return finite(size * libm.cos(y), size * libm.sin(y));
}

export function log(x: number, y: number): Pair {
  const special = specialResult('log', x, y);
  if (special !== undefined) return special;
  return [logOfSize(Math.abs(x), Math.abs(y)), libm.atan2(y, x)];
}

function logOfSize(ax: number, ay: number): number {
  if (ax > LARGE || ay > LARGE) return libm.log(libm.hypot(ax / 2, ay / 2)) + Math.LN2;
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    if (ax === 0 && ay === 0) throw domainError();
    return libm.log(libm.hypot(ax * 2 ** 53, ay * 2 ** 53)) - 53 * Math.LN2;
  }
  const h = libm.hypot(ax, ay);
  if (h < 0.71 || h > 1.73) return libm.log(h);
  const larger = Math.max(ax, ay);
  const smaller = Math.min(ax, ay);
  return libm.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
}

/** The logarithm of z to base b. */
export function logToBase(z: Pair, b: Pair): Pair {
  const base = log(...b);
  const value = log(...z);
  if (base[0] === 0 && base[1] === 0) throw domainError();
  return complexDiv(...value, ...base);
}

export function log10(x: number, y: number): Pair {
  const [real, imag] = log(x, y);
  return [real / Math.LN10, imag / Math.LN10];
}

export function sin(x: number, y: number): Pair {
  const [real, imag] = sinh(-y, x);
  return [imag, -real];
}

export function sinh(x: number, y: number): Pair {
  const special = specialResult('sinh', x, y);
  if (special !== undefined) return special;
  if (Math.abs(x) === Infinity) {
    const real = withSign(Infinity, libm.cos(y));
    return [x > 0 ? real : -real, withSign(Infinity, libm.sin(y))];
  }
  if (Math.abs(x) > LOG_OF_LARGE) {
    const rest = x - withSign(1, x);
    return finite(libm.cos(y) * libm.sinh(rest) * Math.E, libm.sin(y) * libm.cosh(rest) * Math.E);
  }
  return finite(libm.cos(y) * libm.sinh(x), libm.sin(y) * libm.cosh(x));
}

export function tan(x: number, y: number): Pair {
  const [real, imag] = tanh(-y, x);
  return [imag, -real];
}

export function tanh(x: number, y: number): Pair {
  const special = specialResult('tanh', x, y);
  if (special !== undefined) return special;
  if (Math.abs(x) === Infinity) return [withSign(1, x), withSign(0, 2 * libm.sin(y) * libm.cos(y))];
  if (Math.abs(x) > LOG_OF_LARGE) {
    return [withSign(1, x), 4 * libm.sin(y) * libm.cos(y) * libm.exp(-2 * Math.abs(x))];
  }
  const tx = libm.tanh(x);
  const ty = libm.tan(y);
  const inverse = 1 / libm.cosh(x);
  const product = tx * ty;
  const denominator = 1 + product * product;
  return [(tx * (1 + ty * ty)) / denominator, (ty / denominator) * inverse * inverse];
}

/** The number with this size and angle. */
export function rect(size: number, angle: number): Pair {
  const special = specialResult('rect', size, angle);
  if (special !== undefined) return special;
  if (Math.abs(size) === Infinity) {
    const real = withSign(Infinity, libm.cos(angle));
    const imag = withSign(Infinity, libm.sin(angle));
    return size > 0 ? [real, imag] : [-real, -imag];
  }
  if (angle === 0) return [size, size * angle];
  return [size * libm.cos(angle), size * libm.sin(angle)];
}
