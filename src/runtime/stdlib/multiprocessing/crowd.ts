/**
 * When it is looked for pools, executors and managers that the program has forgotten without having ended them.
 *
 * In CPython they end when nothing refers to them any more, and their processes with them. Nothing tells us when that happens. Before
 * one of them gets processes while many others run, it is worth a collection to know whose are wanted still: a thread costs more.
 */
import { moduleState } from '../../object/context.js';
import { endings } from '../../object/endings.js';
import { findAttr } from '../../object/attributes.js';
import { PyPopen } from './popen.js';
import { mp } from './state.js';

/** So many children may run before it is looked for the first time. */
const FEW = 4;

const limit = () => moduleState('limit of children', () => ({ children: FEW }));

/** Number of children that have begun and that nobody has found ended. */
function running(): number {
  let count = 0;
  for (const child of mp().children.keyList()) {
    const popen = findAttr(child, '_popen');
    if (popen instanceof PyPopen && !popen.isHeld && popen.poll() === null) count++;
  }
  return count;
}

/** Ends what has been forgotten where many children run. */
export function makeRoom(): void {
  const most = limit();
  if (mp().children.size < most.children || running() < most.children) return;
  endings().lookNow();
  most.children = Math.max(FEW, 2 * running());
}
