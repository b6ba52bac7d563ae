/** Methods of `str` that search: find, index, count, startswith, replace and their like. */
import { TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyStrBox, PyTuple } from '../object/values.js';
import { flat } from '../text/flat.js';
import { removePrefix, removeSuffix } from '../text/strMethods.js';
import { count, endsWith, find, replace, rfind, startsWith } from '../text/strSearch.js';
import { checkLength, endArg, selfText, sizeArg, startArg, textArg } from './strArgs.js';

/** Below this length a loop beats JavaScript's own ways to replace. */
const SHORT = 256;

const RANGE = '(sub, start=None, end=None, /)';

export const searchMembers = (): Members => ({
  find: method(RANGE, (self: Py, sub: Py, start: Py, end: Py) =>
    find(selfText(self, 'find'), textArg(sub, 'find() argument 1'), startArg(start), endArg(end)),
  ),
  rfind: method(RANGE, (self: Py, sub: Py, start: Py, end: Py) =>
    rfind(selfText(self, 'rfind'), textArg(sub, 'rfind() argument 1'), startArg(start), endArg(end)),
  ),
  index: method(RANGE, (self: Py, sub: Py, start: Py, end: Py) =>
    found(find(selfText(self, 'index'), textArg(sub, 'index() argument 1'), startArg(start), endArg(end))),
  ),
  rindex: method(RANGE, (self: Py, sub: Py, start: Py, end: Py) =>
    found(rfind(selfText(self, 'rindex'), textArg(sub, 'rindex() argument 1'), startArg(start), endArg(end))),
  ),
  count: method(RANGE, (self: Py, sub: Py, start: Py, end: Py) =>
    count(selfText(self, 'count'), textArg(sub, 'count() argument 1'), startArg(start), endArg(end)),
  ),
  startswith: method('(prefix, start=None, end=None, /)', (self: Py, prefix: Py, start: Py, end: Py) => {
    if (typeof self === 'string' && typeof prefix === 'string' && start === undefined) return self.startsWith(prefix);
    return matches(selfText(self, 'startswith'), prefix, start, end, 'startswith', startsWith);
  }),
  endswith: method('(suffix, start=None, end=None, /)', (self: Py, suffix: Py, start: Py, end: Py) => {
    if (typeof self === 'string' && typeof suffix === 'string' && start === undefined) return self.endsWith(suffix);
    return matches(selfText(self, 'endswith'), suffix, start, end, 'endswith', endsWith);
  }),
  replace: method('(old, new, /, count=-1)', (self: Py, old: Py, replacement: Py, limit: Py) => {
    const s = selfText(self, 'replace');
    const from = textArg(old, 'replace() argument 1');
    const to = textArg(replacement, 'replace() argument 2');
    const most = sizeArg(limit, -1);
    if (s.length < SHORT && most < 0 && from !== '') return replaceAll(s, from, to);
    if (to.length > from.length && s.length > 0x10000) checkGrowth(s, from, to, most);
    return replace(s, from, to, most);
  }),
  removeprefix: method('(prefix, /)', (self: Py, prefix: Py) =>
    removePrefix(selfText(self, 'removeprefix'), textArg(prefix, 'removeprefix() argument')),
  ),
  removesuffix: method('(suffix, /)', (self: Py, suffix: Py) =>
    removeSuffix(selfText(self, 'removesuffix'), textArg(suffix, 'removesuffix() argument')),
  ),
});

function found(at: number): number {
  if (at < 0) throw ValueError('substring not found');
  return at;
}

function replaceAll(s: string, from: string, to: string): string {
  let at = s.indexOf(from);
  if (at < 0) return s;
  let result = '';
  let done = 0;
  while (at >= 0) {
    result += s.slice(done, at) + to;
    done = at + from.length;
    at = s.indexOf(from, done);
  }
  return flat(result + s.slice(done));
}

function checkGrowth(s: string, from: string, to: string, most: number): void {
  const times = count(s, from);
  checkLength(s.length + (most < 0 ? times : Math.min(times, most)) * (to.length - from.length));
}

type Test = (s: string, part: string, start: number, end: number) => boolean;

/** startswith and endswith: one str or a tuple of them. */
function matches(s: string, part: Py, start: Py, end: Py, name: string, test: Test): boolean {
  const from = startArg(start);
  const to = endArg(end);
  if (part instanceof PyTuple) {
    return part.items.some((item) => test(s, tupleItem(item, name), from, to));
  }
  if (typeof part === 'string') return test(s, part, from, to);
  if (part instanceof PyStrBox) return test(s, part.value, from, to);
  throw TypeError(`${name} first arg must be str or a tuple of str, not ${typeOf(part).name}`);
}

function tupleItem(item: Py, name: string): string {
  if (typeof item === 'string') return item;
  if (item instanceof PyStrBox) return item.value;
  throw TypeError(`tuple for ${name} must only contain str, not ${typeOf(item).name}`);
}
