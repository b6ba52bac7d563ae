/**
 * Texts that were printed from a tree which a program has made. A tree can say more than a text: names that are no identifiers, and nodes
 * that stand anywhere. So such a source has three parts: blank lines that are as long as the places in the tree want, what is to be put
 * back into the tree that the parser makes of the text, and the text.
 */
import type * as ast from './ast.js';

/** A node of the given tree: its type, [start, end) in the blank lines if it has a place, and its fields that are nodes. */
export interface Place {
  readonly type: string;
  readonly at?: readonly [start: number, end: number];
  readonly fields?: Readonly<Record<string, Place | readonly (Place | null)[]>>;
}

export interface PrintedTree {
  /** Blank lines. */
  readonly layout: string;
  /** Names in the text, and those that they stand for. */
  readonly names: readonly (readonly [printed: string, name: string])[];
  readonly root: Place;
  readonly text: string;
}

/** Between the parts, in printed.ts too. No text that `compile` is given has it: Python refuses null characters. */
const MARK = '\0tree\0';

/** The parts of a source that the runtime has made of a tree (src/runtime/stdlib/ast/printed.ts); null for any other. */
export function printedTree(source: string): PrintedTree | null {
  const parts = source.split(MARK);
  if (parts.length !== 3) return null;
  const [names, root] = JSON.parse(parts[1]!) as [PrintedTree['names'], Place];
  return { layout: parts[0]!, names, root, text: parts[2]! };
}

/** What the parser has made of the text, with the names and places of the tree that it was printed from. */
export function restored(module: ast.Mod, { names, root }: PrintedTree): ast.Mod {
  const nameOf = new Map(names);
  return restore(module, root, [0, 0]) as ast.Mod;

  function restore(value: unknown, place: Place | undefined, around: readonly [number, number]): unknown {
    if (typeof value === 'string') return nameOf.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => restore(item, undefined, around));
    if (typeof value !== 'object' || value === null || !('type' in value)) return value;
    // Where the text reads as another tree (a negative number), what is below stands where the node stood.
    const same = place?.type === value.type ? place : undefined;
    const at = same?.at ?? place?.at ?? around;
    const made: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(value)) {
      if (key === 'type') made[key] = field;
      else if (key === 'start' || key === 'end') made[key] = at[key === 'start' ? 0 : 1];
      else made[key] = restoreField(field, same?.fields?.[key], at);
    }
    return made;
  }

  function restoreField(
    field: unknown,
    place: Place | readonly (Place | null)[] | undefined,
    at: readonly [number, number],
  ) {
    if (!Array.isArray(field))
      return restore(field, Array.isArray(place) ? undefined : (place as Place | undefined), at);
    const places = Array.isArray(place) && place.length === field.length ? (place as readonly (Place | null)[]) : [];
    return field.map((item, i) => restore(item, places[i] ?? undefined, at));
  }
}
