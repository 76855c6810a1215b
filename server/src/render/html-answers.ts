import { choiceButton, referenceButton, remarksButton, rowAttributes, rowNotes } from './html-author.ts';
import { cites, go, note, place, type Draw } from './html-parts.ts';
import { fill } from './labels.ts';
import { html, type Markup } from './markup.ts';
import type { ChoiceView, RowView, SectionView } from './view-model.ts';

/** Renders the form's sections as one table, so that their columns are in line and their heads repeat in print. */
export function renderAnswers(draw: Draw): Markup {
  const { view, labels } = draw;
  return html`<table class="answers">
<colgroup><col class="number"><col><col class="choice" span="${view.columns}"><col class="cites"></colgroup>
<thead><tr><th scope="col">${labels.number}</th><th scope="col">${labels.question}</th><th scope="colgroup" colspan="${view.columns}">${labels.answer}</th><th scope="col">${view.remarkLabel}</th></tr></thead>
${view.sections.map((section, at) => renderSection(section, draw, draw.author?.progress[at]))}</table>
${impliedNote(draw)}`;
}

function renderSection(section: SectionView, draw: Draw, progress: string | undefined): Markup {
  const span = draw.view.columns + 3;
  return html`<tbody>
${section.notes.map((text) => html`<tr class="notes"><td colspan="${span}">${text}</td></tr>\n`)}<tr class="section"><th scope="rowgroup" colspan="${span}"><h2>${section.title}(${section.ref})</h2>${progress !== undefined && html`<span class="done">${progress}</span>`}</th></tr>
${section.rows.map((row) => renderRow(row, span, draw))}</tbody>
`;
}

function renderRow(row: RowView, span: number, draw: Draw): Markup {
  const notes = row.notes.map((text) => html`<tr class="notes"><td colspan="${span}">${text}</td></tr>\n`);
  return html`${notes}<tr id="row-${row.id}" class="${row.kind} ${row.state} depth-${row.depth}"${rowAttributes(row, draw.author)}${place(draw, row.place)}>${
    row.kind === 'option' ? optionCells(row, draw) : questionCells(row, draw)}${
    row.kind === 'heading' ? html`<td colspan="${draw.view.columns + 1}"></td>` : answerCells(row, draw)}</tr>\n`;
}

function questionCells(row: RowView, draw: Draw): Markup {
  return html`<th scope="row" class="number">${go(draw, row.number)}</th><td class="question"><span class="text">${row.text}</span>${
    row.refs.length > 0 && html`<span class="refs">${references(row, draw)}</span>`}${stateNote(row, draw)}${rowNotes(row, draw.author)}</td>`;
}

/** An option has no number: its text names the row. */
function optionCells(row: RowView, draw: Draw): Markup {
  return html`<td class="number"></td><th scope="row" class="question"><span class="text">${go(draw, draw.labels.bullet + row.text)}</span>${stateNote(row, draw)}${rowNotes(row, draw.author)}</th>`;
}

function answerCells(row: RowView, draw: Draw): Markup {
  const blank = Array.from({ length: draw.view.columns - row.answers.length }, () => html`<td class="choice"></td>`);
  return html`${row.answers.map((choice) => choiceCell(row, choice, draw))}${blank}<td class="cites">${cites(row.remarks, draw)}${draw.author && remarksButton(row, draw.author)}</td>`;
}

function choiceCell(row: RowView, choice: ChoiceView, { labels, author }: Draw): Markup {
  const { word, mark } = choice;
  if (author) return html`<td class="choice${mark !== 'none' && ` ${mark}`}">${choiceButton(row, choice)}${mark === 'implied' && html`<span class="hidden">${labels.implied}</span>`}</td>`;
  if (mark === 'none') return html`<td class="choice">${word}</td>`;
  const aloud = mark === 'implied' ? labels.implied : labels.chosen;
  return html`<td class="choice ${mark}"><span class="mark">${word}</span><span class="hidden">${aloud}</span></td>`;
}

/** In brackets, none of which stands on a line without its reference. */
function references({ refs }: RowView, { author, labels }: Draw): Markup {
  return html`${refs.map((ref, at) => html`<span class="whole">${at === 0 && '('}${
    author ? referenceButton(ref) : ref}${at < refs.length - 1 ? labels.separator : ')'}</span>`)}`;
}

function stateNote(row: RowView, { labels }: Draw): Markup | undefined {
  switch (row.state) {
    case 'missing': return note('missing', labels.missing);
    case 'undecided': return note('undecided', labels.undecided);
    case 'repeated': return note('invalid', labels.repeated);
    case 'invalid': return note('invalid', row.written === undefined ? labels.invalid : fill(labels.invalidWritten, { written: row.written }));
    default: return undefined;
  }
}

/** Explains the mark of answers that nobody wrote, when there are any. */
function impliedNote({ view, labels }: Draw): Markup | undefined {
  const choices = view.sections.flatMap((section) => section.rows.flatMap((row) => row.answers));
  const words = [...new Set(choices.filter((choice) => choice.mark === 'implied').map((choice) => choice.word))];
  return words.length === 0 ? undefined : html`<p class="legend">${fill(labels.impliedNote, { words: words.join(labels.separator) })}</p>`;
}
