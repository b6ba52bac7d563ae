/**
 * The polynomial with these coefficients (constant term first) at `x`, by pairs of terms and ascending powers of x ** 2:
 * the order in which the C library adds, on which the last digit depends.
 */
export function paired(coefficients: readonly number[], x: number): number {
  const pair = (i: number): number =>
    i + 1 < coefficients.length ? coefficients[i]! + x * coefficients[i + 1]! : coefficients[i]!;
  const square = x * x;
  let sum = pair(0);
  if (coefficients.length > 2) sum += square * pair(2);
  const fourth = square * square;
  if (coefficients.length > 4) sum += fourth * pair(4);
  if (coefficients.length > 6) sum += fourth * square * pair(6);
  if (coefficients.length > 8) sum += fourth * fourth * pair(8);
  return sum;
}
