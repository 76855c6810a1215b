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
  return sheet.remarks.filter((remark) => remark.text && !taken.includes(remark.id)).slice(0, OFFERED).map((remark) => ({
    title: { key: 'fix.cite-remark', args: { remark: remark.id, text: shortened(remark.text!.value) } }, edits: cite(remark.id),
  }));
}
