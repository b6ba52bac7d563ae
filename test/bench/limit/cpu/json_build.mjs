/** Records built as objects, written as JSON, read back and summed up. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, quoted, tuple } from '../text.mjs';

function record(i) {
  return {
    id: i,
    name: `item-${String(i).padStart(5, '0')}`,
    tags: [3, 5, 7].map((k) => `t${i % k}`),
    price: Number((i * 1.25 + 0.1).toFixed(2)),
    size: { w: i % 40, h: i % 30 },
    note: i % 4 === 0 ? 'quoted "text" \u00e9' : null,
  };
}

/** JSON with spaces, keys in order and nothing but ASCII, so that texts are as long as Python's. */
function write(value) {
  if (typeof value === 'string') return JSON.stringify(value).replace(/[^ -~]/g, escaped);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((name) => `"${name}": ${write(value[name])}`).join(', ')}}`;
}

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function work(n) {
  const text = write(Array.from({ length: n }, (_, i) => record(i)));
  const byTag = new Map();
  let area = 0;
  for (const { id, tags, size } of JSON.parse(text)) {
    area += size.w * size.h;
    for (const tag of tags) {
      const ids = byTag.get(tag);
      if (ids === undefined) byTag.set(tag, [id]);
      else ids.push(id);
    }
  }
  const first = [...byTag.keys()].sort().slice(0, 4);
  return [text.length, area, list(first.map((tag) => tuple([quoted(tag), byTag.get(tag).length])))];
}

if (isMainThread) {
  const size = argument(60000);
  const pool = new Pool(import.meta.url);
  for (const result of await pool.map([size, size + 1, size + 2, size + 3])) console.log(tuple(result));
  pool.close();
} else serve(work);
