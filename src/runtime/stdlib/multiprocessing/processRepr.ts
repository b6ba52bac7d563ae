/** How a process shows itself. */
import { constants } from 'node:os';
import { getAttr } from '../../object/attributes.js';
import { callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { type Py } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { typeOf } from '../../object/typeof.js';
import { pid } from './support.js';
function exitName(code: number): string {
  if (code >= 0) return String(code);
  for (const [name, signal] of Object.entries(constants.signals))
    if (signal === -code && !name.includes('_')) return `-${name}`;
  return String(code);
}

function status(self: Py, isCurrent: boolean): { text: string; code: number | null } {
  if (isCurrent) return { text: 'started', code: null };
  if (rt.dialect === 3 && truthy(getAttr(self, '_closed'))) return { text: 'closed', code: null };
  if (getAttr(self, '_parent_pid') !== pid()) return { text: 'unknown', code: null };
  const popen = getAttr(self, '_popen');
  if (popen === null) return { text: 'initial', code: null };
  const code = callMethod(popen, 'poll') as number | null;
  return { text: code === null ? 'started' : 'stopped', code };
}

/** `repr` of a process: its name, whose child it is, how far it is. */
export function reprProcess(self: Py, isCurrent: boolean, isDaemon: () => boolean): string {
  const { text, code } = status(self, isCurrent);
  const name = getAttr(self, '_name');
  if (rt.dialect === 2) {
    const how = code === null || code === 0 ? '' : `[${exitName(code).replace(/^-(?=S)/, '')}]`;
    return `<${typeOf(self).name}(${str(name)}, ${text}${how}${isDaemon() ? ' daemon' : ''})>`;
  }
  const parts = [typeOf(self).name, `name=${repr(name)}`];
  const popen = getAttr(self, '_popen');
  if (popen !== null) parts.push(`pid=${str(getAttr(popen, 'pid'))}`);
  parts.push(`parent=${str(getAttr(self, '_parent_pid'))}`, text);
  if (code !== null) parts.push(`exitcode=${exitName(code)}`);
  if (isDaemon()) parts.push('daemon');
  return `<${parts.join(' ')}>`;
}
