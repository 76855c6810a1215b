import { pageRange } from '../catalogue/guideline-pages.ts';
import type { Row } from '../catalogue/form-index.ts';
import type { GuidelineItemData, GuidelineSectionData } from '../catalogue/guideline.ts';
import type { Guideline, GuidelineEntry } from '../catalogue/guideline-index.ts';
import type { Context } from './context.ts';
import { columnsOf, padded, visible } from './format/visible.ts';
import { citedIn, type RowAnswer, type SheetAnswers } from '../conditions/answers.ts';

/** A guideline's sections, for people. */
export function guidelineText(guideline: Guideline, { translate }: Context): string {
  const { data } = guideline;
  const columns = Math.max(...data.sections.map((section) => columnsOf(section.id)));
  const sections = data.sections.map((section) => {
    const items = section.items.length === 0 ? '' : `  ${translate({ key: 'cli.guideline.items', args: { count: section.items.length } })}`;
    return `  ${padded(section.id, columns)}  ${section.title}${items}`;
  });
  return `${data.id}  ${data.title}（${data.publisher}）\n${data.url}\n\n${sections.join('\n')}\n\n${translate({ key: 'cli.guideline.paraphrase' })}\n`;
}

/** A section or an item and who cites it, for people. */
export function entryText(guideline: Guideline, entry: GuidelineEntry, context: Context, sheets?: SheetAnswers[]): string {
  const { translate, locale } = context;
  const { section, item } = entry;
  const { data } = guideline;
  const lines = [`${entry.id}  ${item ? (familyOf(guideline, entry, context) ?? '') : section.title}`.trim()];
  lines.push(item ? `${data.title}  ${section.id} ${section.title}` : data.title, '');
  if (item) lines.push(...itemLines(guideline, item, context));
  else {
    const level = section.seen && data.seenLevels[section.seen];
    if (level) lines.push(`[${level.label[locale]}]`);
    if (section.note) lines.push(translate({ key: 'cli.guideline.note', args: { text: section.note } }));
  }
  const below = guideline.children(entry.id);
  for (const child of below) if (child.item) lines.push(`  ${child.id}  ${digest(guideline, child.item, context)}`);
  if (item || below.length > 0) lines.push(translate({ key: 'cli.guideline.paraphrase' }));
  lines.push(sourceLine(guideline, section, context));
  if (item?.v6) lines.push(laterEdition(item.v6, context));

  const { rows, below: rowsBelow } = citedIn(context.catalogue(), guideline, entry.id);
  lines.push('', ...rowLines('cli.guideline.rows', rows, context));
  if (rowsBelow.length > 0) lines.push(...rowLines('cli.guideline.rows-below', rowsBelow, context));
  for (const sheet of sheets ?? []) lines.push('', ...sheetLines(sheet, context));
  return `${lines.join('\n')}\n`;
}

function itemLines(guideline: Guideline, item: GuidelineItemData, context: Context): string[] {
  const { translate } = context;
  return [
    ...officialLines(item, context),
    digest(guideline, item, context),
    ...(item.note ? [translate({ key: 'cli.guideline.note', args: { text: item.note } })] : []),
  ];
}

function officialLines({ official, officialPage: page }: GuidelineItemData, { translate }: Context): string[] {
  if (official === undefined) return [];
  const lines = official.split('\n').map((line) => `  ${visible(line)}`);
  return [translate({ key: 'cli.guideline.official', args: { page: page ?? 0 } }), ...lines, ''];
}

/** A digest never stands without how far it was checked; where it never was, that comes first. */
function digest(guideline: Guideline, item: GuidelineItemData, { locale }: Context): string {
  const { label, unverified } = guideline.data.seenLevels[item.seen];
  return unverified ? `[${label[locale]}] ${item.digest}` : `${item.digest} [${label[locale]}]`;
}

function familyOf(guideline: Guideline, entry: GuidelineEntry, { locale }: Context): string | undefined {
  const family = entry.item && guideline.family(entry.id);
  return family && `（${family.label[locale]}）`;
}

function sourceLine({ data: { url } }: Guideline, section: GuidelineSectionData, { translate }: Context): string {
  const pages = pageRange(section);
  return translate(pages === undefined ? { key: 'cli.guideline.source', args: { url } } : { key: 'cli.guideline.source-pages', args: { url, pages } });
}

function laterEdition(v6: Record<string, string[]>, { translate }: Context): string {
  const places = Object.entries(v6).map(([volume, ids]) => `${volume} ${ids.length > 0 ? ids.join('、') : '–'}`).join(' / ');
  return translate({ key: 'cli.guideline.v6', args: { places } });
}

function rowLines(key: 'cli.guideline.rows' | 'cli.guideline.rows-below', rows: Row[], { translate }: Context): string[] {
  if (rows.length === 0) return [translate({ key: 'cli.guideline.no-rows' })];
  const columns = Math.max(...rows.map((row) => columnsOf(row.id)));
  return [translate({ key }), ...rows.map((row) => `  ${padded(row.id, columns)}  ${row.text}`)];
}

function sheetLines({ file, answers }: SheetAnswers, context: Context): string[] {
  const columns = Math.max(0, ...answers.map((answer) => columnsOf(answer.row)));
  const said = answers.flatMap((answer) => [
    `  ${padded(answer.row, columns)}  ${visible(answerText(answer, context))}`,
    ...answer.remarks.map((remark) => `  ${' '.repeat(columns)}  ${context.translate({ key: 'cli.guideline.remark', args: { text: visible(remark).replaceAll('\n', ' ') } })}`),
  ]);
  return [visible(file), ...said];
}

function answerText({ answer, invalid, omitted, provisional }: RowAnswer, context: Context): string {
  const { translate } = context;
  if (invalid !== undefined) return translate({ key: 'cli.guideline.answer-invalid', args: { written: invalid } });
  if (answer === null) return translate({ key: 'cli.guideline.answer-none' });
  if (omitted) return translate({ key: 'cli.guideline.answer-omitted', args: { word: answer } });
  return provisional ? `${answer}（${context.catalogue().dialect.answer.provisional.key}）` : answer;
}
