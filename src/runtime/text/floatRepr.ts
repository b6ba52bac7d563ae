/**
 * The text of a float: `repr`, Python 2's `str`, and of a complex.
 *
 * Spec: https://docs.python.org/3/library/functions.html#repr (shortest digits that read back as the same value;
 * exponent form below 1e-4 and from 1e16 on).
 */
import { formatDouble } from './floatFormat.js';

/** `repr(x)`, and Python 3's `str(x)`. The same in both dialects. */
export function floatRepr(x: number): string {
  const size = Math.abs(x);
  if (size < 1e16) {
    if (size >= 1e-4) return Number.isInteger(x) ? `${x}.0` : `${x}`;
    if (size === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  }
  return formatDouble(x, 'r', 0, { dotZero: true });
}

/** Python 2's `str(x)`: 12 significant digits. */
export function floatStr2(x: number): string {
  return formatDouble(x, 'g', 12, { dotZero: true, python2: true });
}

/** `repr(complex(real, imag))`, and Python 3's `str`. */
export function complexRepr(real: number, imag: number): string {
  return complexText(real, imag, (x) => formatDouble(x, 'r', 0));
}

/** Python 2's `str(complex(real, imag))`. */
export function complexStr2(real: number, imag: number): string {
  return complexText(real, imag, (x) => formatDouble(x, 'g', 12, { python2: true }));
}

function complexText(real: number, imag: number, text: (x: number) => string): string {
  const second = `${text(imag)}j`;
  if (real === 0 && !Object.is(real, -0)) return second;
  return `(${text(real)}${second.startsWith('-') ? '' : '+'}${second})`;
}
