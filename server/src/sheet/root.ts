import { scanFlow } from './flow.ts';
import { findKey } from './key.ts';
import type { Line } from './lines.ts';
import { unquoted } from './quotes.ts';
import { isMapRole } from './roles.ts';
import type { ScanState } from './scan-state.ts';

/**
 * Whether a bracket at the sheet's beginning is a slip, and no sheet written in braces: nothing closes it,
 * or what follows is a sheet in lines.
 * @param start offset of the bracket
 */
export function isSlip(state: ScanState, start: number): boolean {
  const { text, roles, marks } = state;
  const scan = scanFlow(text, start, text.length, 'sheet', [], roles, marks);
  const from = scan.missing === '' ? scan.end : start;
  return text.slice(from).split(/\r\n|\n|\r/).slice(1).some((line) => {
    const key = findKey(line, 'sheet', roles, marks);
    return key !== undefined && roles.known('sheet', unquoted(key.text));
  });
}

/**
 * Whether the sheet's header is above and its answers or remarks come next, so that what stands between them only parts them.
 * @param above the lines above
 */
export function isBelowHeader(state: ScanState, above: readonly Line[]): boolean {
  if (above.some(({ role, valueRole }) => role === 'sheet' && valueRole !== undefined && isMapRole(valueRole))) return false;
  let ahead = 0;
  let next = state.peek();
  while (next && /^\s*(?:#|$)/.test(state.text.slice(next.start, next.end))) next = state.peek(++ahead);
  const key = next && findKey(state.text.slice(next.start, next.end), 'sheet', state.roles, state.marks);
  return key !== undefined && isMapRole(state.roles.child('sheet', unquoted(key.text)));
}
