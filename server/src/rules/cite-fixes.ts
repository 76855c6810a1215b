import type { Fix } from '../lint/rule.ts';
import type { AnswerEntry, RemarkEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { shortened } from '../text/shortened.ts';

/** How many entries of the table are offered to be cited. */
const OFFERED = 9;

/** By row, for all that is found in it: one row may cite thousands, each of which is found missing. */
const offers = perSheet((sheet) => {
  const written = sheet.remarks.filter(({ text }) => text !== undefined);
  return new Map(sheet.answers.map((entry) => [entry, offersTo(entry, written)]));
});

/**
 * One fix for each entry of the table that has a text and that a row does not cite, for the first few of them.
 * @param cite makes the edits that cite the entry with this key
 */
export function citeFixes(sheet: Sheet, entry: AnswerEntry, cite: (key: string) => Edit[]): Fix[] {
  return (offers(sheet).get(entry) ?? []).map(({ id, text }) => (
    { title: { key: 'fix.cite-remark', args: { remark: id, text: shortened(text!.value) } }, edits: cite(id) }));
}

function offersTo(entry: AnswerEntry, written: readonly RemarkEntry[]): RemarkEntry[] {
  const cited = new Set(entry.cites.map((one) => one.entry?.id));
  const offered: RemarkEntry[] = [];
  for (const remark of written) {
    if (cited.has(remark.id)) continue;
    offered.push(remark);
    if (offered.length === OFFERED) break;
  }
  return offered;
}
