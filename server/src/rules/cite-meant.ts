import { writeScalar } from '../edits/scalar.ts';
import type { Fix } from '../lint/rule.ts';
import type { Cite, Sheet } from '../sheet/model.ts';
import { isRemarkNumber } from '../sheet/remarks.ts';
import { fold } from '../text/fold.ts';
import { meant } from '../text/nearest.ts';

/**
 * What somebody most likely means who writes more than a key where remarks are cited: several keys in one text, a key
 * with what stands before it on the form (備考1), or a word for none.
 * @param alone whether it is the only one that the row cites
 * @returns one fix; nothing where it may as well be a text
 */
export function citeMeant(sheet: Sheet, { text }: Cite, alone: boolean): Fix | undefined {
  const { dialect } = sheet.catalogue;
  const keys = sheet.remarks.map(({ id }) => id);
  const written = text.value.trim();
  const replaced = (by: string): Fix['edits'] => [{ span: text.span, text: by }];
  const none = dialect.noRemark.at(-1)!;
  if (alone && dialect.noRemarkMeant.includes(fold(written).toLowerCase())) return { title: { key: 'fix.cite-none', args: { none } }, edits: replaced(none), preferred: true };
  const parts = written.split(new RegExp(`[,・\\s${dialect.punctuation.comma}]+`)).flatMap((part) => sheet.remark(part)?.id ?? rangeIn(fold(part), keys));
  if (parts.length > 1 && parts.every((part) => isRemarkNumber(part) || keys.includes(part))) {
    const items = parts.map((part) => writeScalar(part, 'flow')).join(', ');
    return { title: { key: 'fix.make-list' }, edits: replaced(alone ? `[${items}]` : items), preferred: true };
  }
  const key = isRemarkNumber(fold(written)) ? undefined : meant(written, keys);
  return key === undefined ? undefined : { title: { key: 'fix.cite-this', args: { remark: key } }, edits: replaced(writeScalar(key, 'flow')), preferred: true };
}

/** @returns the numbers that `1～3` names, where there is a remark for each; else the text itself */
function rangeIn(text: string, keys: string[]): string[] {
  const [, from, to] = /^(\d{1,4})～(\d{1,4})$/.exec(text) ?? [];
  if (from === undefined || Number(to) <= Number(from) || Number(to) - Number(from) >= keys.length) return [text];
  const numbers = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => String(Number(from) + at));
  return numbers.every((number) => keys.includes(number)) ? numbers : [text];
}
