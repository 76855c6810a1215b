import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Row } from '../catalogue/form-index.ts';
import { applicabilityOf } from '../conditions/applicability.ts';
import { answerState, progressOf } from '../conditions/state.ts';
import { contentEnd } from '../edits/layout.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import { shortened } from '../text/shortened.ts';
import type { FeatureContext } from './context.ts';
import { toRange } from './ranges.ts';
import { sectionRuns, type SectionRun } from './sections.ts';
import { inARow } from '../l10n/translate.ts';

/** How many characters of a question or a remark the outline shows. */
const SHOWN = 30;
/** How many rows that are left out are named. */
const NAMED = 12;

/** Kinds by what their pictures say at a glance; also where symbols are looked for in all sheets. */
export const KIND = {
  header: SymbolKind.Property, section: SymbolKind.Namespace, gate: SymbolKind.Interface, question: SymbolKind.Field, heading: SymbolKind.Struct,
  option: SymbolKind.EnumMember, open: SymbolKind.Null, contradictory: SymbolKind.Event, remarks: SymbolKind.Array, remark: SymbolKind.String,
} as const;

/** @returns the outline: header fields, sections with their rows and options, and the table of remarks */
export function documentSymbols(context: FeatureContext): DocumentSymbol[] {
  const { sheet } = context;
  const symbols = [...header(sheet), ...sectionRuns(sheet).map((run) => sectionSymbol(run, context)), ...remarks(sheet)];
  return symbols.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function header(sheet: Sheet): DocumentSymbol[] {
  const fields = sheet.header.map((entry) => ({ key: entry.key, value: entry.value?.value, span: entry.span, name: entry.field.key }));
  const form = sheet.formKey ? [{ key: sheet.formKey, value: sheet.formText?.value, span: joined(sheet.formKey.span, sheet.formText?.span), name: sheet.catalogue.dialect.sheet.form.key }] : [];
  return [...form, ...fields].map(({ key, value, span, name }) => symbol(sheet, name, shortened(value ?? '', SHOWN), KIND.header, span, key.span));
}

function sectionSymbol({ section, entries, span }: SectionRun, context: FeatureContext): DocumentSymbol {
  const { sheet, translate } = context;
  const children = entries.map((entry) => rowSymbol(entry, context));
  if (!section) return symbol(sheet, translate({ key: 'symbols.no-section' }), '', KIND.section, span, entries[0]!.key.span, children);
  const { answered, applicable, open } = progressOf(sheet, section.rows);
  const absent = open.filter((row) => sheet.entriesOf(row).length === 0);
  // The rows that are left out are told once, where the section is first.
  const first = sectionRuns(sheet).find((run) => run.section === section)!.entries === entries;
  if (first && absent.length > 0) children.push(absentSymbol(absent, span, context));
  const detail = `${section.ref} ${translate({ key: 'symbols.progress', args: { answered, applicable } })}`;
  return symbol(sheet, section.title, detail, KIND.section, span, entries[0]!.key.span, children);
}

function absentSymbol(rows: Row[], { end }: Span, { sheet, translate }: FeatureContext): DocumentSymbol {
  const named = inARow(rows.slice(0, NAMED).map((row) => row.id), translate);
  const name = translate({ key: 'symbols.absent', args: { count: rows.length } });
  return symbol(sheet, name, rows.length > NAMED ? `${named}…` : named, KIND.open, { start: end, end }, { start: end, end });
}

function rowSymbol(entry: AnswerEntry, context: FeatureContext): DocumentSymbol {
  const { sheet } = context;
  const { row } = entry;
  const span = { start: entry.key.span.start, end: contentEnd(sheet, entry.span) };
  const name = row?.kind === 'option' ? row.key : entry.id;
  const detail = [stateText(entry, context), row && row.kind !== 'option' ? shortened(row.text, SHOWN) : ''].filter((part) => part !== '').join(' — ');
  return symbol(sheet, name, detail, kindOf(sheet, entry), span, entry.key.span, entry.options.map((option) => rowSymbol(option, context)));
}

function stateText({ row, word }: AnswerEntry, { sheet, translate }: FeatureContext): string {
  if (!row) return word?.value.trim() ?? '';
  const state = answerState(sheet, row);
  const written = word ? shortened(word.value, SHOWN) : '';
  if (applicabilityOf(sheet).contradicts(row)) return translate({ key: 'symbols.contradictory', args: { word: written } });
  switch (state) {
    case 'missing': case 'undecided': return translate({ key: 'symbols.open' });
    case 'invalid': return translate({ key: 'symbols.invalid', args: { word: written } });
    case 'repeated': return translate({ key: 'symbols.repeated', args: { word: written } });
    default: return written;
  }
}

function kindOf(sheet: Sheet, { row }: AnswerEntry): SymbolKind {
  if (!row) return KIND.question;
  if (applicabilityOf(sheet).contradicts(row)) return KIND.contradictory;
  const state = answerState(sheet, row);
  if (state === 'missing' || state === 'invalid' || state === 'repeated') return KIND.open;
  return { gate: KIND.gate, answer: KIND.question, heading: KIND.heading, option: KIND.option }[row.kind];
}

function remarks(sheet: Sheet): DocumentSymbol[] {
  if (!sheet.remarksKey) return [];
  const children = sheet.remarks.map((remark) =>
    symbol(sheet, remark.id, shortened(remark.text?.value ?? '', SHOWN), KIND.remark, { start: remark.key.span.start, end: contentEnd(sheet, remark.span) }, remark.key.span));
  const span = { start: sheet.remarksKey.span.start, end: Math.max(sheet.remarksKey.span.end, contentEnd(sheet, sheet.remarksSpan ?? sheet.remarksKey.span)) };
  return [symbol(sheet, sheet.catalogue.dialect.sheet.remarks.key, '', KIND.remarks, span, sheet.remarksKey.span, children)];
}

/** Editors refuse an outline in which a name is empty, or what is selected lies outside its symbol. */
function symbol(sheet: Sheet, name: string, detail: string, kind: SymbolKind, span: Span, selection: Span, children?: DocumentSymbol[]): DocumentSymbol {
  return {
    name: name.trim() === '' ? '—' : name, ...(detail === '' ? {} : { detail }), kind,
    range: toRange(sheet, joined(span, selection)), selectionRange: toRange(sheet, selection),
    ...(children && children.length > 0 ? { children } : {}),
  };
}

function joined(a: Span, b: Span | undefined): Span {
  return b ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a;
}
