import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { listed, type Locale } from '../../l10n/translate.ts';
import { citationsOf } from '../../sheet/citations.ts';
import type { FeatureContext } from '../context.ts';
import { plain } from '../markdown/escape.ts';
import { questionMarkdown } from '../markdown/question.ts';
import { referenceMarkdown } from '../markdown/reference.ts';

/** What an item is about, so that its documentation can be written when it is looked at. */
export type About = { question: string } | { reference: string } | { remark: string };

/** What an item remembers of it. */
export type CompletionData = { uri: string } & About;

/** @returns the documentation as Markdown; nothing for what the sheet or its form does not have */
export function documentationOf(about: About, context: FeatureContext, locale: Locale): string | undefined {
  const { sheet, translate } = context;
  const { form, guideline } = sheet;
  if ('question' in about) {
    const row = form?.row(about.question);
    return row && questionMarkdown(row, context, locale);
  }
  if ('reference' in about) return guideline && referenceMarkdown(context, about.reference, locale);
  const remark = sheet.remark(about.remark);
  if (!remark?.text) return undefined;
  const rows = [...new Set(citationsOf(sheet, remark).map(({ entry }) => entry.id))];
  return `${plain(remark.text.value)}\n\n${translate({ key: 'hover.cited-by', args: { rows: listed(rows.length > 0 ? rows : ['—']) } })}`;
}

/** @returns what an item remembers; undefined where that is not this project's own */
export function completionData({ data }: CompletionItem): CompletionData | undefined {
  const { uri, question, reference, remark } = (data ?? {}) as Record<string, unknown>;
  if (typeof uri !== 'string') return undefined;
  if (typeof question === 'string') return { uri, question };
  if (typeof reference === 'string') return { uri, reference };
  return typeof remark === 'string' ? { uri, remark } : undefined;
}

/** Adds the documentation to an item that was offered without. */
export function resolveCompletion(item: CompletionItem, context: FeatureContext, locale: Locale): CompletionItem {
  const data = completionData(item);
  const documentation = data && markdown(documentationOf(data, context, locale));
  return documentation ? { ...item, documentation } : item;
}

export function markdown(value: string | undefined): MarkupContent | undefined {
  return value === undefined ? undefined : { kind: 'markdown', value };
}
