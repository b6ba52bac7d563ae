/** Lines of the uuencode format. */

const MAX_LINE = 45;

export function encodeUu(data: Uint8Array, backtick: boolean, fail: (message: string) => unknown): Uint8Array {
  if (data.length > MAX_LINE) throw fail('At most 45 bytes at once');
  const char = (value: number): number => (value === 0 && backtick ? 96 : value + 32);
  const out = [char(data.length)];
  for (let i = 0; i < data.length; i += 3) {
    const [a, b = 0, c = 0] = data.subarray(i, i + 3);
    out.push(char(a! >> 2), char(((a! & 3) << 4) | (b >> 4)), char(((b & 15) << 2) | (c >> 6)), char(c & 63));
  }
  out.push(10);
  return Uint8Array.from(out);
}

export function decodeUu(line: Uint8Array, fail: (message: string) => unknown): Uint8Array {
  const size = line.length === 0 ? 0 : (line[0]! - 32) & 63;
  const out = new Uint8Array(size);
  let bits = 0;
  let held = 0;
  let written = 0;
  let at = 1;
  while (written < size) {
    const char = line[at] ?? 32;
    at++;
    let value: number;
    if (char === 10 || char === 13) {
      value = 0;
      at--;
    } else {
      if (char < 32 || char > 96) throw fail('Illegal char');
      value = (char - 32) & 63;
    }
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[written++] = (held >> bits) & 0xff;
      held &= (1 << bits) - 1;
    }
  }
  for (; at < line.length; at++) if (![10, 13, 32, 96].includes(line[at]!)) throw fail('Trailing garbage');
  return out;
}
