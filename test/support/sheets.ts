import { TextDocument } from 'vscode-languageserver-textdocument';
import { translator, type Locale } from '../../server/src/l10n/translate.ts';
import { fixesOf, lint, type LintOptions } from '../../server/src/lint/lint.ts';
import type { Finding, Fix } from '../../server/src/lint/rule.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';
import type { Edit } from '../../server/src/sheet/notices.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { catalogue } from './catalogue.ts';

const translate: Record<Locale, ReturnType<typeof translator>> = { ja: translator('ja'), en: translator('en') };

/** The sheet that each finding was made on; its fixes can only be asked for there. */
const origin = new WeakMap<Finding, Sheet>();

/** Reads a sheet with everything that ships. */
export function sheet(text: string): Sheet {
  return readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, text), catalogue());
}

/** Every finding on a text, in order. */
export function lintText(text: string, options?: LintOptions): Finding[] {
  const read = sheet(text);
  const findings = lint(read, options);
  for (const finding of findings) origin.set(finding, read);
  return findings;
}

/** The fixes of a finding that `lintText` returned. */
export function fixes(finding: Finding): Fix[] {
  return fixesOf(finding, origin.get(finding)!);
}

export function titleOf(fix: Fix, locale: Locale = 'ja'): string {
  return translate[locale](fix.title);
}

export function messageOf(finding: Finding, locale: Locale = 'ja'): string {
  return translate[locale](finding.message);
}

/**
 * Applies one fix of a finding.
 * @param text the text that the finding is on
 * @param which the fix's Japanese title, or its place among the finding's fixes
 */
export function applyFix(text: string, finding: Finding, which: string | number = 0): string {
  const offered = fixes(finding);
  const fix = typeof which === 'number' ? offered[which] : offered.find((one) => titleOf(one) === which);
  if (!fix) throw new Error(`${finding.rule.code} offers no fix ${which}, but: ${offered.map((one) => titleOf(one)).join(' / ')}`);
  return applyEdits(text, fix.edits);
}

/**
 * Applies edits as an editor does: all to the same text, those at one place in their order.
 * @throws Error when two overlap
 */
export function applyEdits(text: string, edits: Edit[]): string {
  const sorted = edits.map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.index - b.index);
  let result = '';
  let taken = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < taken || span.end < span.start || span.end > text.length) throw new Error(`Edits overlap at ${span.start}.`);
    result += text.slice(taken, span.start) + replacement;
    taken = span.end;
  }
  return result + text.slice(taken);
}

/** Applies every safe fix once, leaving out what overlaps an earlier one. */
export function applySafeFixes(text: string): string {
  const edits: Edit[] = [];
  for (const fix of lintText(text).flatMap((finding) => fixes(finding)).filter((one) => one.safe)) {
    const free = fix.edits.every((edit) => edits.every((other) => edit.span.end <= other.span.start || other.span.end <= edit.span.start));
    if (free) edits.push(...fix.edits);
  }
  return applyEdits(text, edits);
}

/** The rows of a sheet by id, each with its answer as written: what a reader gets to know of it. */
export function answersOf(read: Sheet): Record<string, string | undefined> {
  return Object.fromEntries(read.answers.filter((entry) => entry.row?.kind !== 'heading').map((entry) => [entry.id, entry.answer?.word ?? entry.word?.value]));
}
