import { askedBy } from '../catalogue/asked-by.ts';
import type { GuidelineEntry } from '../catalogue/guideline-index.ts';
import { answersOf, type RowAnswer } from '../conditions/answers.ts';
import type { Locale, Translate } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';
import { html, type Markup } from './markup.ts';
import { placesOf } from './places.ts';

/**
 * The sheet by item of the guideline: which rows cite each item, and how they answer; also the items that no row cites.
 * Digests are no official text, which the page says before them.
 * @returns a page's content; what there is to say where the sheet has no guideline
 */
export function renderByGuideline(sheet: Sheet, translate: Translate, locale: Locale): string {
  const { guideline, form } = sheet;
  if (!guideline || !form) return html`<p class="problem" role="note">${translate({ key: 'preview.no-guideline' })}</p>`.text;
  const places = placesOf(sheet);
  const sections = guideline.all().filter((entry) => entry.item === undefined);
  const row = (entry: GuidelineEntry): Markup => {
    const { exact } = askedBy(form, guideline, entry.id);
    const rows = exact.flatMap((one) => (one.options.length > 0 ? one.options : [one]));
    const answers = answersOf(sheet, rows).map((answer, at) => {
      const place = places.get(rows[at]!)!;
      return html`<li data-line="${place.line}" data-character="${place.character}"><button type="button" class="go">${answer.row}</button> ${answerText(answer, translate)}</li>`;
    });
    return html`<tr class="depth-${entry.depth}${answers.length === 0 && ' uncovered'}" data-item="${entry.id}"><th scope="row"><button type="button" class="ref" data-ref="${entry.id}">${entry.id}</button></th><td>${
      entry.item?.digest ?? ''}${seen(entry)}</td><td>${
      answers.length > 0 ? html`<ul class="rows">${answers}</ul>` : html`<span class="note">${translate({ key: 'preview.uncovered' })}</span>`}</td></tr>\n`;
  };
  const seen = (entry: GuidelineEntry): Markup | undefined => {
    const level = entry.item && guideline.data.seenLevels[entry.item.seen];
    return level && html` <small class="seen">${level.label[locale]}</small>`;
  };
  return html`<article class="sheet by-guideline" lang="ja">
<h1>${guideline.data.title}</h1>
<p class="disclaimer" lang="${locale}">${translate({ key: 'preview.paraphrase' })}</p>
<table class="items">
<thead lang="${locale}"><tr><th scope="col">${translate({ key: 'preview.item' })}</th><th scope="col">${translate({ key: 'preview.digest' })}</th><th scope="col">${translate({ key: 'preview.rows' })}</th></tr></thead>
${sections.map((section) => html`<tbody>
<tr class="section"><th scope="rowgroup" colspan="3"><h2>${section.id} ${section.section.title}</h2></th></tr>
${guideline.all().filter((entry) => entry.section === section.section && entry.item).map(row)}</tbody>
`)}</table>
</article>
`.text;
}

function answerText({ answer, invalid, remarks, omitted }: RowAnswer, translate: Translate): Markup {
  const word = invalid ?? answer ?? '';
  return html`${word === '' ? html`<span class="note missing">［${translate({ key: 'symbols.open' })}］</span>` : html`<strong>${word}</strong>`}${
    omitted && word !== '' && html` <small>${translate({ key: 'preview.omitted' })}</small>`}${remarks.length > 0 && html`<span class="remark"> — ${remarks.join(' / ')}</span>`}`;
}
