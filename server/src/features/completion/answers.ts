import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import type { Locale } from '../../l10n/translate.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { plain } from '../markdown/escape.ts';
import { applies } from '../markdown/question.ts';
import { explained } from '../markdown/terms.ts';
import { begins, type Suggestion } from './item.ts';

/** What ends an answer in braces. */
const ENDS = [',', '}'];

/** The answers that a row takes, in the form's order; the one that fits a row that does not apply is marked. */
export function answerSuggestions(row: Row, cursor: Cursor, context: FeatureContext, locale: Locale): Suggestion[] {
  const closed = applicabilityOf(context.sheet).applies(row).value === false;
  const begun = row.words.filter((word) => begins([word.word, ...word.typed], cursor.typed));
  return row.words.map((word, index) => ({
    label: word.word,
    kind: CompletionItemKind.EnumMember,
    typed: word.typed,
    description: explained(word, locale),
    documentation: `**${plain(row.id)}** ${plain(row.text)}\n\n${applies(row, context, locale)}`,
    rank: index,
    preselect: closed && (word.meaning === 'inapplicable' || word.meaning === 'closed'),
    // Only where it cannot be another: what ends an answer must never choose one.
    ...(cursor.inFlow && begun.length === 1 && begun[0] === word ? { commits: ENDS } : {}),
  }));
}
