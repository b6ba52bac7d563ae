/** What a document's type declares. */

export interface Entity {
  readonly name: string;
  /** What stands for it; null for one outside of the document. */
  readonly text: string | null;
  readonly base: string | null;
  readonly systemId: string | null;
  readonly publicId: string | null;
  notation: string | null;
  /** Declared in the document itself, outside of entities. */
  readonly isInternal: boolean;
  /** Being read: a reference to it is one to itself. */
  isOpen: boolean;
}

export interface AttributeDefault {
  readonly name: string;
  readonly isCdata: boolean;
  /** The value if none is written; null if there is none. */
  readonly value: string | null;
}

export class Dtd {
  readonly entities = new Map<string, Entity>();
  readonly parameters = new Map<string, Entity>();
  /** Attributes of elements, in the order of their declaration. */
  readonly attributes = new Map<string, Map<string, AttributeDefault>>();
  standalone = false;
  /** Something may be declared where it was not read: then an unknown entity is no error. */
  hasUnread = false;
  /** Declarations count: all those before them were read. */
  keepsProcessing = true;
  /** Set when a parameter entity outside of the document was read. */
  wasParameterRead = false;

  /** The first declaration of an attribute counts. */
  defineAttribute(element: string, attribute: AttributeDefault): void {
    let known = this.attributes.get(element);
    if (known === undefined) this.attributes.set(element, (known = new Map()));
    if (!known.has(attribute.name)) known.set(attribute.name, attribute);
  }
}
