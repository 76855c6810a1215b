import type { Hover } from 'vscode-languageserver-types';
import type { Row } from '../catalogue/form-index.ts';
import type { KeyData } from '../catalogue/dialect.ts';
import { listed, type Locale } from '../l10n/translate.ts';
import { citationsOf } from '../sheet/citations.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { fold } from '../text/fold.ts';
import type { FeatureContext } from './context.ts';
import { resolveCursor, type Cursor } from './cursor.ts';
import { plain } from './markdown/escape.ts';
import { applies, questionMarkdown } from './markdown/question.ts';
import { referencesMarkdown } from './markdown/reference.ts';
import { answerTerm, term } from './markdown/terms.ts';
import { toRange } from './ranges.ts';
import { referenceAt } from './reference-at.ts';

/**
 * @param offset UTF-16 offset in the document
 * @returns what there is to say of what stands there, or nothing
 */
export function hover(context: FeatureContext, offset: number, locale: Locale): Hover | undefined {
  const { sheet } = context;
  const cursor = resolveCursor(sheet, offset);
  const reference = referenceAt(sheet, cursor);
  const found = reference
    ? { span: reference.span, text: referencesMarkdown(context, reference.ids, locale) }
    : subjectHover(context, cursor, locale);
  return found && { contents: { kind: 'markdown', value: found.text }, range: toRange(sheet, found.span) };
}

interface Found {
  span: Span;
  text: string;
}

function subjectHover(context: FeatureContext, cursor: Cursor, locale: Locale): Found | undefined {
  const { sheet, translate } = context;
  const { subject, token } = cursor;
  if (token.end <= token.start) return undefined;
  const written = sheet.document.getText().slice(token.start, token.end);
  const say = (text: string | undefined): Found | undefined => (text === undefined ? undefined : { span: token, text });
  switch (subject.kind) {
    case 'question': return say(mapRow(sheet.form?.row(unquote(written)), (row) => questionMarkdown(row, context, locale)));
    case 'answer-key': {
      const option = subject.row && sheet.form?.option(subject.row, unquote(written));
      return option ? say(questionMarkdown(option, context, locale)) : say(keyText(Object.values(sheet.catalogue.dialect.answer), written, locale));
    }
    case 'answer': return say(answerText(context, subject.row, written, locale));
    case 'cite': return say(remarkText(sheet, written));
    case 'remark-key': {
      const remark = sheet.remark(unquote(written));
      const rows = new Set(remark ? citationsOf(sheet, remark).map(({ entry }) => entry.id) : []);
      return say(translate({ key: 'hover.cited-by', args: { rows: listed(rows.size > 0 ? [...rows] : ['—']) } }));
    }
    case 'sheet-key': {
      const field = sheet.form?.field(unquote(written));
      return field ? say(`**${plain(term(field.key, field.gloss, locale))}**\n\n${plain(field.description[locale])}`) : say(keyText(Object.values(sheet.catalogue.dialect.sheet), written, locale));
    }
    case 'form': return say(mapRow(sheet.form, (form) => `**${plain(form.id)}** ${plain(form.data.title)}\n\n${plain(form.data.guideline.caption)}`));
    default: return undefined;
  }
}

function answerText(context: FeatureContext, row: Row, written: string, locale: Locale): string | undefined {
  const word = context.sheet.form!.word(row, unquote(written));
  if (!word) return undefined;
  return `**${plain(row.id)} ${plain(answerTerm(row, word.word, locale))}** — ${plain(word.description[locale])}\n\n${plain(row.text)}\n\n${applies(row, context, locale)}`;
}

function remarkText(sheet: Sheet, written: string): string | undefined {
  const key = /[^[\],、，\s［］]+/.exec(written)?.[0] ?? '';
  const remark = sheet.remark(unquote(key));
  return remark?.text && `**${plain(sheet.catalogue.dialect.answer.cites.key)} ${plain(remark.id)}**\n\n${plain(remark.text.value)}`;
}

function keyText(keys: KeyData[], written: string, locale: Locale): string | undefined {
  const key = keys.find((one) => fold(one.key) === fold(unquote(written)));
  return key && `**${plain(term(key.key, key.gloss, locale))}**\n\n${plain(key.description[locale])}`;
}

function unquote(written: string): string {
  return written.trim().replace(/^(["'])(.*)\1$/s, '$2');
}

function mapRow<T>(value: T | undefined, text: (value: T) => string): string | undefined {
  return value === undefined ? undefined : text(value);
}
