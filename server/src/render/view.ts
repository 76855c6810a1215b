import type { HeaderField, Row } from '../catalogue/form-index.ts';
import { applicabilityOf } from '../conditions/applicability.ts';
import { answerState } from '../conditions/state.ts';
import { syntaxMessage } from '../rules/syntax.ts';
import type { Sheet } from '../sheet/model.ts';
import { fold } from '../text/fold.ts';
import { numberRemarks, type Numbering } from './numbering.ts';
import { placeAt, placesOf } from './places.ts';
import type { FieldView, Place, RowView, SectionView, SheetView, UnknownFormView } from './view-model.ts';
import { uniqueBy } from '../text/unique.ts';

/**
 * Makes the view of a sheet that preview, print and export share. Whatever must not leave the house (internal notes,
 * reasons for provisional answers, guideline references, comments) is never copied into it.
 */
export function viewSheet(sheet: Sheet): SheetView {
  const numbering = numberRemarks(sheet);
  const { form } = sheet;
  const fields = form ? form.header.map((field) => ({ field, view: fieldView(sheet, field) })) : [];
  const labels = form?.data.labels;
  return {
    title: form?.data.title ?? '',
    caption: form?.data.guideline.caption ?? '',
    edition: form?.id ?? '',
    draft: isDraft(sheet),
    unreadable: sheet.notices.filter((notice) => notice.kind === 'syntax').map((notice) => placeAt(sheet, notice.span.start)),
    header: fields.filter(({ field }) => field.inTable).map(({ view }) => view),
    aside: fields.filter(({ field, view }) => !field.inTable && view.value !== '').map(({ view }) => view),
    disclaimer: form?.data.disclaimer ?? '',
    columns: form ? Math.max(form.data.answers.gate.length, form.data.answers.answer.length) : 1,
    sections: sectionViews(sheet, numbering),
    remarkLabel: labels?.remark ?? sheet.catalogue.dialect.answer.cites.key,
    remarksLabel: labels?.remarks ?? sheet.catalogue.dialect.sheet.remarks.key,
    noRemark: labels?.noRemark ?? sheet.catalogue.dialect.noRemark[0] ?? '',
    remarks: numbering.table.map(({ span, ...remark }) => ({ ...remark, place: placeAt(sheet, span.start) })),
    ...(sheet.pastLimit ? { unread: syntaxMessage(sheet.pastLimit) } : form ? {} : { unknownForm: unknownFormView(sheet, numbering) }),
  };
}

/** Also where YAML gives up on the lines around the mark: a provisional sheet must not look final. */
function isDraft(sheet: Sheet): boolean {
  const { key } = sheet.catalogue.dialect.answer.provisional;
  const marks = (written: string | undefined): boolean => written !== undefined && fold(written) === fold(key);
  return sheet.answers.some((entry) => entry.provisional !== undefined)
    || sheet.lines.lines.some((line) => line.role === 'answer' && marks(line.keyText))
    || sheet.lines.slots.some((slot) => slot.role === 'answer' && slot.kind === 'key' && marks(sheet.document.getText().slice(slot.span.start, slot.span.end)));
}

function fieldView(sheet: Sheet, { key, kind }: HeaderField): FieldView {
  const entry = sheet.header.find((one) => one.field.key === key);
  const value = entry?.value?.value.trim() ?? '';
  const date = kind === 'date' ? calendarDate(value) : undefined;
  return { label: key, kind, value, ...(date ? { date } : {}), ...(entry ? { place: placeAt(sheet, entry.key.span.start) } : {}) };
}

function calendarDate(written: string): FieldView['date'] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

function sectionViews(sheet: Sheet, numbering: Numbering): SectionView[] {
  const places = placesOf(sheet);
  return (sheet.form?.sections ?? []).map((section) => ({
    ref: section.ref,
    title: section.title,
    notes: section.notes.filter((note) => note.above === 'section').map((note) => note.text),
    rows: section.rows.map((row) => rowView(sheet, row, numbering, places.get(row)!)),
  }));
}

function rowView(sheet: Sheet, row: Row, numbering: Numbering, place: Place): RowView {
  const entries = sheet.entriesOf(row);
  const state = answerState(sheet, row);
  const word = state === 'answered' ? entries[0]?.answer?.word : state === 'implied' ? applicabilityOf(sheet).effective(row) : undefined;
  const mark = state === 'implied' ? 'implied' : 'written';
  const written = state === 'invalid' ? entries[0]?.word?.value.trim() : undefined;
  return {
    id: row.id,
    number: row.kind === 'option' ? '' : row.id,
    kind: row.kind,
    depth: depthOf(row),
    notes: row.section.notes.filter((note) => note.above === row.id).map((note) => note.text),
    text: row.text,
    refs: row.refs,
    state,
    ...(written ? { written } : {}),
    answers: row.words.map((one) => ({ word: one.word, mark: one.word === word ? mark : 'none' })),
    remarks: uniqueBy(entries.flatMap((entry) => numbering.of(entry)), (cite) => cite.number),
    place,
  };
}

function depthOf(row: Row): number {
  return row.parent ? depthOf(row.parent) + 1 : 0;
}

function unknownFormView(sheet: Sheet, numbering: Numbering): UnknownFormView {
  const { forms } = sheet.catalogue;
  const words = new Set(forms.flatMap((form) => [...form.data.answers.gate, ...form.data.answers.answer]).map((word) => fold(word.word)));
  // Without its form an option cannot be told from a key that is nobody's business; its answer can.
  const known = sheet.answers.filter((entry) => !entry.question || words.has(fold(entry.word?.value ?? '')));
  return {
    written: sheet.formText?.value.trim() ?? '',
    installed: forms.map((form) => ({ id: form.id, title: form.data.title })),
    rows: known.map((entry) => ({
      id: entry.id,
      answer: entry.word?.value.trim() ?? '',
      isHeading: entry.options.length > 0,
      remarks: numbering.of(entry),
      place: placeAt(sheet, entry.key.span.start),
    })),
  };
}
