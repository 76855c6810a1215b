import type { Row } from '../../catalogue/form-index.ts';
import { answersOf, citingRows, type RowAnswer } from '../../conditions/answers.ts';
import { inARow, type Locale } from '../../l10n/translate.ts';
import { perSheet } from '../../sheet/per-sheet.ts';
import type { FeatureContext } from '../context.ts';
import { plain } from './escape.ts';
import { answerTerm } from './terms.ts';

/** How many rows are named behind one answer. */
const NAMED = 24;

/**
 * @param canonical a place of the sheet's guideline
 * @returns which rows of the sheet answer it and how, those with the same answer together; and which rows rest on it
 *   besides. Nothing where no row does.
 */
export function answeredMarkdown({ sheet, translate }: FeatureContext, canonical: string, locale: Locale): string[] {
  const { form, guideline } = sheet;
  if (!form || !guideline) return [];
  const asked = citingRows(form, guideline, canonical);
  const resting = (restingOn(sheet).get(canonical) ?? []).filter((row) => !asked.includes(row));
  const list = (rows: Row[]): string => {
    const groups = new Map<string, string[]>();
    for (const answer of answersOf(sheet, rows)) {
      const label = labelOf(answer);
      const name = answer.provisional ? translate({ key: 'hover.provisional', args: { row: answer.row } }) : answer.row;
      groups.set(label, [...(groups.get(label) ?? []), plain(name)]);
    }
    return [...groups].map(([label, names]) => `- ${label}: ${shown(names)}`).join('\n');
  };
  const labelOf = ({ row, answer, omitted, invalid }: RowAnswer): string => {
    if (invalid !== undefined) return translate({ key: 'hover.answer-invalid', args: { word: plain(invalid) } });
    if (answer === null) return translate({ key: 'hover.answer-open' });
    const word = `**${plain(answerTerm(form.row(row)!, answer, locale))}**`;
    return omitted ? translate({ key: 'hover.answer-omitted', args: { word } }) : word;
  };
  const shown = (names: string[]): string => [
    inARow(names.slice(0, NAMED), translate), ...(names.length > NAMED ? [translate({ key: 'list.more', args: { count: names.length - NAMED } })] : []),
  ].join(' ');
  return [
    ...(asked.length > 0 ? [`${translate({ key: 'hover.answered-here' })}\n\n${list(asked)}`] : []),
    ...(resting.length > 0 ? [`${translate({ key: 'hover.resting-here' })}\n\n${list(resting)}`] : []),
  ];
}

/** By each place and those above it: rows whose answers name it as what they rest on. */
const restingOn = perSheet(({ guideline, answers }) => {
  const index = new Map<string, Row[]>();
  for (const { row, references } of answers) {
    const places = new Set<string>();
    for (const { reference } of row ? references : []) {
      for (const id of reference ? guideline!.grammar.expand(reference) : []) {
        for (let at: string | undefined = id; at !== undefined; at = guideline!.grammar.parentOf(at)) places.add(at);
      }
    }
    for (const place of places) index.set(place, [...(index.get(place) ?? []), row!]);
  }
  return index;
});
