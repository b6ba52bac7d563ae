/**
 * Parameters `*args` and `**kwargs` that a function only hands on (`f(*args, **kwargs)`), as decorators do: no tuple and no
 * dict has to be made of them.
 */
import type * as ast from '../../parser/ast.js';

type AnyNode = { readonly type: string } & Record<string, any>;

/** Is every mention of `name` in the body the whole of a `*name` (or, for keywords, a `**name`) in a call? */
export function isRelayed(name: string, body: readonly AnyNode[], isKeywords: boolean): boolean {
  const relays = (node: ast.Call): ast.Expr[] =>
    isKeywords
      ? node.keywords.filter((k) => k.arg === null).map((k) => k.value)
      : node.args.flatMap((arg) => (arg.type === 'Starred' ? [arg.value] : []));
  const isName = (e: ast.Expr): boolean => e.type === 'Name' && e.id === name;
  const allowed = new Set<unknown>();
  let found = 0;
  const visit = (value: unknown): boolean => {
    if (value === null || typeof value !== 'object') return value !== name;
    if (Array.isArray(value)) return value.every(visit);
    const node = value as AnyNode;
    if (node.type === 'Call') for (const e of relays(node as unknown as ast.Call)) if (isName(e)) allowed.add(e);
    if (allowed.has(node)) {
      found++;
      return true;
    }
    return Object.values(node).every(visit);
  };
  return body.every(visit) && found > 0;
}
