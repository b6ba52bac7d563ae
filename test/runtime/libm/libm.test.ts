import { expect, test } from 'vitest';
import * as libm from '../../../src/runtime/libm/index.js';

const functions = { ...libm } as unknown as Record<string, (...args: number[]) => number>;

/** Recorded from the C library, at arguments where JavaScript's own functions differ in the last digit. */
test.each<[string, number[], number]>([
  ['pow', [1.126294469572709, -89.83411280752792], 0.00002290302000655007],
  ['pow', [0.5889854016578149, 0.27524538366345386], 0.8644150773335854],
  ['pow', [1.550710138340938, 60.631586583239994], 356594107694.71783],
  ['pow', [1.2987263117924883, -16.904326773047032], 0.012052044619856832],
  ['hypot', [625595.4539082015, 807779.8886302963], 1021703.4894851748],
  ['hypot', [-21745.36920947324, 0.0003323415244392779], 21745.369209473243],
  ['atan2', [-2.0850877686941427, -0.000048058412483249074], -1.570819375422967],
  ['atan2', [-71.75282796990128, 64.36378576828886], -0.8396295811418898],
  ['hypot', [-71.75282796990128, 64.36378576828886], 96.39069062987582],
  ['atan2', [-40.968721056184634, -2.944539325912417], -1.6425458150972014],
  ['hypot', [-40.968721056184634, -2.944539325912417], 41.07440099163116],
  ['atan2', [-48.65900185252035, -0.17432396783352644], -1.5743788750470251],
])('%s(%o)', (name, args, expected) => {
  expect(functions[name]!(...args)).toBe(expected);
});

test.each<[string, number[], number]>([
  ['exp', [710], Number.POSITIVE_INFINITY],
  ['exp', [-746], 0],
  ['exp', [-745.13], 5e-324],
  ['exp2', [-1074], 5e-324],
  ['log', [0], Number.NEGATIVE_INFINITY],
  ['log', [-1], Number.NaN],
  ['log', [5e-324], -744.4400719213812],
  ['pow', [-1, Number.POSITIVE_INFINITY], 1],
  ['pow', [1, Number.NaN], 1],
  ['pow', [-8, 1 / 3], Number.NaN],
  ['pow', [-2, 3], -8],
  ['pow', [0, -1], Number.POSITIVE_INFINITY],
  ['atan2', [-0, -1], -Math.PI],
  ['hypot', [Number.POSITIVE_INFINITY, Number.NaN], Number.POSITIVE_INFINITY],
  ['hypot', [1e308, 1e308], 1.4142135623730951e308],
  ['sin', [1e22], -0.8522008497671888],
  ['cos', [1e300], -0.5753861119575491],
])('special case %s(%o)', (name, args, expected) => {
  expect(functions[name]!(...args)).toBe(expected);
});
