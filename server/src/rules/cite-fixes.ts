import type { Fix } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { shortened } from '../text/shortened.ts';

/** How many entries of the table are offered to be cited. */
const OFFERED = 9;

/**
 * One fix for each entry of the table that has a text.
 * @param taken the keys that are cited already
 * @param cite makes the edits that cite the entry with this key
 */
export function citeFixes(sheet: Sheet, taken: readonly string[], cite: (key: string) => Edit[]): Fix[] {
  const cited = new Set(taken);
  const fixes: Fix[] = [];
  for (const { id, text } of sheet.remarks) {
    if (!text || cited.has(id)) continue;
    fixes.push({ title: { key: 'fix.cite-remark', args: { remark: id, text: shortened(text.value) } }, edits: cite(id) });
    if (fixes.length === OFFERED) break;
  }
  return fixes;
}
