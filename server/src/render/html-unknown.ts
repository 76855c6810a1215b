import { cites, go, note, place, type Draw } from './html-parts.ts';
import { fill } from './labels.ts';
import { html, type Markup } from './markup.ts';
import type { UnknownFormView } from './view-model.ts';

/** Says plainly that the form is unknown, and shows the answers as they are written. */
export function renderUnknownForm(form: UnknownFormView, draw: Draw): Markup {
  const { labels } = draw;
  const installed = form.installed.map((one) => `${one.id}（${one.title}）`).join(labels.separator);
  return html`<h1>${labels.unknownTitle}</h1>
<p class="problem" role="note">${form.written === '' ? labels.missingForm : fill(labels.unknownForm, { written: form.written })}${
  installed !== '' && html`<br>${fill(labels.installedForms, { forms: installed })}`}</p>
${form.rows.length > 0 && rows(form, draw)}`;
}

function rows(form: UnknownFormView, draw: Draw): Markup {
  const { view, labels } = draw;
  return html`<table class="answers plain">
<thead><tr><th scope="col">${labels.number}</th><th scope="col">${labels.answer}</th><th scope="col">${view.remarkLabel}</th></tr></thead>
<tbody>
${form.rows.map((row) => html`<tr${place(draw, row.place)}><th scope="row" class="number">${go(draw, row.id)}</th><td>${
    row.answer === '' && !row.isHeading ? note('missing', labels.missing) : row.answer}</td><td class="cites">${cites(row.remarks, draw)}</td></tr>\n`)}</tbody>
</table>`;
}
