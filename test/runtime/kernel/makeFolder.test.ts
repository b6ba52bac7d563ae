import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../src/runtime/kernel/makeFolder.js';

test('makes a folder and those around it, once', () => {
  const root = mkdtempSync(join(tmpdir(), 'pymp-folder-'));
  const path = join(root, 'a/b/c');
  try {
    expect(makeFolder(path)).toBe(true);
    expect(existsSync(path)).toBe(true);
    expect(makeFolder(path)).toBe(false);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test.runIf(process.platform === 'linux')('says so where the system makes none', () => {
  expect(() => makeFolder('/proc/pymp/cache')).toThrow(/ENOENT/);
});
