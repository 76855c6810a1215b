import type { FlowSlot } from '../../sheet/lines.ts';
import type { AnswerEntry, Sheet, Span } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { perSheet } from '../../sheet/per-sheet.ts';
import { unquoted } from '../../sheet/quotes.ts';
import { applyEdits } from '../../sheet/repair.ts';
import { firstIndex } from '../../text/first-index.ts';
import type { PlacedEdits } from '../placed.ts';

/**
 * Puts the keys of an answer in braces into their order, where it stands on one line and YAML reads it as it is written.
 * What stands between the keys stays there.
 * @param edits others, which travel with the keys and values that they are in; those that move the keys come to them
 * @param ranksOf where keys of the answer belong among each other
 */
export function orderInBraces(sheet: Sheet, entry: AnswerEntry, edits: PlacedEdits, ranksOf: (keys: string[]) => number[]): void {
  const members = membersOf(sheet, entry);
  const text = sheet.document.getText();
  const ranks = ranksOf(members.map(({ key }) => unquoted(text.slice(key.start, key.end))));
  const ordered = members.map((member, index) => ({ member, rank: ranks[index]! })).sort((a, b) => a.rank - b.rank).map(({ member }) => member);
  const moves = members.flatMap(({ span }, index) => (ordered[index] === members[index] ? [] : { to: span, from: ordered[index]!.span }));
  if (moves.length === 0) return;
  const inner = edits.take(entry.valueSpan!);
  const own = (span: Span): Edit[] => inner.filter((edit) => isWithin(edit, span));
  const moved = new Set(moves.flatMap(({ from }) => own(from)));
  edits.add(inner.filter((edit) => !moved.has(edit)));
  edits.add(moves.map(({ to, from }) => {
    const within = own(from).map((edit) => ({ span: { start: edit.span.start - from.start, end: edit.span.end - from.start }, text: edit.text }));
    return { span: to, text: applyEdits(text.slice(from.start, from.end), within).text };
  }));
}

interface Member {
  key: Span;
  /** The key with its value. */
  span: Span;
}

/** What is looked for at each answer. */
const placesIn = perSheet(({ lines: { repairs, slots } }): { repairs: readonly Span[]; keys: readonly FlowSlot[] } => ({
  repairs: repairs.map(({ span }) => span).sort((a, b) => a.end - b.end),
  keys: slots.filter(({ kind }) => kind === 'key').sort((a, b) => a.span.start - b.span.start),
}));

/** None where the order is to stay. */
function membersOf(sheet: Sheet, { valueSpan, shape, question }: AnswerEntry): Member[] {
  if (shape !== 'flow' || !valueSpan) return [];
  const places = placesIn(sheet);
  const repair = places.repairs[firstIndex(places.repairs, ({ end }) => end < valueSpan.start)];
  if (repair && repair.start <= valueSpan.end) return [];
  const text = sheet.document.getText();
  const written = text.slice(valueSpan.start, valueSpan.end);
  if (/[\r\n]/.test(written) || !written.startsWith('{') || !written.endsWith('}')) return [];
  // Below 回答 and the question, and for an option below that too; deeper keys belong to a member's value.
  const depth = question ? 3 : 2;
  const keys: Span[] = [];
  for (let at = firstIndex(places.keys, ({ span }) => span.start <= valueSpan.start); at < places.keys.length; at++) {
    const { span, path } = places.keys[at]!;
    if (span.end >= valueSpan.end) break;
    if (path.length === depth && span.end > span.start) keys.push(span);
  }
  return keys.map((key, index) => {
    const end = keys[index + 1]?.start ?? valueSpan.end - 1;
    const written = text.slice(key.start, end).trimEnd();
    const own = written.endsWith(',') ? written.slice(0, -1).trimEnd() : written;
    return { key, span: { start: key.start, end: key.start + own.length } };
  });
}

/** What is inserted at one of the ends belongs to what stands around. */
function isWithin({ span: { start, end } }: Edit, span: Span): boolean {
  return start === end ? span.start < start && end < span.end : span.start <= start && end <= span.end;
}
