import type { AuthorView } from './author.ts';
import { generalProblems, withReferences } from './html-author.ts';
import { fill, JAPANESE_LABELS, type RenderLabels } from './labels.ts';
import { html, type Markup } from './markup.ts';
import { renderAnswers } from './html-answers.ts';
import { go, note, place, type Draw } from './html-parts.ts';
import { renderUnknownForm } from './html-unknown.ts';
import type { FieldView, RemarkView, SheetView } from './view-model.ts';

export interface RenderOptions {
  /** Whether numbers and labels are buttons that lead to their place in the text. */
  interactive?: boolean;
  /** What the sheet's author sees beside the form; never given for a page that leaves the house. */
  author?: AuthorView;
}

/**
 * Renders a view as the content of a page, without styles and scripts; everything in it is escaped.
 * Elements with `data-line` (and `data-character`, both from zero) stand for a place in the sheet's text.
 */
export function renderBody(view: SheetView, labels: RenderLabels = JAPANESE_LABELS, options: RenderOptions = {}): string {
  const draw: Draw = { view, labels, interactive: options.interactive ?? false, ...(options.author ? { author: options.author } : {}) };
  const content = view.unread ? html`<h1>${labels.unreadTitle}</h1>
<p class="problem" role="note">${labels.say(view.unread)}</p>` : view.unknownForm ? renderUnknownForm(view.unknownForm, draw) : html`
${header(draw)}
${aside(draw)}
<p class="disclaimer">${view.disclaimer}</p>
${renderAnswers(draw)}`;
  return html`<article class="sheet" lang="ja">
${stamp(draw)}${unreadable(draw)}${options.author && generalProblems(options.author)}${content}
${remarks(draw)}
</article>
`.text;
}

function stamp({ view, labels }: Draw): Markup | undefined {
  if (!view.draft) return undefined;
  return html`<p class="stamp"><strong>${labels.draft}</strong> <span>${labels.draftNote}</span></p>\n`;
}

function unreadable(draw: Draw): Markup | undefined {
  const { view, labels } = draw;
  if (view.unreadable.length === 0 || view.unread) return undefined;
  const lines = view.unreadable.slice(0, MOST_LINES).map((one) => html` ${go(draw, fill(labels.line, { line: one.line + 1 }), one)}`);
  return html`<p class="problem" role="note">${labels.unreadable}${lines}</p>\n`;
}

/** A text in ruins breaks on every line; nobody reads more of them than this. */
const MOST_LINES = 5;

function header(draw: Draw): Markup {
  const { view } = draw;
  return html`<table class="header">
<caption><h1>${view.title} <span class="caption">(${view.caption})</span></h1></caption>
<tbody>
${view.header.map((field) => html`<tr${fieldAttributes(field, draw)}${place(draw, field.place)}><th scope="row">${field.place ? go(draw, field.label) : field.label}</th><td>${value(field, draw)}</td></tr>\n`)}</tbody>
</table>`;
}

function aside(draw: Draw): Markup | undefined {
  const { view, labels } = draw;
  if (view.aside.length === 0) return undefined;
  return html`<dl class="aside" aria-label="${labels.aside}">
${view.aside.map((field) => html`<div${fieldAttributes(field, draw)}${place(draw, field.place)}><dt>${go(draw, field.label)}</dt><dd>${value(field, draw)}</dd></div>\n`)}</dl>`;
}

/** What a field says as it is written, for the author to write it anew. */
function fieldAttributes({ label, value: written }: FieldView, { author }: Draw): Markup | undefined {
  return author && html` data-field="${label}" data-value="${written}"`;
}

function value(field: FieldView, { labels }: Draw): Markup | string {
  if (field.value === '') return note('missing', labels.emptyField);
  if (!field.date) return field.value;
  return html`<time datetime="${field.value}">${fill(labels.date, field.date)}</time>`;
}

/** Where the remark is written: in the table under a key, or in a row. */
function remarkAttributes({ key, row }: RemarkView): Markup {
  return html`${key !== undefined && html` data-key="${key}"`}${row !== undefined && html` data-of-row="${row}"`}`;
}

function remarks(draw: Draw): Markup | undefined {
  const { view, labels } = draw;
  if ((view.unknownForm || view.unread) && view.remarks.length === 0) return undefined;
  const numbers = new Set<string>();
  const rows = view.remarks.map((remark) => {
    // A number given twice is a mistake; the rows' links lead to the first.
    const isFirst = !numbers.has(remark.number);
    numbers.add(remark.number);
    return html`<tr${isFirst && html` id="remark-${remark.number}"`}${draw.author && remarkAttributes(remark)}${place(draw, remark.place)}><th scope="row">${go(draw, remark.number)}</th><td>${
      remark.text === '' ? note('missing', labels.emptyRemark) : draw.author ? withReferences(remark.text, draw.author) : remark.text}</td></tr>\n`;
  });
  return html`<table class="remarks" aria-label="${view.remarksLabel}">
<thead><tr><td colspan="2"><h2>${view.remarksLabel}</h2></td></tr></thead>
<tbody>
${rows.length > 0 ? rows : html`<tr><th scope="row">${view.noRemark}</th><td></td></tr>\n`}</tbody>
</table>`;
}
