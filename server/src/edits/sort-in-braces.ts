import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { commentsOf } from '../sheet/pieces.ts';
import { memberEnd } from './braces.ts';

/**
 * Puts the questions in the braces behind 回答 into the form's order: each takes another one's place, and what stands
 * between them stays.
 * @returns nothing where a comment stands between them, since nobody can say which of them it is about
 */
export function sortInBraces(sheet: Sheet, questions: AnswerEntry[]): Edit[] {
  const text = sheet.document.getText();
  const places = questions.map((entry): Span => ({ start: entry.span.start, end: memberEnd(sheet, entry) }));
  const [first, last] = [places[0]!, places.at(-1)!];
  if (commentsOf(sheet).some(({ start }) => first.start < start && start < last.end)) return [];
  let order = -1;
  const ranks = questions.map(({ row }) => order = row?.order ?? order);
  const sorted = places.map((place, index) => ({ place, rank: ranks[index]! })).sort((a, b) => a.rank - b.rank);
  return places.flatMap((span, index) => {
    const { place } = sorted[index]!;
    return place === span ? [] : { span, text: text.slice(place.start, place.end) };
  });
}
