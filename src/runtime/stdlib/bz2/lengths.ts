/** Lengths of Huffman codes as bzip2 finds them: the same ones, so that the compressed bytes are the same. */

/** The length of each symbol's code, none over `longest`. */
export function codeLengths(counts: ArrayLike<number>, longest: number): number[] {
  let weights = Array.from(counts, (count) => (count === 0 ? 1 : count) * 256);
  for (;;) {
    const lengths = treeDepths(weights);
    if (lengths.every((length) => length <= longest)) return lengths;
    // Weights that are more alike make a tree that is less deep.
    weights = weights.map((weight) => (1 + Math.floor(Math.floor(weight / 256) / 2)) * 256);
  }
}

/** A weight's low byte is the depth of what is below it: of equal weights the less deep one is taken first. */
function joined(a: number, b: number): number {
  const [low, high] = [a % 256, b % 256];
  return a - low + (b - high) + 1 + Math.max(low, high);
}

function treeDepths(leaves: readonly number[]): number[] {
  const size = leaves.length;
  const weights = [0, ...leaves];
  const parents = new Array<number>(2 * size + 2).fill(-1);
  const heap = new Heap(weights);
  for (let node = 1; node <= size; node++) heap.add(node);
  for (let node = size + 1; heap.size > 1; node++) {
    const [first, second] = [heap.take(), heap.take()];
    parents[first] = parents[second] = node;
    weights[node] = joined(weights[first]!, weights[second]!);
    heap.add(node);
  }
  return leaves.map((_, i) => {
    let depth = 0;
    for (let node = i + 1; parents[node]! >= 0; node = parents[node]!) depth++;
    return depth;
  });
}

/** Nodes, the lightest one on top. */
class Heap {
  private readonly nodes = [0];
  constructor(private readonly weights: readonly number[]) {}

  get size(): number {
    return this.nodes.length - 1;
  }

  add(node: number): void {
    const { nodes, weights } = this;
    let at = nodes.push(node) - 1;
    for (; at > 1 && weights[node]! < weights[nodes[at >> 1]!]!; at >>= 1) nodes[at] = nodes[at >> 1]!;
    nodes[at] = node;
  }

  take(): number {
    const { nodes, weights } = this;
    const top = nodes[1]!;
    const node = nodes.pop()!;
    if (nodes.length === 1) return top;
    const last = nodes.length - 1;
    let at = 1;
    for (let below = 2; below <= last; below = at * 2) {
      if (below < last && weights[nodes[below + 1]!]! < weights[nodes[below]!]!) below++;
      if (weights[node]! < weights[nodes[below]!]!) break;
      nodes[at] = nodes[below]!;
      at = below;
    }
    nodes[at] = node;
    return top;
  }
}
