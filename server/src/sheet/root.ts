import { scanFlow } from './flow.ts';
import { findKey } from './key.ts';
import { unquoted } from './quotes.ts';
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
