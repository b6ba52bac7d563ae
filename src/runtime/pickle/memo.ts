/** What a pickler has numbered, by identity, texts by what they say. A small pickle needs no `Map` for it. */
import { moduleState } from '../object/context.js';
import { SHORT_TEXT, TextNumbers } from './textNumbers.js';

/** Up to so many are looked through one by one. */
const FEW = 32;

/** The table of texts that is free, shared by the picklers of a process. */
const spare = () => moduleState<{ texts: TextNumbers | undefined }>('_pickle.memo', () => ({ texts: undefined }));

const isShortText = (key: unknown): key is string => typeof key === 'string' && key.length <= SHORT_TEXT;

export class Memo {
  private keys: unknown[] = [];
  private numbers: number[] = [];
  private table: Map<unknown, number> | null = null;
  private texts: TextNumbers | null = null;

  get size(): number {
    const others = this.table === null ? this.keys.length : this.table.size;
    return this.texts === null ? others : this.texts.size + others;
  }

  get(key: unknown): number | undefined {
    if (isShortText(key)) {
      const at = this.findText(key);
      return at < 0 ? undefined : at;
    }
    return this.getOther(key);
  }

  private getOther(key: unknown): number | undefined {
    if (this.table !== null) return this.table.get(key);
    const { keys } = this;
    const at = keys.length === 0 ? -1 : keys.indexOf(key);
    return at < 0 ? undefined : this.numbers[at];
  }

  /** The number of a text of up to SHORT_TEXT characters, or -1; `addText` can follow then. */
  findText(text: string): number {
    return (this.texts ?? this.takeTexts()).find(text);
  }

  /** Gives the text that `findText` has just not found a number. */
  addText(text: string, number: number): void {
    this.texts!.add(text, number);
  }

  private takeTexts(): TextNumbers {
    const free = spare();
    this.texts = free.texts ?? new TextNumbers();
    free.texts = undefined;
    return this.texts;
  }

  has(key: unknown): boolean {
    return this.get(key) !== undefined;
  }

  set(key: unknown, number: number): void {
    if (isShortText(key)) (this.texts ?? this.takeTexts()).set(key, number);
    else this.setOther(key, number);
  }

  private setOther(key: unknown, number: number): void {
    if (this.table !== null) {
      this.table.set(key, number);
      return;
    }
    const at = this.keys.indexOf(key);
    if (at >= 0) this.numbers[at] = number;
    else this.add(key, number);
  }

  /** The same for an object that is known not to be there. */
  add(key: unknown, number: number): void {
    const { keys, numbers } = this;
    if (this.table !== null) this.table.set(key, number);
    else if (keys.length < FEW) {
      keys.push(key);
      numbers.push(number);
    } else {
      this.table = new Map();
      for (let i = 0; i < FEW; i++) this.table.set(keys[i], numbers[i]!);
      this.table.set(key, number);
    }
  }

  clear(): void {
    this.keys = [];
    this.numbers = [];
    this.table = null;
    this.texts = null;
  }

  /** The same once nobody asks any more: the next pickler takes the memory over. */
  release(): void {
    const { texts } = this;
    this.clear();
    if (texts?.clear()) spare().texts = texts;
  }
}
