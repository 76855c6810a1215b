import { commentsOf } from '../sheet/pieces.ts';
import type { RemarkEntry, Sheet, Span, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { edited } from '../sheet/reread.ts';
import { firstIndex } from '../text/first-index.ts';
import { replaceText } from './answer.ts';
import { writeScalar } from './scalar.ts';
import { sortRemarks } from './sort-remarks.ts';

/** The keys that entries of the table of remarks are to have. */
export type NewKeys = ReadonlyMap<RemarkEntry, string>;

/**
 * Gives remarks other keys: in the table, and wherever a row cites them.
 * @param sorted whether the entries of the table are to follow their numbers, where whole lines can be moved
 * @returns the edits without those that would change nothing; undefined where the sheet would not be read back as meant
 */
export function rekeyRemarks(sheet: Sheet, keys: NewKeys, sorted = false): Edit[] | undefined {
  const edits = keyEdits(sheet, keys);
  const ways = [...(sorted ? [sortRemarks(sheet, keys, edits)] : []), edits, [...spellingOf(sheet, edits), ...edits]];
  return ways.find((all) => all.length === 0 || readsAsMeant(sheet, all, keys));
}

/** The edits of the keys alone; an alias follows what it stands for. */
function keyEdits(sheet: Sheet, keys: NewKeys): Edit[] {
  const document = sheet.document.getText();
  const places = [
    ...sheet.remarks.map((entry) => ({ text: entry.key, entry })),
    ...sheet.answers.flatMap(({ cites }) => cites.map(({ text, entry }) => ({ text, entry }))),
  ];
  return places.flatMap(({ text, entry }) => {
    const key = entry && keys.get(entry);
    if (key === undefined || text.value === key || document[text.span.start] === '*') return [];
    return replaceText(sheet, text, writeKey(sheet, text, key));
  });
}

function writeKey(sheet: Sheet, { span, style }: Text, key: string): string {
  const quote = style === 'quoted' ? sheet.document.getText()[span.start] : undefined;
  if (quote === '"') return JSON.stringify(key);
  const inBrackets = isInSlot(sheet, span);
  const written = writeScalar(key, inBrackets ? 'flow' : 'block');
  // Full-width punctuation would be read as YAML's own.
  const misread = Object.values(sheet.catalogue.dialect.punctuation).some((marks) => [...marks].some((mark) => key.includes(mark)));
  return written === key && (misread || quote !== undefined) ? `'${key.replaceAll("'", "''")}'` : written;
}

/** By their beginnings, and how far any of them reaches that begins no later. */
const reaches = perSheet((sheet): Span[] => {
  let furthest = 0;
  return sheet.lines.slots.map(({ span }) => span).sort((a, b) => a.start - b.start)
    .map((span) => ({ start: span.start, end: furthest = Math.max(furthest, span.end) }));
});

function isInSlot(sheet: Sheet, { start, end }: Span): boolean {
  const slots = reaches(sheet);
  return (slots[firstIndex(slots, (slot) => slot.start <= start) - 1]?.end ?? -1) >= end;
}

/** What the lines of the edits need to be read by YAML itself, where a number could be guessed at but a name cannot: brackets, commas. */
function spellingOf(sheet: Sheet, edits: Edit[]): Edit[] {
  const lineOf = ({ start }: Span): number => sheet.document.positionAt(start).line;
  const lines = new Set(edits.map(({ span }) => lineOf(span)));
  return sheet.lines.repairs.filter(({ span, cause }) => lines.has(lineOf(span)) && (cause === 'punctuation' || cause === 'list')
    && !edits.some((edit) => edit.span.start < span.end && span.start < edit.span.end)).map(({ span, text }) => ({ span, text }));
}

/** Whether the edited sheet has the same remarks under their new keys, cited by the same rows, and every comment. */
function readsAsMeant(sheet: Sheet, edits: Edit[], keys: NewKeys): boolean {
  if (overlap(edits)) return false;
  return JSON.stringify(saidBy(sheet, keys)) === JSON.stringify(saidBy(edited(sheet, edits), new Map()));
}

function overlap(edits: readonly Edit[]): boolean {
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  return spans.some((span) => {
    const meets = span.start < end;
    end = Math.max(end, span.end);
    return meets;
  });
}

/** Everything that other keys must not change; what belongs to no order in an order of its own. */
function saidBy(sheet: Sheet, keys: NewKeys): unknown {
  const document = sheet.document.getText();
  const remark = (entry: RemarkEntry): string => JSON.stringify([keys.get(entry) ?? entry.id, entry.text?.value]);
  return {
    remarks: sheet.remarks.map(remark).sort(),
    answers: sheet.answers.map(({ id, word, remark: own, cites }) => [id, word?.value, own?.value, cites.map(({ text, entry }) => (entry ? remark(entry) : text.value))]),
    header: sheet.header.map(({ field, value }) => [field.key, value?.value]),
    comments: commentsOf(sheet).map(({ start, end }) => document.slice(start, end).trim()).sort(),
    unread: sheet.notices.filter(({ kind }) => kind === 'syntax').length,
  };
}
