import assert from 'node:assert/strict';
import { Range, TextEdit, type CodeAction } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, FIX_ALL } from '../../server/src/features/code-actions.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import { resolveCompletion } from '../../server/src/features/completion/documentation.ts';
import type { FeatureContext } from '../../server/src/features/context.ts';
import { definition } from '../../server/src/features/definition.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { documentLinks } from '../../server/src/features/document-links.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { format, formatOnType, formatRange } from '../../server/src/features/formatting.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints/hints.ts';
import { openQuestion } from '../../server/src/features/navigation/open-question.ts';
import { nextProblem } from '../../server/src/features/navigation/problem.ts';
import { questionActions } from '../../server/src/features/question-actions.ts';
import { toRange, toTextEdit } from '../../server/src/features/ranges.ts';
import { referencesIn, targetAt } from '../../server/src/features/references.ts';
import { refactorings } from '../../server/src/features/refactor/index.ts';
import { remarkActions } from '../../server/src/features/remark-actions.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { report } from '../../server/src/features/report.ts';
import { selectionRange } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { factsOf } from '../../server/src/features/workspace/facts.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { previewOf } from '../../server/src/render/preview.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { catalogue } from './catalogue.ts';

const OPTIONS = { tabSize: 2, insertSpaces: true };
const TODAY = '2026-11-23';

/** One thing that a client can ask for, and how long the answer took in milliseconds. */
export interface Timed {
  name: string;
  took: number;
}

/**
 * Asks for everything that a client can ask for at one place of a text, and for all that is about the whole of it.
 * Fails where a range of an answer lies outside the text, splits a pair of surrogates, or where edits overlap.
 * @param offset UTF-16 offset of the cursor
 */
export function askEverything(text: string, offset: number): Timed[] {
  const document = TextDocument.create('file:///any.sds.yaml', 'sds-yaml', 1, text);
  const timed: Timed[] = [];
  const ask = <T>(name: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    timed.push({ name, took: performance.now() - start });
    checkRanges(result, document, name);
    return result;
  };
  const sheet = ask('read', () => readSheet(document, catalogue()));
  const findings = ask('check', () => lint(sheet, { profile: 'strict', today: TODAY, showSuppressed: true }));
  const context: FeatureContext = { sheet, translate: translator('ja'), today: TODAY };
  const position = document.positionAt(offset);
  const range = { start: document.positionAt(Math.max(0, offset - 20)), end: position };
  ask('diagnostics', () => toDiagnostics(findings, context));
  const list = ask('complete', () => complete(context, offset, 'ja', 'invoked'));
  for (const item of list.items.slice(0, 3)) ask('resolve completion', () => resolveCompletion(item, context, 'ja'));
  ask('hover', () => hover(context, offset, 'en'));
  ask('definition', () => definition(context, offset));
  ask('references', () => {
    const target = targetAt(context, offset);
    return target && referencesIn(sheet, target, true).map((span) => toRange(sheet, span));
  });
  ask('highlights', () => highlights(context, offset));
  ask('rename', () => {
    if (!('span' in prepareRename(context, offset))) return undefined;
    const edits = rename(context, offset, '新しい名前');
    return Array.isArray(edits) ? edits.map((edit) => toTextEdit(sheet, edit)) : undefined;
  });
  for (const only of [undefined, [FIX_ALL]]) ask('code actions', () => codeActions(findings, range, only, context).map(edited));
  ask('question actions', () => questionActions(range, ['source'], context).map(edited));
  ask('remark actions', () => remarkActions(['source'], context).map(edited));
  ask('refactorings', () => refactorings(range, undefined, context, false).map(edited));
  ask('symbols', () => documentSymbols(context));
  ask('folding', () => foldingRanges(sheet).map(({ startLine, endLine }) => ({ start: { line: startLine, character: 0 }, end: { line: endLine, character: 0 } })));
  ask('selection', () => selectionRange(sheet, offset));
  ask('tokens', () => semanticTokens(sheet).map(({ span }) => toRange(sheet, span)));
  ask('hints', () => inlayHints(context, { start: { line: 0, character: 0 }, end: position }, { questions: true, omittedAnswers: true }));
  ask('links', () => documentLinks(context));
  ask('lenses', () => codeLenses(context, findings));
  ask('format', () => format(context, OPTIONS));
  ask('format range', () => formatRange(context, range, OPTIONS));
  ask('format on type', () => formatOnType(context, position, '\n', OPTIONS));
  for (const backwards of [false, true]) {
    // Its range is a place of the text as its edits make it.
    ask('open question', () => void openQuestion(context, offset, { backwards }));
    ask('problem', () => nextProblem(context, findings, offset, { backwards }));
  }
  ask('report', () => void report(context, 'any.sds.yaml'));
  ask('facts', () => void factsOf(sheet));
  for (const view of ['form', 'guideline', 'exceptions'] as const) {
    ask(`preview ${view}`, () => void previewOf(sheet, { findings, translate: context.translate, locale: 'ja' }, view));
  }
  return timed;
}

/** The edits of an action, which are about one document. */
function edited({ edit }: CodeAction): TextEdit[] {
  return Object.values(edit?.changes ?? {}).flat();
}

/**
 * Looks at whatever in an answer has the shape of a range, or of edits beside one another.
 * @throws where a range is none of the document, splits a pair of surrogates, or edits overlap
 */
export function checkRanges(answer: unknown, document: TextDocument, name: string, depth = 0): void {
  if (typeof answer !== 'object' || answer === null || depth > 8) return;
  if (Range.is(answer)) {
    const [start, end] = [document.offsetAt(answer.start), document.offsetAt(answer.end)];
    assert.ok(start <= end, `${name}: ${JSON.stringify(answer)}`);
    for (const [offset, position] of [[start, answer.start], [end, answer.end]] as const) {
      assert.deepEqual(document.positionAt(offset), position, `${name}: no place of the document`);
      assert.ok(!splitsPair(document.getText(), offset), `${name}: ${JSON.stringify(position)} is within a pair of surrogates`);
    }
    return;
  }
  if (Array.isArray(answer)) {
    if (answer.length > 0 && answer.every((one) => TextEdit.is(one))) TextDocument.applyEdits(document, answer);
    for (const one of answer) checkRanges(one, document, name, depth + 1);
    return;
  }
  // A model's own spans are offsets; what it links to is no answer.
  if (name === 'read' || name === 'check') return;
  for (const one of Object.values(answer)) checkRanges(one, document, name, depth + 1);
}

function splitsPair(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
