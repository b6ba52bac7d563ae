/**
 * Namespaces: which URI a prefix stands for, element by element.
 * Spec: https://www.w3.org/TR/xml-names/
 */
import { XmlFailure } from './errors.js';
import type { XmlEvents } from './events.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** What may stand in a URI, and so does not separate it from a name safely enough. */
const IN_URI = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/;

/** What an element changed: undone at its end. */
export interface Binding {
  readonly prefix: string;
  readonly before: string | undefined;
}

export class Namespaces {
  /** The empty prefix is the default namespace's. */
  private readonly uris = new Map<string, string>([['xml', XML]]);
  /** Names are written with their prefix at the end. */
  keepsPrefixes = false;

  /** @param separator between the URI and the name */
  constructor(
    readonly separator: string,
    private readonly events: XmlEvents,
  ) {}

  /** Binds what `xmlns` or `xmlns:prefix` (the prefix then) of a tag at `at` says. */
  bind(prefix: string, uri: string, at: number): Binding {
    this.check(prefix, uri, at);
    const before = this.uris.get(prefix);
    if (uri === '') this.uris.delete(prefix);
    else this.uris.set(prefix, uri);
    this.events.startNamespace?.(prefix || null, uri || null);
    return { prefix, before };
  }

  private check(prefix: string, uri: string, at: number): void {
    if (uri === '' && prefix !== '') throw new XmlFailure('UNDECLARING_PREFIX', at);
    if (prefix === 'xmlns') throw new XmlFailure('RESERVED_PREFIX_XMLNS', at);
    if ((prefix === 'xml') !== (uri === XML)) {
      throw new XmlFailure(prefix === 'xml' ? 'RESERVED_PREFIX_XML' : 'RESERVED_NAMESPACE_URI', at);
    }
    if (uri === XMLNS) throw new XmlFailure('RESERVED_NAMESPACE_URI', at);
    const { separator } = this;
    if (separator !== '' && uri.includes(separator) && !IN_URI.test(separator)) throw new XmlFailure('SYNTAX', at);
  }

  /** Undoes an element's bindings, the last one first. */
  unbind(bindings: readonly Binding[]): void {
    for (let i = bindings.length - 1; i >= 0; i--) {
      const { prefix, before } = bindings[i]!;
      this.events.endNamespace?.(prefix || null);
      if (before === undefined) this.uris.delete(prefix);
      else this.uris.set(prefix, before);
    }
  }

  /** The name with its URI. A name of an attribute without a prefix is in no namespace. */
  expand(name: string, isAttribute: boolean, at: number): string {
    const colon = name.indexOf(':');
    if (colon < 0 && isAttribute) return name;
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const uri = this.uris.get(prefix);
    if (uri === undefined) {
      if (colon < 0) return name;
      throw new XmlFailure('UNBOUND_PREFIX', at);
    }
    const { separator } = this;
    const full = uri + separator + name.slice(colon + 1);
    return this.keepsPrefixes && colon >= 0 && separator !== '' ? full + separator + prefix : full;
  }

  /** What two attributes with prefixes may not have in common. */
  key(name: string): string {
    const colon = name.indexOf(':');
    return `${this.uris.get(name.slice(0, colon))} ${name.slice(colon + 1)}`;
  }

  /** The bindings as a parser of an external entity gets them: `prefix=uri`. */
  context(): string[] {
    return [...this.uris].map(([prefix, uri]) => `${prefix}=${uri}`);
  }

  /** Takes over a binding of `context`. */
  inherit(binding: string): void {
    const equals = binding.indexOf('=');
    this.uris.set(binding.slice(0, equals), binding.slice(equals + 1));
  }
}
