import { describe, expect, test, vi } from 'vitest';
import { Pace } from '../../../src/runtime/threads/pace.js';

const calls = (pace: Pace, count: number) => Array.from({ length: count }, () => pace.isQuick());

describe('the pace of a function', () => {
  test('many calls in a short time make it quick', () => {
    const pace = new Pace();
    expect(calls(pace, 50)).not.toContain(true);
    expect(pace.isQuick()).toBe(true);
  });

  test('calls that take their time do not', () => {
    const now = vi.spyOn(performance, 'now');
    let time = 0;
    now.mockImplementation(() => (time += 30));
    const pace = new Pace();
    expect(calls(pace, 500)).not.toContain(true);
    now.mockRestore();
  });

  test('a long call ends it for a while, and costs fuel', () => {
    const pace = new Pace();
    calls(pace, 50);
    expect(pace.took(0.001)).toBe(1);
    expect(pace.isQuick()).toBe(true);
    expect(pace.took(8)).toBe(800);
    expect(calls(pace, 550)).not.toContain(true);
    expect(pace.isQuick()).toBe(true);
  });

  test('a wait ends it for ever', () => {
    const pace = new Pace();
    calls(pace, 50);
    pace.waits();
    expect(pace.took(8)).toBe(800);
    expect(calls(pace, 1000)).not.toContain(true);
  });
});
