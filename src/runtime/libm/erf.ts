/**
 * The error function and its complement.
 *
 * Rational approximations on five ranges, those of the C library, so that the last digit is the same.
 */
import { upperHalf } from './bits.js';
import { exp } from './exp.js';
import { paired } from './polynomial.js';

/** Coefficients, constant term first. */
const NEAR_ZERO_P = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -0.000023763016656650163,
];
const NEAR_ZERO_Q = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -0.000003960228278775368,
];
const NEAR_ONE_P = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
];
const NEAR_ONE_Q = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
];
const MIDDLE_R = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
];
const MIDDLE_S = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
];
const FAR_R = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
];
const FAR_S = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
];
const AT_ONE = 0.8450629115104675;
/** 2 / sqrt(pi) - 1 */
const SLOPE = 0.1283791670955126;

/** `erfc` for 1.25 <= x < 28. */
function tail(x: number): number {
  const s = 1 / (x * x);
  const isFar = x >= 1 / 0.35;
  const ratio = paired(isFar ? FAR_R : MIDDLE_R, s) / paired(isFar ? FAR_S : MIDDLE_S, s);
  const z = upperHalf(x);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x;
}

export function erf(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(size)) return NaN;
  const signed = (y: number): number => (x < 0 ? -y : y);
  if (size < 0.84375) {
    if (size < 2 ** -28) return size < 2 ** -1015 ? 0.0625 * (16 * x + 16 * SLOPE * x) : x + SLOPE * x;
    const z = x * x;
    return x + x * (paired(NEAR_ZERO_P, z) / paired(NEAR_ZERO_Q, z));
  }
  if (size < 1.25) {
    const s = size - 1;
    return signed(AT_ONE + paired(NEAR_ONE_P, s) / paired(NEAR_ONE_Q, s));
  }
  return signed(size >= 6 ? 1 : 1 - tail(size));
}

export function erfc(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(size)) return NaN;
  if (size < 0.84375) {
    if (size < 2 ** -56) return 1 - x;
    const z = x * x;
    const y = paired(NEAR_ZERO_P, z) / paired(NEAR_ZERO_Q, z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (size < 1.25) {
    const s = size - 1;
    const ratio = paired(NEAR_ONE_P, s) / paired(NEAR_ONE_Q, s);
    return x >= 0 ? 1 - AT_ONE - ratio : 1 + (AT_ONE + ratio);
  }
  if (size >= 28) return x > 0 ? 0 : 2;
  if (x < -6) return 2;
  return x > 0 ? tail(size) : 2 - tail(size);
}
