import { CompletionItemKind } from 'vscode-languageserver-types';
import type { KeyData } from '../../catalogue/dialect.ts';
import type { Row } from '../../catalogue/form-index.ts';
import { indentUnit, lineBreak } from '../../edits/layout.ts';
import type { Locale } from '../../l10n/translate.ts';
import { fold } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { explained, term } from '../markdown/terms.ts';
import { keyAt, type Suggestion } from './item.ts';
import { answerChoice } from './whole-rows.ts';

/** Keys of the sheet's top level that are not there yet. */
export function sheetKeySuggestions(cursor: Cursor, context: FeatureContext, locale: Locale): Suggestion[] {
  const { dialect } = context.sheet.catalogue;
  const { form, answers, remarks, internal } = dialect.sheet;
  const header = (context.sheet.form?.header ?? []).map((field): KeyData => field);
  const maps = [answers, remarks];
  const taken = siblings(cursor, context);
  return [form, ...header, answers, remarks, internal].filter((data) => !taken.has(fold(data.key)))
    .map((data, index) => keySuggestion(data, index, cursor, context, locale, maps.includes(data)));
}

/** Keys of an answer, or the options of a heading, that are not there yet. */
export function answerKeySuggestions(row: Row | undefined, cursor: Cursor, context: FeatureContext, locale: Locale): Suggestion[] {
  const { answer } = context.sheet.catalogue.dialect;
  const taken = siblings(cursor, context);
  const heading = row?.kind === 'heading';
  const options = heading ? row.options.filter((option) => !taken.has(fold(option.key))) : [];
  const keys = heading ? [answer.references, answer.internal] : Object.values(answer);
  return [
    ...options.map((option, index): Suggestion => ({
      label: option.key,
      text: keyAt(cursor, option.key) + (cursor.hasColon ? '' : ': '),
      kind: CompletionItemKind.Field,
      typed: option.typed,
      description: term(option.text, option.gloss, locale),
      documentation: { question: option.id },
      rank: index,
      ...answerChoice(option, cursor, context),
      goesOn: !cursor.hasColon,
    })),
    ...keys.filter((data) => !taken.has(fold(data.key))).map((data, index) => keySuggestion(data, options.length + index, cursor, context, locale, false)),
  ];
}

function keySuggestion(data: KeyData, rank: number, cursor: Cursor, context: FeatureContext, locale: Locale, map: boolean): Suggestion {
  const indent = `${lineBreak(context.sheet)}${' '.repeat(indentUnit(context.sheet))}`;
  return {
    label: data.key,
    text: keyAt(cursor, data.key) + (cursor.hasColon ? '' : `:${map ? indent : ' '}`),
    kind: CompletionItemKind.Property,
    typed: data.typed,
    description: explained(data, locale),
    documentation: explained(data, locale),
    rank,
    goesOn: !cursor.hasColon,
  };
}

/** The keys of the map that the cursor is in, its own left out. */
function siblings(cursor: Cursor, { sheet }: FeatureContext): Set<string> {
  const { lines } = sheet.lines;
  const at = sheet.document.positionAt(cursor.token.start);
  if (cursor.inFlow) {
    const slots = sheet.lines.slots.filter((slot) => slot.kind === 'key' && slot.span.start !== cursor.token.start);
    const own = sheet.lines.slots.find((slot) => slot.around.start <= cursor.offset && cursor.offset <= slot.around.end);
    const text = sheet.document.getText();
    return new Set(slots.filter((slot) => slot.path.join('\0') === own?.path.join('\0')).map((slot) => fold(text.slice(slot.span.start, slot.span.end))));
  }
  const keys = new Set<string>();
  const walk = (step: 1 | -1): void => {
    for (let index = at.line + step; index >= 0 && index < lines.length; index += step) {
      const line = lines[index]!;
      if (line.kind !== 'entry') continue;
      if (line.indent < at.character) return;
      if (line.indent === at.character) keys.add(fold(line.keyText!));
    }
  };
  walk(-1);
  walk(1);
  return keys;
}
