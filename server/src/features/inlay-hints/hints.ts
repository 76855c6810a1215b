import type { InlayHint, MarkupContent, Range } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import { setAnswer } from '../../edits/answer.ts';
import { inARow, type Locale } from '../../l10n/translate.ts';
import { shortened } from '../../text/shortened.ts';
import type { EditorSettings } from '../../workspace/editor-settings.ts';
import type { FeatureContext } from '../context.ts';
import { plain } from '../markdown/escape.ts';
import { applies, questionMarkdown } from '../markdown/question.ts';
import { toTextEdit } from '../ranges.ts';
import { rowRuns, runName } from '../row-runs.ts';
import { omittedHints } from './omitted.ts';
import { questionHints } from './questions.ts';

/** What a hint is about; the client hands it back when it wants the tooltip. */
export interface HintData {
  uri: string;
  /** Ids. */
  rows: string[];
  omitted: boolean;
}

/** How many rows a tooltip names. */
const NAMED = 8;
/** How many characters of a question stand in a list. */
const LISTED = 40;

/** @returns the hints on the lines of a range, without their tooltips */
export function inlayHints(context: FeatureContext, { start, end }: Range, shown: EditorSettings['inlayHints']): InlayHint[] {
  const { sheet } = context;
  const { uri } = sheet.document;
  const data = (rows: Row[], omitted: boolean): HintData => ({ uri, rows: rows.map((row) => row.id), omitted });
  const questions = shown.questions ? questionHints(sheet, start.line, end.line) : [];
  const omitted = shown.omittedAnswers ? omittedHints(sheet) : [];
  return [
    ...questions.map(({ row, at, label }) => ({ position: sheet.document.positionAt(at), label, paddingLeft: true, data: data([row], false) })),
    ...omitted.map((hint) => ({
      position: sheet.document.positionAt(hint.at), label: hint.entry ? hint.word : `${inARow(rowRuns(hint.rows).map((run) => runName(run, context.translate)), context.translate)} ${hint.word}`, paddingLeft: true, data: data(hint.rows, true),
      ...(hint.entry ? { textEdits: setAnswer(sheet, hint.entry, hint.word).map((edit) => toTextEdit(sheet, edit)) } : {}),
    })).filter(({ position }) => start.line <= position.line && position.line <= end.line),
  ];
}

/** @returns what there is to say of a hint that was handed back; nothing when the sheet is another one by now */
export function hintTooltip({ rows: ids, omitted }: HintData, context: FeatureContext, locale: Locale): MarkupContent | undefined {
  const rows = ids.map((id) => context.sheet.form?.row(id)).filter((row) => row !== undefined);
  if (rows.length === 0) return undefined;
  return { kind: 'markdown', value: omitted ? omittedMarkdown(rows, context, locale) : questionMarkdown(rows[0]!, context, locale) };
}

/** The rows that are left out, below what decides that they may be. */
function omittedMarkdown(rows: Row[], context: FeatureContext, locale: Locale): string {
  const { translate } = context;
  const reasons = new Map<string, Row[]>();
  for (const row of rows.slice(0, NAMED)) {
    const reason = applies(row, context, locale);
    reasons.set(reason, [...(reasons.get(reason) ?? []), row]);
  }
  const parts = [...reasons].flatMap(([reason, group]) => [
    reason, group.map((row) => `- **${plain(row.id)}** ${plain(shortened(row.text, LISTED))}`).join('\n'),
  ]);
  if (rows.length > NAMED) parts.push(translate({ key: 'list.more', args: { count: rows.length - NAMED } }));
  return [translate({ key: 'hints.omitted' }), ...parts].join('\n\n');
}
