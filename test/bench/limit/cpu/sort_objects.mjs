/** Sorting by keys, by several keys, and by the objects' own comparison. */
import { isMainThread } from 'node:worker_threads';
import { Pool, serve } from '../pool.mjs';
import { argument, list, quoted, tuple } from '../text.mjs';

class Card {
  constructor(rank, suit) {
    this.rank = rank;
    this.suit = suit;
    this.name = `${'CDHS'[suit]}${rank}`;
  }

  /** Below 0 if this card comes first. */
  compare(other) {
    return this.rank - other.rank || this.suit - other.suit;
  }
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function work(n) {
  const cards = [];
  let state = n;
  for (let i = 0; i < n; i++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    cards.push(new Card((state >>> 16) % 1000, (state >>> 12) % 4));
  }
  const byName = cards.toSorted((a, b) => byText(a.name, b.name));
  const byBoth = cards.toSorted((a, b) => b.suit - a.suit || a.rank - b.rank);
  const own = cards.toSorted((a, b) => a.compare(b));
  const backwards = Int32Array.from(cards, ({ rank }) => rank)
    .sort()
    .reverse();
  const most = cards.reduce((best, card) => (card.compare(best) > 0 ? card : best));
  const at = (part) => Math.floor(n / part);
  const [middle, third, quarter] = [byName[at(2)], byBoth[at(3)], own[at(4)]].map(({ name }) => quoted(name));
  return [middle, third, quarter, backwards[at(5)], quoted(most.name)];
}

if (isMainThread) {
  const size = argument(120000);
  const pool = new Pool(import.meta.url);
  const results = await pool.map([size, size + 1]);
  console.log(list(results.map(tuple)));
  pool.close();
} else serve(work);
