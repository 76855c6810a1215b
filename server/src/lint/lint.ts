import { applicabilityOf } from '../conditions/applicability.ts';
import { asJson } from '../edits/as-json.ts';
import { commentStart } from '../sheet/lines.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { outsidePair } from '../text/pair.ts';
import { rules as allRules } from '../rules/index.ts';
import { touching, type LineRange } from './line-ranges.ts';
import { suppressionFor } from './suppressions.ts';
import type { Finding, Fix, LintContext, Profile, Rule, Setting } from './rule.ts';

/** Of one kind no more are told: nobody reads on, and an editor must not be sent tens of thousands. */
export const MOST_OF_A_KIND = 1_000;

export interface LintOptions {
  profile?: Profile;
  /** Severities by code that overrule the profile's. */
  severities?: Record<string, Setting>;
  /** Today as `YYYY-MM-DD`, for what depends on it. */
  today?: string;
  /** Also returns what comments in the sheet suppress, marked so. */
  showSuppressed?: boolean;
  /** Asked between rules; true ends the run with what there is. */
  cancelled?: () => boolean;
}

/**
 * Runs every rule over a sheet. Of more than MOST_OF_A_KIND findings of one, a last one says that there are more.
 * @returns the findings in the document's order, each within one line
 */
export function lint(sheet: Sheet, options: LintOptions = {}): Finding[] {
  const context = contextOf(sheet, options.today);
  const syntax = sheet.notices.filter((notice) => notice.kind === 'syntax');
  const isBroken = touching(syntax.map((notice) => lines(sheet, notice.span)));
  const findings: Finding[] = [];
  for (const rule of allRules) {
    if (options.cancelled?.()) break;
    const severity = options.severities?.[rule.code] ?? rule.severity[options.profile ?? 'default'];
    if (severity === 'off' || (rule.restsOnAbsence && syntax.length > 0)) continue;
    const told = { shown: 0, suppressed: 0 };
    for (const draft of rule.check(context)) {
      const span = withinLine(sheet, draft.span);
      const at = lines(sheet, draft.span);
      if (!rule.unsuppressible && isBroken(at)) continue;
      const spared = rule.unsuppressible ? undefined : suppressionFor(sheet, rule.code, at.first);
      if (spared && !options.showSuppressed) continue;
      const count = told[spared ? 'suppressed' : 'shown']++;
      if (count > MOST_OF_A_KIND) continue;
      const { message, related, data, rows = [] } = draft;
      const finding: Finding = { span, message, rows, data, rule, severity };
      if (related) finding.related = related;
      if (count === MOST_OF_A_KIND) Object.assign(finding, MORE);
      if (spared) finding.suppressed = spared.reason === undefined ? {} : { reason: spared.reason };
      findings.push(finding);
      if (count === MOST_OF_A_KIND && !spared) break;
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || order(a.rule) - order(b.rule));
}

/** @returns the fixes that a finding's rule offers */
export function fixesOf(finding: Finding, sheet: Sheet): Fix[] {
  const fixes = (finding.rule.fixes?.(finding, contextOf(sheet)) ?? []).map((fix) => ({ ...fix, edits: asJson(sheet, fix.edits) }));
  const text = sheet.document.getText();
  return fixes.filter((fix) => fix.edits.some(({ span, text: replacement }) => text.slice(span.start, span.end) !== replacement));
}

const MORE: Pick<Finding, 'message' | 'related'> = { message: { key: 'lint.more-of-kind', args: { count: MOST_OF_A_KIND } }, related: [] };

const CODES = allRules.map((rule) => rule.code);

function contextOf(sheet: Sheet, today?: string): LintContext {
  return { sheet, applicability: applicabilityOf(sheet), codes: CODES, ...(today === undefined ? {} : { today }) };
}

function order(rule: Rule): number {
  return allRules.indexOf(rule);
}

function lines(sheet: Sheet, span: Span): LineRange {
  return { first: sheet.document.positionAt(span.start).line, last: sheet.document.positionAt(span.end).line };
}

/** A finding is drawn on its first line only, and on at least one character where there is one. */
function withinLine(sheet: Sheet, span: Span): Span {
  const text = sheet.document.getText();
  const start = Math.max(0, Math.min(span.start, text.length));
  const rest = text.slice(start, Math.max(span.end, start));
  const first = /^[^\r\n]*/.exec(rest)![0];
  // Of what goes on below, the first line's comment is no part.
  const line = (first.length < rest.length ? first.slice(0, commentStart(first, 1)) : first).trimEnd();
  if (line.length > 0) return { start, end: start + line.length };
  return start < text.length && !/[\r\n]/.test(text[start]!) ? { start, end: outsidePair(text, start + 1, 1) } : { start, end: start };
}
