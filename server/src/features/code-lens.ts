import type { CodeLens, Position } from 'vscode-languageserver-types';
import type { Row, Section } from '../catalogue/form-index.ts';
import { progressOf, type Progress } from '../conditions/state.ts';
import type { Finding } from '../lint/rule.ts';
import { citationsOf } from '../sheet/citations.ts';
import type { RemarkEntry } from '../sheet/model.ts';
import { shortened } from '../text/shortened.ts';
import type { FeatureContext } from './context.ts';
import { isProblem } from './navigation/problem.ts';
import { toRange } from './ranges.ts';
import { sectionRuns } from './sections.ts';
import { listed } from '../l10n/translate.ts';

/** How many characters of a section's title are shown, and how many rows that cite a remark. */
const TITLE = 30;
const NAMED = 8;

/**
 * How far the sheet is, above it and above each of its sections, and who cites each remark. What a client has a command
 * for leads on; the others are told.
 * @param findings of the sheet
 */
export function codeLenses(context: FeatureContext, findings: Finding[]): CodeLens[] {
  const { sheet } = context;
  if (!sheet.form) return [];
  const problems = findings.filter(isProblem);
  const firsts = new Map<Section, Position>();
  for (const { section, entries } of sectionRuns(sheet)) {
    if (section && !firsts.has(section) && !entries[0]!.inFlow) firsts.set(section, sheet.document.positionAt(entries[0]!.key.span.start));
  }
  return [
    ...sheetLenses(context, problems),
    ...[...firsts].flatMap(([section, position]) => sectionLenses(section, position, context, problems)),
    ...sheet.remarks.filter((remark) => beginsLine(remark, context)).map((remark) => remarkLens(remark, context)),
  ];
}

/** What is left to do, and the ways to it; as the outline tells it also while a part of the text cannot be read. */
function sheetLenses(context: FeatureContext, problems: Finding[]): CodeLens[] {
  const { sheet, translate, commands } = context;
  const { uri } = sheet.document;
  const top = { line: 0, character: 0 };
  const { answered, applicable, provisional, open } = progressIn(context, sheet.form!.rows);
  const next = commands?.nextOpenQuestion;
  return [
    ...(isBroken(context) ? [lens(top, translate({ key: 'lens.unreadable' }))] : []),
    lens(top, translate({ key: 'lens.sheet', args: { answered, applicable, provisional } })),
    ...(open.length > 0 ? [lens(top, translate({ key: next === undefined ? 'lens.open' : 'lens.next-open', args: { count: open.length } }), next, [uri])] : []),
    ...problemLens(top, problems, [uri], context),
  ];
}

function sectionLenses(section: Section, position: Position, context: FeatureContext, problems: Finding[]): CodeLens[] {
  const { sheet, translate, commands } = context;
  const target = [sheet.document.uri, section.rows[0]!.id];
  const name = `${section.ref} ${shortened(section.title, TITLE)}`;
  const spans = sectionRuns(sheet).filter((run) => run.section === section).map(({ span }) => span);
  const own = problems.filter((finding) => spans.some(({ start, end }) => start <= finding.span.start && finding.span.start <= end));
  const { answered, applicable, provisional, open } = progressIn(context, section.rows);
  const title = translate({ key: 'lens.section', args: { section: name, answered, applicable, provisional } });
  return [
    open.length > 0 ? lens(position, title, commands?.nextOpenQuestion, target) : lens(position, title),
    ...problemLens(position, own, target, context),
  ];
}

/** Nothing where there are no problems. */
function problemLens(position: Position, problems: Finding[], target: string[], { translate, commands }: FeatureContext): CodeLens[] {
  const counted = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : translate({ key: 'lens.problems', args: { severity, count } });
  });
  return counted.length === 0 ? [] : [lens(position, counted.join(translate({ key: 'lens.between' })), commands?.nextProblem, target)];
}

function remarkLens(remark: RemarkEntry, { sheet, translate, commands }: FeatureContext): CodeLens {
  const { uri } = sheet.document;
  const position = sheet.document.positionAt(remark.key.span.start);
  const citations = citationsOf(sheet, remark);
  if (citations.length === 0) return lens(position, translate({ key: 'lens.not-cited' }));
  const ids = [...new Set(citations.map(({ entry }) => entry.id))];
  const rows = listed(ids.slice(0, NAMED));
  const title = translate({ key: 'lens.cited-by', args: { rows, more: Math.max(0, ids.length - NAMED) } });
  const locations = citations.map(({ cite }) => ({ uri, range: toRange(sheet, cite.text.span) }));
  return lens(position, title, commands?.showReferences, [uri, position, locations]);
}

/** In braces there is no line of its own to stand above. */
function beginsLine({ key }: RemarkEntry, { sheet }: FeatureContext): boolean {
  return sheet.lines.lines[sheet.document.positionAt(key.span.start).line]?.key?.start === key.span.start;
}

/** While a part of the text cannot be read, only open questions that have a line are led to: others may stand in that part. */
function progressIn(context: FeatureContext, rows: Row[]): Progress {
  const progress = progressOf(context.sheet, rows);
  return isBroken(context) ? { ...progress, open: progress.open.filter((row) => context.sheet.entryOf(row)) } : progress;
}

function isBroken({ sheet }: FeatureContext): boolean {
  return sheet.notices.some((notice) => notice.kind === 'syntax');
}

/** A lens leads nowhere where its command is empty. */
function lens(position: Position, title: string, command = '', args: unknown[] = []): CodeLens {
  return { range: { start: position, end: position }, command: { title, command, ...(command === '' ? {} : { arguments: args }) } };
}
