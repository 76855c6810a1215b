import type { Section } from '../catalogue/form-index.ts';
import { progressOf } from '../conditions/state.ts';
import { listed } from '../l10n/translate.ts';
import { lint, type LintOptions } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { FeatureContext } from './context.ts';
import { plain } from './markdown/escape.ts';

/**
 * The check before a sheet leaves the house: everything that the strict profile finds, section by section, with
 * what comments suppress and what is still to be confirmed.
 * @returns a Markdown document that can be kept; it never says that a sheet conforms to anything
 */
export function report(context: FeatureContext, name: string, options: Pick<LintOptions, 'severities'> = {}): string {
  const { sheet, translate, today } = context;
  const all = lint(sheet, { ...options, profile: 'strict', today, showSuppressed: true });
  const findings = all.filter((finding) => !finding.suppressed);
  const suppressed = all.filter((finding) => finding.suppressed);
  const provisional = sheet.answers.filter((entry) => entry.provisional);
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    `# ${translate({ key: 'report.title', args: { name: plain(name) } })}`,
    translate({ key: 'report.head', args: { today, form: plain(sheet.form?.id ?? '—') } }),
    translate({ key: 'report.counts', args: { errors: count('error'), warnings: count('warning'), others: count('info') + count('hint') } }),
    `> ${translate({ key: 'report.disclaimer' })}`,
  ];
  for (const [title, lines] of bySection(findings, context)) parts.push(`## ${title}`, lines.join('\n'));
  if (findings.length === 0) parts.push(translate({ key: 'report.nothing' }));
  if (provisional.length > 0) {
    const rows = provisional.map((entry) => `- ${plain(entry.id)}${entry.provisional?.text ? ` ${plain(entry.provisional.text.value)}` : ''}`);
    parts.push(`## ${translate({ key: 'report.provisional' })}`, rows.join('\n'));
  }
  if (suppressed.length > 0) {
    const rows = suppressed.map((finding) => {
      const reason = finding.suppressed!.reason;
      return `${line(finding, context)} — ${reason === undefined ? translate({ key: 'report.no-reason' }) : plain(reason)}`;
    });
    parts.push(`## ${translate({ key: 'report.suppressed' })}`, rows.join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

/** In the form's order; what stands in no row comes first. What is still to be answered is named with its section. */
function bySection(findings: Finding[], context: FeatureContext): [string, string[]][] {
  const { sheet, translate } = context;
  const groups = new Map<Section | undefined, Finding[]>([[undefined, []], ...(sheet.form?.sections ?? []).map((one) => [one, []] as [Section, Finding[]])]);
  for (const finding of findings) {
    groups.get(sectionOf(finding, sheet))!.push(finding);
  }
  return [...groups].flatMap(([section, group]): [string, string[]][] => {
    const open = section ? progressOf(sheet, section.rows).open.filter((row) => !sheet.entryOf(row)) : [];
    const lines = [
      ...group.map((finding) => line(finding, context)),
      ...(open.length > 0 ? [`- ${translate({ key: 'report.open', args: { rows: listed(open.map((row) => plain(row.id))) } })}`] : []),
    ];
    return lines.length === 0 ? [] : [[section ? `${plain(section.title)} (${section.ref})` : translate({ key: 'report.general' }), lines]];
  });
}

/** Of what stands in a row; what is about rows of several sections is about the whole sheet. */
function sectionOf({ span, rows }: Finding, sheet: Sheet): Section | undefined {
  const sections = new Set(rows.map((id) => sheet.form?.row(id)?.section));
  const [first] = sections;
  if (sections.size <= 1) return first;
  return sheet.answers.some((entry) => entry.key.span.start <= span.start && span.start <= entry.span.end) ? first : undefined;
}

function line(finding: Finding, { sheet, translate }: FeatureContext): string {
  const number = sheet.document.positionAt(finding.span.start).line + 1;
  const severity = translate({ key: `severity.${finding.severity}` });
  return `- **${severity}** ${translate({ key: 'report.line', args: { line: number } })} ${plain(translate(finding.message))} \`${finding.rule.code}\``;
}
