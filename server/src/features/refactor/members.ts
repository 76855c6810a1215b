import type { AnswerEntry, Sheet, Span } from '../../sheet/model.ts';

/** @returns where the keys of an answer written as a map stand, whatever they are, in document order */
export function memberKeys(sheet: Sheet, entry: AnswerEntry): Span[] {
  const { valueSpan } = entry;
  if (!valueSpan || (entry.shape !== 'block' && entry.shape !== 'flow')) return [];
  const inside = ({ start, end }: Span): boolean => valueSpan.start <= start && end <= valueSpan.end;
  // Below 回答 and the question, and for an option below that too; deeper keys belong to a member's value.
  const depth = entry.question ? 3 : 2;
  if (entry.shape === 'flow') {
    return sheet.lines.slots.filter(({ kind, path, span }) => kind === 'key' && path.length === depth && span.end > span.start && inside(span)).map(({ span }) => span);
  }
  return sheet.lines.lines.flatMap(({ key, path }) => (key && path.length === depth && inside(key) ? key : []));
}
