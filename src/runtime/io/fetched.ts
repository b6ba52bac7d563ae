/** Bytes that were read before somebody asked for them, part by part in their order. An empty part is the end of the input. */

/** Takes bytes of the first part. Returns how many. */
export function takeFetched(parts: Uint8Array[], into: Uint8Array): number {
  const first = parts[0]!;
  const part = first.subarray(0, into.length);
  into.set(part);
  if (part.length === first.length) parts.shift();
  else parts[0] = first.subarray(part.length);
  return part.length;
}
