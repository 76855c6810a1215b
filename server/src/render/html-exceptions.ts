import type { Meaning } from '../catalogue/form.ts';
import type { Row } from '../catalogue/form-index.ts';
import { applicabilityOf } from '../conditions/applicability.ts';
import { answersOf } from '../conditions/answers.ts';
import type { Locale, Translate } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';
import { html, type Markup } from './markup.ts';
import { placesOf } from './places.ts';

/** Answers that a reader must weigh: what is not done, and what is said not to apply. */
const EXCEPTIONS: Meaning[] = ['no', 'closed', 'inapplicable'];

/**
 * Every answer that says no or "does not apply", with its reasons, and nothing else: not the rows that are left out,
 * which nobody has answered.
 * @returns a page's content
 */
export function renderExceptions(sheet: Sheet, translate: Translate, locale: Locale): string {
  const places = placesOf(sheet);
  const applicability = applicabilityOf(sheet);
  const told = (row: Row): boolean => {
    const meaning = sheet.entryOf(row)?.answer?.meaning;
    return meaning !== undefined && EXCEPTIONS.includes(meaning);
  };
  /** Why a row does not apply: other rows' answers before its own premise. */
  const explained = (row: Row): string[] => {
    const { value, cause } = applicability.applies(row);
    if (value === false && cause) return cause.rows.map((by) => translate({ key: 'preview.because', args: { row: by.id, word: applicability.effective(by) ?? '' } }));
    return row.premise ? [translate({ key: 'preview.premise', args: { premise: row.premise } })] : [];
  };
  const rows = (sheet.form?.rows ?? []).filter(told);
  const line = (row: Row): Markup => {
    const [answer] = answersOf(sheet, [row]);
    const place = places.get(row)!;
    const premises = answer!.remarks.length === 0 && sheet.entryOf(row)?.answer?.meaning === 'inapplicable' ? explained(row) : [];
    const reasons = answer!.remarks.length > 0 ? answer!.remarks.map((text) => html`<p class="reason">${text}</p>`)
      : premises.length > 0 ? premises.map((text) => html`<p class="premise">${text}</p>`)
        : html`<span class="note missing">${translate({ key: 'preview.no-reason' })}</span>`;
    return html`<tr data-line="${place.line}" data-character="${place.character}"><th scope="row" class="number"><button type="button" class="go">${row.id}</button></th><td class="question"><span class="text">${
      row.kind === 'option' ? `${row.parent!.text} — ${row.text}` : row.text}</span></td><td class="choice written"><span class="mark">${answer!.answer ?? ''}</span></td><td>${reasons}</td></tr>\n`;
  };
  return html`<article class="sheet exceptions" lang="ja">
<h1 lang="${locale}">${translate({ key: 'preview.exceptions' })}</h1>
${rows.length === 0 ? html`<p lang="${locale}">${translate({ key: 'preview.no-exceptions' })}</p>` : html`<table class="answers plain">
<thead lang="${locale}"><tr><th scope="col">${translate({ key: 'preview.number' })}</th><th scope="col">${translate({ key: 'preview.question' })}</th><th scope="col">${translate({ key: 'preview.answer' })}</th><th scope="col">${translate({ key: 'preview.reason' })}</th></tr></thead>
<tbody>
${rows.map(line)}</tbody>
</table>`}
</article>
`.text;
}
