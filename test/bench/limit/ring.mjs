/** A queue in shared memory for any number of writers and readers. */
import { LOOKS, Mutex, sharedWords } from './sync.mjs';

/** Words of the state: bytes ever read and written, modulo 2 ** 32; who sleeps for a change of them; two locks. */
const [READ, WRITTEN, READERS, WRITERS, READ_LOCK, WRITE_LOCK] = [0, 1, 2, 3, 4, 5];
/** A record's head is two words: one of these kinds and the length in bytes. A gap fills up the end of the ring. */
const [NUMBER, TEXT, JSON_TEXT, GAP] = [0, 1, 2, 3];
const HEAD = 8;
const SIZE = 1 << 18;

export class Ring {
  #state;
  #words;
  #numbers;
  #bytes;
  #readLock;
  #writeLock;

  /** @param memory another thread's ring's, for its other end. */
  constructor(memory = { state: sharedWords(6), data: new SharedArrayBuffer(SIZE) }) {
    this.memory = memory;
    this.#state = memory.state;
    this.#words = new Int32Array(memory.data);
    this.#numbers = new Float64Array(memory.data);
    this.#bytes = Buffer.from(memory.data);
    this.#readLock = new Mutex(memory.state, READ_LOCK);
    this.#writeLock = new Mutex(memory.state, WRITE_LOCK);
  }

  /** A number, a text, or what JSON can say, shorter than the ring. */
  put(value) {
    const isNumber = typeof value === 'number';
    const isText = typeof value === 'string';
    const text = isNumber ? '' : isText ? value : JSON.stringify(value);
    const length = isNumber ? 8 : Buffer.byteLength(text);
    this.#writeLock.lock();
    const at = this.#reserve(isNumber ? NUMBER : isText ? TEXT : JSON_TEXT, length);
    if (isNumber) this.#numbers[at >> 3] = value;
    else this.#bytes.utf8Write(text, at, length);
    this.#move(WRITTEN, length, READERS);
    this.#writeLock.unlock();
  }

  /** The oldest that was put; waits for it. */
  get() {
    this.#readLock.lock();
    let at = this.#oldest();
    while (this.#words[at >> 2] === GAP) {
      this.#move(READ, this.#words[(at >> 2) + 1], WRITERS);
      at = this.#oldest();
    }
    const kind = this.#words[at >> 2];
    const length = this.#words[(at >> 2) + 1];
    const start = at + HEAD;
    const value = kind === NUMBER ? this.#numbers[start >> 3] : this.#bytes.utf8Slice(start, start + length);
    this.#move(READ, length, WRITERS);
    this.#readLock.unlock();
    return kind === JSON_TEXT ? JSON.parse(value) : value;
  }

  /** Writes the head of a record and says where its content goes: in one piece. */
  #reserve(kind, length) {
    const rest = SIZE - (this.#state[WRITTEN] & (SIZE - 1));
    if (rest < recordSize(length)) {
      this.#head(GAP, rest - HEAD);
      this.#move(WRITTEN, rest - HEAD, READERS);
    }
    return this.#head(kind, length);
  }

  #head(kind, length) {
    const state = this.#state;
    const written = state[WRITTEN];
    for (;;) {
      const read = Atomics.load(state, READ);
      if (((written - read) | 0) + recordSize(length) <= SIZE) break;
      this.#sleep(READ, read, WRITERS);
    }
    const at = written & (SIZE - 1);
    this.#words[at >> 2] = kind;
    this.#words[(at >> 2) + 1] = length;
    return at + HEAD;
  }

  #oldest() {
    const read = this.#state[READ];
    while (Atomics.load(this.#state, WRITTEN) === read) this.#sleep(WRITTEN, read, READERS);
    return read & (SIZE - 1);
  }

  /** A record has been read or written: the other side may go on. */
  #move(position, length, sleepers) {
    Atomics.add(this.#state, position, recordSize(length));
    if (Atomics.load(this.#state, sleepers) > 0) Atomics.notify(this.#state, position);
  }

  #sleep(position, old, sleepers) {
    for (let look = 0; look < LOOKS; look++) if (Atomics.load(this.#state, position) !== old) return;
    Atomics.add(this.#state, sleepers, 1);
    Atomics.wait(this.#state, position, old);
    Atomics.sub(this.#state, sleepers, 1);
  }
}

const recordSize = (length) => (HEAD + length + 7) & ~7;
