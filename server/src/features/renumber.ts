import { rekeyRemarks, type NewKeys } from '../edits/rekey.ts';
import { numberRemarks } from '../render/numbering.ts';
import { inFormOrder } from '../sheet/citations.ts';
import type { RemarkEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { byNumber, isRemarkNumber } from '../sheet/remarks.ts';
import { fold } from '../text/fold.ts';
import { nameIn } from '../text/name-in.ts';
import { hasUnreadKeys } from './places.ts';

/**
 * Numbers the numbered remarks anew, from 1, in the order in which the form's rows first cite them, those that no row
 * cites last; the table follows. Names stay, and a number that is cited in vain is left out.
 * @returns nothing where all is in order, and where the outcome would be unsure
 */
export function renumberRemarks(sheet: Sheet): Edit[] {
  const isNumbered = (entry: RemarkEntry): boolean => isRemarkNumber(entry.id);
  const citing = [...inFormOrder(sheet), ...sheet.answers.filter((entry) => sheet.form && !entry.row)];
  const cites = citing.flatMap((entry) => entry.cites);
  const cited = cites.flatMap(({ entry }) => (entry && isNumbered(entry) ? entry : []));
  const others = sheet.remarks.filter(isNumbered).sort((a, b) => byNumber(a.id, b.id));
  const vain = new Set(cites.filter(({ entry }) => !entry).map(({ text }) => fold(text.value)));
  const keys = new Map<RemarkEntry, string>();
  let number = 0;
  for (const entry of new Set([...cited, ...others])) {
    do number++; while (vain.has(String(number)));
    if (entry.id !== String(number)) keys.set(entry, String(number));
  }
  return rekeyed(sheet, keys);
}

/**
 * Makes numbers of the names of remarks: those that they are printed with.
 * @returns nothing where no remark has a name, and where the outcome would be unsure
 */
export function numberNamedRemarks(sheet: Sheet): Edit[] {
  const named = sheet.remarks.filter((entry) => !isRemarkNumber(entry.id));
  if (named.length === 0) return [];
  const numbers = new Map(numberRemarks(sheet).table.map(({ span, number }) => [span, number]));
  return rekeyed(sheet, new Map(named.flatMap((entry) => {
    const number = numbers.get(entry.span);
    return number === undefined ? [] : [[entry, number] as const];
  })));
}

/**
 * Makes names of the numbers of remarks: what their texts begin with. A text that begins with no name keeps its number.
 * @returns nothing where the outcome would be unsure
 */
export function nameNumberedRemarks(sheet: Sheet): Edit[] {
  const taken = new Set([...sheet.remarks.map(({ id }) => id), ...sheet.answers.flatMap(({ cites }) => cites.map(({ text }) => fold(text.value)))]);
  const keys = new Map<RemarkEntry, string>();
  /** By name, the number behind it that is tried next. */
  const next = new Map<string, number>();
  for (const entry of sheet.remarks) {
    const begins = isRemarkNumber(entry.id) ? nameIn(entry.text?.value ?? '') : '';
    if (begins === '' || isRemarkNumber(fold(begins))) continue;
    let name = begins;
    let count = next.get(begins) ?? 2;
    while (taken.has(fold(name))) name = `${begins}${count++}`;
    next.set(begins, count);
    taken.add(fold(name));
    keys.set(entry, name);
  }
  return rekeyed(sheet, keys, false);
}

/**
 * Gives remarks other keys.
 * @param sorted whether the table is to follow its numbers
 * @returns nothing where the outcome would be unsure
 */
export function rekeyed(sheet: Sheet, keys: NewKeys, sorted = true): Edit[] {
  const written = sheet.remarks.map(({ key }) => fold(key.value));
  // Of two entries with one key it is for a person to say which is meant.
  if (new Set(written).size < written.length || hasUnreadKeys(sheet)) return [];
  return rekeyRemarks(sheet, keys, sorted) ?? [];
}
