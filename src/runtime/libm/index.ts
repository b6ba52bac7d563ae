/** The elementary functions on doubles that the rest of the runtime uses. */
export const {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cbrt,
  cos,
  cosh,
  exp,
  expm1,
  log,
  log10,
  log1p,
  log2,
  pow,
  sin,
  sinh,
  tan,
  tanh,
} = Math;

/** The length of the vector (x, y) without overflow on the way. */
export function hypot(x: number, y: number): number {
  return Math.hypot(x, y);
}
