/** Keys as they are written, with what follows them: the same few come again and again, in one text and in the next. */

/** So many are kept. */
const MOST = 1000;
/** Longer ones are not. */
const LONGEST = 64;

export class QuotedKeys {
  private readonly known = new Map<string, string>();
  private quote: ((text: string) => string) | null = null;
  private separator = '';

  /** The key, quoted, and the separator. Others than last time begin anew. */
  written(name: string, quote: (text: string) => string, separator: string): string {
    if (quote !== this.quote || separator !== this.separator) this.begin(quote, separator);
    return this.known.get(name) ?? this.add(name, quote(name) + separator);
  }

  private begin(quote: (text: string) => string, separator: string): void {
    this.known.clear();
    this.quote = quote;
    this.separator = separator;
  }

  private add(name: string, text: string): string {
    if (name.length > LONGEST) return text;
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(name, text);
    return text;
  }
}
