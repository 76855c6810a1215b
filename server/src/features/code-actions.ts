import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { chooseFixes, chooseSafeFixes, type Chosen } from '../lint/choose.ts';
import { fixesOf } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import { isBearable } from './bearable.ts';
import { isWanted } from './action-kinds.ts';
import type { FeatureContext } from './context.ts';
import { toDiagnostics } from './diagnostics.ts';
import { toWorkspaceEdit } from './ranges.ts';

/** Of more findings of one kind than anybody looks through, not all are mended at once; nor are all those offered that stand in one selection. */
const MOST_AT_ONCE = 1_000;
/** Every fix is tried on the whole text before it is offered: how many characters are read for those of single findings, and again for those of all of a kind, unless it is the first. */
export const MOST_TRIED = 500_000;
/** A line, or a key or value in brackets, takes as long to read as this many characters, however short it is. */
const OF_AN_ENTRY = 30;

/** Applies every safe fix of the document. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.sds`;

/**
 * @param only the kinds asked for; everything when absent
 * @param shown diagnostics that the fixes are asked for as well
 * @returns the fixes for what is found in `range` or shown, and the safe ones of the whole document where they are asked for
 */
export function codeActions(findings: Finding[], range: Range, only: string[] | undefined, context: FeatureContext, shown: readonly Diagnostic[] = []): CodeAction[] {
  const { sheet, translate } = context;
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, only)) {
    const start = sheet.document.offsetAt(range.start);
    const end = sheet.document.offsetAt(range.end);
    // An editor may ask for what it shows on the cursor's line.
    const isShown = (one: Finding): boolean => shown.some(({ code, range: { start: at } }) => code === one.rule.code && sheet.document.offsetAt(at) === one.span.start);
    const here = findings.filter((one) => (one.span.start <= end && start <= one.span.end) || isShown(one)).slice(0, MOST_AT_ONCE);
    const length = sheet.document.getText().length + OF_AN_ENTRY * (sheet.document.lineCount + sheet.lines.slots.length);
    let tried = 0;
    const isEnough = (): boolean => tried > 0 && tried + length > MOST_TRIED;
    for (const finding of here) {
      if (isEnough()) break;
      const diagnostics = toDiagnostics([finding], context);
      for (const fix of fixesOf(finding, sheet)) {
        if (isEnough()) break;
        tried += length;
        if (!isBearable(sheet, fix.edits)) continue;
        actions.push({
          title: translate(fix.title), kind: CodeActionKind.QuickFix, diagnostics, edit: toWorkspaceEdit(sheet, fix.edits),
          ...(fix.preferred ? { isPreferred: true } : {}),
        });
      }
    }
    tried = 0;
    for (const code of new Set(here.map((finding) => finding.rule.code))) {
      if (isEnough()) break;
      const chosen = ofKind(findings, code, context);
      if (chosen.length < 2) continue;
      tried += length;
      if (!isBearable(sheet, chosen.flatMap(({ fix }) => fix.edits))) continue;
      actions.push({
        title: translate({ key: 'fix.all-of-kind', args: { code, count: chosen.length } }), kind: CodeActionKind.QuickFix,
        diagnostics: toDiagnostics(here.filter((finding) => finding.rule.code === code), context), edit: toWorkspaceEdit(sheet, chosen.flatMap(({ fix }) => fix.edits)),
      });
    }
  }
  if (only && isWanted(FIX_ALL, only)) {
    const edits = chooseSafeFixes(findings, sheet).flatMap(({ fix }) => fix.edits);
    if (edits.length > 0) actions.push({ title: translate({ key: 'fix.all-safe' }), kind: FIX_ALL, edit: toWorkspaceEdit(sheet, edits) });
  }
  return actions;
}

/** The fix that most likely is meant, for every finding of one kind that has one. */
function ofKind(findings: Finding[], code: string, { sheet }: FeatureContext): Chosen[] {
  const alike = findings.filter((one) => one.rule.code === code);
  return alike.length < 2 || alike.length > MOST_AT_ONCE ? [] : chooseFixes(alike, sheet, (fix) => fix.preferred === true);
}
