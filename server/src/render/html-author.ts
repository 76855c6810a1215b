import type { AuthorRow, AuthorView, ProblemView } from './author.ts';
import { placeAt } from './places.ts';
import { fill } from './labels.ts';
import { html, type Markup } from './markup.ts';
import type { Draw } from './html-parts.ts';
import type { ChoiceView, RowView } from './view-model.ts';
import type { Sheet } from '../sheet/model.ts';

/** Tell severities apart without colour. */
const SIGNS = { error: '✖', warning: '⚠', info: 'ℹ', hint: '·' } as const;

/** What the page's script needs to know of a row, as attributes. */
export function rowAttributes(row: RowView, author: AuthorView | undefined): Markup | undefined {
  const about = author?.rows.get(row.id);
  if (!about) return undefined;
  return html` data-row="${row.id}" data-is="${about.filters.join(' ')}" data-sections="${about.sections.join(' ')}" data-cites="${
    JSON.stringify(about.cites)}" data-remark="${about.remark}"${about.provisional !== undefined && html` data-provisional="${about.provisional}"`}`;
}

/** An answer that a click chooses. Only the row at hand is reached by Tab; the script moves that. */
export function choiceButton(row: RowView, { word, mark }: ChoiceView): Markup {
  return html`<button type="button" class="choose" tabindex="-1" data-word="${word}" aria-pressed="${String(mark === 'written')}" aria-label="${row.id} ${word}"><span class="${
    mark === 'none' ? 'word' : 'mark'}">${word}</span></button>`;
}

/** A reference that its author can ask about. */
export function referenceButton(reference: string): Markup {
  return html`<button type="button" class="ref" data-ref="${reference}">${reference}</button>`;
}

/** Running text in which its author can ask what the references are about. */
export function withReferences(text: string, { mentions }: AuthorView): Markup {
  const found = mentions(text);
  return html`${found.map(({ start, end }, at) => html`${text.slice(found[at - 1]?.end ?? 0, start)}${referenceButton(text.slice(start, end))}`)}${text.slice(found.at(-1)?.end ?? 0)}`;
}

/** What stands below a question for its author: that it is to be confirmed, and what is wrong with it. */
export function rowNotes(row: RowView, author: AuthorView | undefined): Markup | undefined {
  const about = author?.rows.get(row.id);
  if (!author || !about) return undefined;
  return html`${gateButton(row, author)}${provisional(about, author)}${problems(about.problems)}`;
}

function provisional({ provisional: reason }: AuthorRow, { translate }: AuthorView): Markup | undefined {
  if (reason === undefined) return undefined;
  return html`<span class="provisional">${translate(reason.trim() === '' ? { key: 'preview.provisional' } : { key: 'preview.provisional-because', args: { reason } })}</span>`;
}

/** On a gate: what opens or closes it with all the rows below. */
function gateButton(row: RowView, author: AuthorView | undefined): Markup | undefined {
  if (row.kind !== 'gate' || !author) return undefined;
  const label = author.translate({ key: 'preview.gate', args: { row: row.id } });
  return html` <button type="button" class="more" tabindex="-1" data-line="${row.place.line}" data-character="${row.place.character}" data-code="" aria-expanded="false" title="${label}" aria-label="${label}"><span aria-hidden="true">⋯</span></button>`;
}

export function problems(all: ProblemView[]): Markup | undefined {
  if (all.length === 0) return undefined;
  return html`<ul class="problems">${all.map(({ severity, code, message, place }) => html`<li class="${severity}"><button type="button" class="problem" data-line="${
    place.line}" data-character="${place.character}" data-code="${code}" aria-expanded="false"><span class="sign" aria-hidden="true">${SIGNS[severity]}</span> ${message}</button></li>`)}</ul>`;
}

/** Behind the remark column's numbers: what opens the row's remarks and its mark for editing. */
export function remarksButton(row: RowView, author: AuthorView): Markup {
  const label = author.translate({ key: 'preview.edit-row', args: { row: row.id } });
  return html`<button type="button" class="edit-row" tabindex="-1" title="${label}" aria-label="${label}"><span aria-hidden="true">✎</span></button>`;
}

/** Nobody reads more of them above a form, which they would push out of sight. */
const MOST_GENERAL = 20;

/** Above the form: what is wrong with the sheet outside its rows. */
export function generalProblems({ general, translate }: AuthorView): Markup | undefined {
  if (general.length === 0) return undefined;
  const more = general.length - MOST_GENERAL;
  return html`<section class="general" aria-label="${translate({ key: 'preview.general' })}">${problems(general.slice(0, MOST_GENERAL))}${
    more > 0 && html`<p class="more-problems">${translate({ key: 'preview.more-general', args: { count: more } })}</p>`}</section>\n`;
}

/** Below the form, since it is no part of it: what is not told elsewhere because a comment asks for that. */
export function suppressedAside(sheet: Sheet, { suppressed, translate }: AuthorView, { labels }: Pick<Draw, 'labels'>): Markup | undefined {
  if (suppressed.length === 0) return undefined;
  return html`<aside class="suppressed">
<h2>${translate({ key: 'preview.suppressed', args: { count: suppressed.length } })}</h2>
<ul>
${suppressed.map(({ span, message, rule, suppressed: by }) => {
    const { line, character } = placeAt(sheet, span.start);
    const reason = by?.reason === undefined ? translate({ key: 'report.no-reason' }) : by.reason;
    return html`<li data-line="${line}" data-character="${character}"><button type="button" class="go" title="${labels.reveal}">${
      fill(labels.line, { line: line + 1 })}</button> ${translate(message)} <code>${rule.code}</code> — ${reason}</li>\n`;
  })}</ul>
</aside>
`;
}
