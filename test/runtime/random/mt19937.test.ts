import { expect, test } from 'vitest';
import { MersenneTwister } from '../../../src/runtime/random/mt19937.js';
import { seedFromHash, seedFromStr, seedFromStr2, seedVersion1 } from '../../../src/runtime/random/seed.js';

function seeded(seed: number | bigint): MersenneTwister {
  const twister = new MersenneTwister();
  twister.seed(seed);
  return twister;
}

const codes = (text: string) => [...text].map((char) => char.codePointAt(0)!);

test.each([
  {
    seed: 0n,
    floats: [0.8444218515250481, 0.7579544029403025],
    bits: [13, 283641720628, 513868133461680832233190503674n],
  },
  {
    seed: 1,
    floats: [0.13436424411240122, 0.8474337369372327],
    bits: [24, 279443915985, 614886793670229279908878609289n],
  },
  {
    seed: 42,
    floats: [0.6394267984578837, 0.025010755222666936],
    bits: [8, 245864938384, 800402129360547565400942494185n],
  },
  {
    seed: -42n,
    floats: [0.6394267984578837, 0.025010755222666936],
    bits: [8, 245864938384, 800402129360547565400942494185n],
  },
  {
    seed: 2 ** 32,
    floats: [0.11299430095636409, 0.41782886486292836],
    bits: [0, 670112917261, 456539064722018653265856013203n],
  },
  {
    seed: 10n ** 40n,
    floats: [0.34753796566513817, 0.7605339873511711],
    bits: [6, 546480595800, 152859514737505968076494636938n],
  },
])('the sequence of seed $seed', ({ seed, floats, bits }) => {
  const twister = seeded(seed);
  expect([twister.random(), twister.random()]).toEqual(floats);
  expect([twister.getRandBits(5), twister.getRandBits(40), twister.getRandBits(100)]).toEqual(bits);
});

test.each([
  { text: '', version2: 0.9602256525641875, version1: 0.8444218515250481 },
  { text: 'hello', version2: 0.3537754404730722, version1: 0.8180391270568783 },
  { text: 'naïve', version2: 0.9741864149273146, version1: 0.19769591252786867 },
])('the str seed $text', ({ text, version2, version1 }) => {
  expect(seeded(seedFromStr(text)).random()).toBe(version2);
  expect(seeded(seedVersion1(codes(text))).random()).toBe(version1);
});

test.each([
  { seed: seedFromStr2([]), first: 0.8444218515250481 },
  { seed: seedFromStr2(codes('hello')), first: 0.8180391270568783 },
  { seed: seedFromHash(1610645504), first: 0.8109020292222475 },
])('Python 2 seeds with the hash', ({ seed, first }) => {
  expect(seeded(seed).random()).toBe(first);
});

test('randBelow draws as Python 3', () => {
  const twister = seeded(9);
  const limits = [1, 2, 10, 1000, 2 ** 32, 2 ** 32 + 1, 2 ** 53, 10n ** 20n];
  expect(limits.map((limit) => twister.randBelow(limit))).toEqual([
    0,
    1,
    4,
    141,
    2906162014,
    2597161677,
    736714452214902,
    25438421707639148140n,
  ]);
});

test('a state can be taken and given back', () => {
  const twister = seeded(7);
  twister.random();
  const state = twister.getState();
  const next = twister.random();
  const other = new MersenneTwister();
  expect(other.setState(state)).toBe(true);
  expect(other.random()).toBe(next);
  expect(other.setState([...state.slice(0, -1), 625])).toBe(false);
});

test('jumpAhead as Python 2.7', () => {
  const twister = seeded(5);
  twister.jumpAhead(12345678901234567890n);
  expect(twister.random()).toBe(0.17592365391781517);
});

test('floats take the words in order, whatever else is drawn between them', () => {
  const [mixed, words] = [seeded(11), seeded(11)];
  const float = () => ((words.next() >>> 5) * 67108864 + (words.next() >>> 6)) / 9007199254740992;
  for (let i = 0; i < 2000; i++) {
    if (i % 7 === 3) expect(mixed.next()).toBe(words.next());
    else expect(mixed.random()).toBe(float());
    if (i % 501 === 500) expect(mixed.setState(mixed.getState())).toBe(true);
  }
});
