import { rt } from '../../object/context.js';
import { unitAt } from '../../text/units.js';
const PAD = 61;
const VALUES = new Int8Array(256).fill(-1);
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  VALUES[unitAt(char, 0)] = value;

/**
 * Bytes of base64 text. Foreign characters are passed over, unless `strict`.
 * @param fail makes the exception for a message
 */
export function decodeBase64(text: Uint8Array, strict: boolean, fail: (message: string) => unknown): Uint8Array {
  if (strict && text[0] === PAD) throw fail('Leading padding not allowed');
  const bytes = new Uint8Array(Math.floor((text.length + 3) / 4) * 3);
  let size = 0;
  let quad = 0;
  let left = 0;
  let pads = 0;
  const end = text.length;
  let i = 0;
  for (; i + 4 <= end; i += 4) {
    const value =
      (VALUES[text[i]!]! << 18) | (VALUES[text[i + 1]!]! << 12) | (VALUES[text[i + 2]!]! << 6) | VALUES[text[i + 3]!]!;
    // What stands for no bits makes it negative.
    if (value < 0) break;
    bytes[size] = value >> 16;
    bytes[size + 1] = value >> 8;
    bytes[size + 2] = value;
    size += 3;
  }
  for (; i < end; i++) {
    const char = text[i]!;
    if (char === PAD) {
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && i + 1 < text.length) throw fail('Excess data after padding');
        return bytes.slice(0, size);
      }
      if (strict && quad < 2)
        throw fail(
          quad === 0 && pads === 0 && size > 0 ? 'Excess padding not allowed' : 'Discontinuous padding not allowed',
        );
      continue;
    }
    const value = VALUES[char]!;
    if (value < 0) {
      if (strict) throw fail('Only base64 data is allowed');
      continue;
    }
    if (strict && pads > 0) throw fail('Discontinuous padding not allowed');
    pads = 0;
    if (quad > 0) bytes[size++] = ((left << (2 * quad)) | (value >> (6 - 2 * quad))) & 0xff;
    left = value & (63 >> (2 * quad));
    quad = (quad + 1) & 3;
  }
  if (quad === 1 && rt.dialect === 3)
    throw fail(
      `Invalid base64-encoded string: number of data characters (${(size / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`,
    );
  if (quad !== 0) throw fail('Incorrect padding');
  return size === bytes.length ? bytes : bytes.slice(0, size);
}
