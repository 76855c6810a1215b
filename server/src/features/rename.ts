import { rekeyRemarks } from '../edits/rekey.ts';
import type { Message } from '../l10n/translate.ts';
import type { RemarkEntry, Sheet, Span, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { isRemarkNumber, remarkId } from '../sheet/remarks.ts';
import { fold } from '../text/fold.ts';
import type { FeatureContext } from './context.ts';
import { resolveCursor } from './cursor.ts';
import { citePlaces, hasUnreadKeys, remarkPlaces } from './places.ts';
import { referenceAt } from './reference-at.ts';

/** Why something cannot be renamed, for the person who asked. */
export interface Refusal {
  refused: Message;
}

export interface Renamable {
  /** The name, without quotes. */
  span: Span;
  name: string;
}

interface Found extends Renamable {
  entry: RemarkEntry;
}

/** @returns the remark's key at the cursor, in the table or cited, or why there is nothing to rename */
export function prepareRename(context: FeatureContext, offset: number): Renamable | Refusal {
  const found = find(context, offset);
  return 'refused' in found ? found : { span: found.span, name: found.name };
}

/**
 * Gives the remark at the cursor another key, and every citation with it. A number that another remark has is swapped
 * with that one; a name that another remark has is refused.
 * @param newName as typed; a number may be full-width
 */
export function rename(context: FeatureContext, offset: number, newName: string): Edit[] | Refusal {
  const { sheet } = context;
  const found = find(context, offset);
  if ('refused' in found) return found;
  const key = remarkId(newName.trim());
  const refused = unfit(sheet, key) ?? taken(sheet, found.entry, key);
  if (refused) return { refused };
  const keys = new Map([[found.entry, key]]);
  const other = sheet.remark(key);
  if (other && other !== found.entry && !isSame(found.entry, key)) keys.set(other, found.entry.id);
  const concerned = new Set([...keys].flatMap(([entry, other]) => [fold(entry.id), fold(other)]));
  const edits = hasUnreadKeys(sheet, concerned) ? undefined : rekeyRemarks(sheet, keys);
  return edits ?? { refused: { key: 'rename.unreadable', args: { remark: found.entry.id } } };
}

function find(context: FeatureContext, offset: number): Found | Refusal {
  const { sheet } = context;
  const on = ({ span }: { span: Span }): boolean => span.start <= offset && offset <= span.end;
  const cite = sheet.answers.flatMap(({ cites }) => cites).find(({ text }) => on(text));
  const entry = cite ? cite.entry : sheet.remarks.find(({ key }) => on(key));
  const text = cite?.text ?? entry?.key;
  if (entry && text) return { entry, name: text.value, span: inner(sheet, text, offset) };
  const table = sheet.catalogue.dialect.sheet.remarks.key;
  const unread = remarkPlaces(sheet).find((place) => place.key === fold(cite?.text.value ?? '') || on(place)) ?? (cite ? undefined : citePlaces(sheet).find(on));
  if (unread) return { refused: { key: 'rename.unreadable', args: { remark: unread.key } } };
  if (cite) return { refused: { key: 'rename.dangling', args: { remark: cite.text.value, table } } };
  return { refused: { key: reason(sheet, offset), args: { table } } };
}

/** The key without its quotes, unless the cursor is on one of them. */
function inner(sheet: Sheet, { span }: Text, offset: number): Span {
  const isQuoted = /^["']/.test(sheet.document.getText().slice(span.start, span.end));
  return isQuoted && span.start < offset && offset < span.end ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** What stands at the cursor instead of a remark's key. */
function reason(sheet: Sheet, offset: number): Message['key'] {
  const cursor = resolveCursor(sheet, offset);
  if (referenceAt(sheet, cursor)) return 'rename.reference';
  switch (cursor.token.end > cursor.token.start ? cursor.subject.kind : 'none') {
    case 'question': return 'rename.question';
    case 'answer': return 'rename.answer';
    case 'answer-key':
    case 'sheet-key': return 'rename.key';
    default: return 'rename.nothing';
  }
}

/** Why no remark can have this key. */
function unfit(sheet: Sheet, key: string): Message | undefined {
  if (fold(key) === '') return { key: 'rename.empty' };
  if (/[\r\n]/.test(key)) return { key: 'rename.one-line' };
  const none = sheet.catalogue.dialect.noRemark.some((word) => fold(word) === fold(key));
  return none ? { key: 'rename.none', args: { name: key } } : undefined;
}

/** Why this remark cannot have it. */
function taken(sheet: Sheet, entry: RemarkEntry, key: string): Message | undefined {
  if (isSame(entry, key)) return undefined;
  const count = (wanted: string): number => remarkPlaces(sheet).filter((place) => place.key === fold(wanted)).length;
  if (count(key) === 0) {
    const cited = citePlaces(sheet).some((place) => place.key === fold(key));
    return cited ? { key: 'rename.cited', args: { remark: key, table: sheet.catalogue.dialect.sheet.remarks.key } } : undefined;
  }
  if (!isRemarkNumber(key) || !isRemarkNumber(entry.id)) return { key: 'rename.exists', args: { remark: key } };
  return count(key) > 1 || count(entry.id) > 1 ? { key: 'rename.twice', args: { remark: count(key) > 1 ? key : entry.id } } : undefined;
}

function isSame(entry: RemarkEntry, key: string): boolean {
  return fold(entry.id) === fold(key);
}
