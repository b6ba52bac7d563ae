/** What a parser tells its user. A function is there only if it is wanted: what nobody takes goes to `raw`. */

/** Type, quantifier, name and children, as the `model` module numbers them. */
export interface ContentModel {
  type: number;
  quantifier: number;
  name: string | null;
  children: ContentModel[];
}

type Text = string | null;

export interface XmlEvents {
  /** Names and values in turn; the first `written` of them stand in the document, the others are defaults. */
  startElement?: ((name: string, attributes: readonly string[], written: number) => void) | undefined;
  endElement?: ((name: string) => void) | undefined;
  characters?: ((text: string) => void) | undefined;
  instruction?: ((target: string, data: string) => void) | undefined;
  comment?: ((text: string) => void) | undefined;
  startSection?: (() => void) | undefined;
  endSection?: (() => void) | undefined;
  startNamespace?: ((prefix: Text, uri: Text) => void) | undefined;
  endNamespace?: ((prefix: Text) => void) | undefined;
  /** `standalone` is -1 where it is not said. */
  xmlDeclaration?: ((version: Text, encoding: Text, standalone: -1 | 0 | 1) => void) | undefined;
  startDoctype?: ((name: string, systemId: Text, publicId: Text, hasSubset: number) => void) | undefined;
  endDoctype?: (() => void) | undefined;
  elementDeclaration?: ((name: string, model: ContentModel) => void) | undefined;
  attributeDeclaration?:
    | ((element: string, name: string, type: string, value: Text, required: number) => void)
    | undefined;
  entityDeclaration?:
    | ((
        name: string,
        isParameter: number,
        value: Text,
        base: Text,
        system: Text,
        publicId: Text,
        notation: Text,
      ) => void)
    | undefined;
  unparsedEntity?: ((name: string, base: Text, system: Text, publicId: Text, notation: Text) => void) | undefined;
  notation?: ((name: string, base: Text, system: Text, publicId: Text) => void) | undefined;
  /** False ends the parsing. */
  notStandalone?: (() => boolean) | undefined;
  /** False ends the parsing. */
  externalEntity?: ((context: Text, base: Text, system: Text, publicId: Text) => boolean) | undefined;
  skippedEntity?: ((name: string, isParameter: number) => void) | undefined;
  /** What no other function takes, as it is written. */
  raw?: ((text: string) => void) | undefined;
  /** Whether references to the document's own entities are replaced though there is `raw`. */
  expands: boolean;
}
