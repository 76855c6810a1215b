import { writeScalar } from '../edits/scalar.ts';
import type { Fix } from '../lint/rule.ts';
import type { Cite, Sheet } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { isRemarkNumber } from '../sheet/remarks.ts';
import { fold } from '../text/fold.ts';
import { meaning } from '../text/nearest.ts';

const remarksOf = perSheet((sheet) => {
  const ids = sheet.remarks.map(({ id }) => id);
  return { keys: new Set(ids), meant: meaning(ids) };
});

/**
 * What somebody most likely means who writes more than a key where remarks are cited: several keys in one text, a key
 * with what stands before it on the form (備考1), or a word for none.
 * @param alone whether it is the only one that the row cites
 * @returns one fix; nothing where it may as well be a text
 */
export function citeMeant(sheet: Sheet, { text }: Cite, alone: boolean): Fix | undefined {
  const { dialect } = sheet.catalogue;
  const { keys, meant } = remarksOf(sheet);
  /** A list cites each remark once: what names more of them than there are is none. */
  let left = keys.size;
  const written = text.value.trim();
  const replaced = (by: string): Fix['edits'] => [{ span: text.span, text: by }];
  const none = dialect.noRemark.at(-1)!;
  if (alone && dialect.noRemarkMeant.includes(fold(written).toLowerCase())) return { title: { key: 'fix.cite-none', args: { none } }, edits: replaced(none), preferred: true };
  const parts = written.split(new RegExp(`[,・\\s${dialect.punctuation.comma}]+`)).flatMap((part) => {
    const members = sheet.remark(part)?.id ?? rangeIn(fold(part), keys, left);
    if (typeof members !== 'string') left -= members.length;
    return members;
  });
  if (parts.length > 1 && parts.every((part) => isRemarkNumber(part) || keys.has(part))) {
    const items = parts.map((part) => writeScalar(part, 'flow')).join(', ');
    return { title: { key: 'fix.make-list' }, edits: replaced(alone ? `[${items}]` : items), preferred: true };
  }
  const key = isRemarkNumber(fold(written)) ? undefined : meant(written);
  return key === undefined ? undefined : { title: { key: 'fix.cite-this', args: { remark: key } }, edits: replaced(writeScalar(key, 'flow')), preferred: true };
}

/** @returns the numbers that `1～3` names, where there is a remark for each and they are no more than `most`; else the text itself */
function rangeIn(text: string, keys: ReadonlySet<string>, most: number): string | string[] {
  const [, from, to] = /^(\d{1,4})～(\d{1,4})$/.exec(text) ?? [];
  if (from === undefined || Number(to) <= Number(from) || Number(to) - Number(from) >= most) return text;
  const numbers = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at));
  return numbers.every((number) => keys.has(number)) ? numbers : text;
}
