import type { Row } from '../../catalogue/form-index.ts';
import { dependentsOf } from '../../conditions/dependents.ts';
import { groundsOf } from '../../conditions/grounds.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import { inARow, listed, quotedWords, type Listed, type Locale } from '../../l10n/translate.ts';
import type { FeatureContext } from '../context.ts';
import { rowRuns, runName } from '../row-runs.ts';
import { plain } from './escape.ts';
import { officialMarkdown } from './reference.ts';
import { answerTerm, answerTerms, term } from './terms.ts';

/** A row in full: its question and section, when it applies, what is written, and what it rests on. */
export function questionMarkdown(row: Row, context: FeatureContext, locale: Locale): string {
  const { translate } = context;
  const lines = [`**${plain(row.id)}** ${plain(fullText(row, locale))}`];
  const refs = row.refs.length > 0 ? row.refs : (row.parent?.refs ?? []);
  if (refs.length > 0) lines.push(`(${inARow(refs.map(plain), translate)})`);
  lines.push(translate({ key: 'hover.section', args: { title: plain(row.section.title), ref: plain(row.section.ref) } }));
  for (const note of row.section.notes) {
    if (note.above === 'section' || note.above === row.id) lines.push(`> ${plain(note.text)}`);
  }
  lines.push(...conditions(row, context, locale), applies(row, context, locale), ...depends(row, context));
  if (row.words.length > 0) lines.push(translate({ key: 'hover.words', args: { words: answerTerms(row.words, locale) } }));
  else lines.push(translate({ key: 'hover.options', args: { options: listed(row.options.map((option) => term(option.key, option.gloss, locale))) } }));
  if (row.premise) lines.push(translate({ key: 'hover.premise', args: { premise: plain(row.premise) } }));
  if (row.remarkWhen.length > 0) lines.push(translate({ key: 'hover.remark-when', args: { words: termsOf(row, row.remarkWhen, locale) } }));
  return [lines.join('\n\n'), ...digests(refs, context, locale)].join('\n\n---\n\n');
}

/** An option is understood only behind its heading's question. */
function fullText(row: Row, locale: Locale): string {
  return row.kind === 'option' && row.parent ? `${row.parent.text}\n・${term(row.text, row.gloss, locale)}` : row.text;
}

/** When the form wants the row answered at all. */
function conditions(row: Row, { sheet, translate }: FeatureContext, locale: Locale): string[] {
  const grounds = sheet.form ? groundsOf(sheet.form, row) : [];
  if (grounds.length === 0) return [];
  const said = grounds.map((test) => translate({
    key: test.is ? 'hover.ground-is' : 'hover.ground-is-not', args: { row: test.row, words: termsOf(sheet.form!.row(test.row)!, test.is ?? test.isNot ?? [], locale) },
  }));
  return [translate({ key: 'hover.grounds', args: { grounds: said.join(translate({ key: 'hover.and' })) } })];
}

function termsOf(row: Row, words: string[], locale: Locale): Listed {
  return quotedWords(words.map((word) => answerTerm(row, word, locale)));
}

/** @returns one sentence on whether the row applies now, and what decides */
export function applies(row: Row, { sheet, translate }: FeatureContext, locale: Locale): string {
  const applicability = applicabilityOf(sheet);
  const verdict = applicability.applies(row);
  const by = verdict.cause?.rows ?? [];
  const said = (one: Row, word: string | undefined): string => `${one.id} ${word === undefined ? '—' : answerTerm(one, word, locale)}`;
  const args = {
    rows: listed(by.map((one) => one.id)),
    state: listed(by.map((one) => said(one, sheet.entryOf(one)?.answer?.word))),
  };
  if (verdict.value === true) {
    const grounds = sheet.form ? groundsOf(sheet.form, row) : [];
    const held = [...new Set(grounds.map((test) => test.row))].map((id) => sheet.form!.row(id)!).map((one) => said(one, applicability.effective(one)));
    return translate(held.length > 0 ? { key: 'hover.applies-because', args: { state: listed(held) } } : { key: 'hover.applies' });
  }
  if (verdict.value === undefined) return translate({ key: by.length > 0 ? 'hover.applies-unknown' : 'hover.applies-undecided', args });
  return translate({ key: 'hover.applies-not', args });
}

/** What is asked or not by this row's answer. */
function depends(row: Row, { sheet, translate }: FeatureContext): string[] {
  const rows = sheet.form ? dependentsOf(sheet.form, row) : [];
  if (rows.length === 0) return [];
  return [translate({ key: 'hover.depends', args: { rows: listed(rowRuns(rows).map((run) => runName(run, translate))), count: rows.length } })];
}

/** The official text of each reference, or its digest with how far that was checked; ranges stay one line. */
function digests(refs: string[], { sheet, translate }: FeatureContext, locale: Locale): string[] {
  const { guideline } = sheet;
  if (!guideline) return [];
  const lines = refs.flatMap((ref) => {
    const item = guideline.item(ref);
    if (!item) return [];
    const seen = guideline.data.seenLevels[item.seen];
    const label = plain(seen.label[locale]);
    if (item.official !== undefined) return [[`**${plain(ref)}**`, ...officialMarkdown(item, translate)].join('\n\n')];
    return [`**${plain(ref)}** ${seen.unverified ? `**${label}** ` : ''}${plain(item.digest)}${seen.unverified ? '' : ` *(${label})*`}`];
  });
  return lines.length === 0 ? [] : [lines.join('\n\n')];
}
