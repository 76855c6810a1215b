import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { rulePage } from '../lint/pages.ts';
import type { Finding, Severity } from '../lint/rule.ts';
import { hash } from '../text/hash.ts';
import type { FeatureContext } from './context.ts';
import { toRange } from './ranges.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

/** @returns the findings as the protocol has them */
export function toDiagnostics(findings: Finding[], { sheet, translate, diagnosticParts }: FeatureContext): Diagnostic[] {
  const { relatedInformation = true, codeDescription = true } = diagnosticParts ?? {};
  return findings.map((finding) => ({
    range: toRange(sheet, finding.span),
    severity: severities[finding.severity],
    source: 'sds',
    code: finding.rule.code,
    ...(codeDescription ? { codeDescription: { href: rulePage(finding.rule.code) } } : {}),
    message: translate(finding.message),
    ...(relatedInformation && finding.related?.length
      ? {
        relatedInformation: finding.related.map(({ span, message }) => ({
          location: { uri: sheet.document.uri, range: toRange(sheet, span) }, message: translate(message),
        })),
      }
      : {}),
  }));
}

/** @returns a name that is the same for the same diagnostics, and hardly for others */
export function resultIdOf(diagnostics: Diagnostic[]): string {
  return hash(JSON.stringify(diagnostics));
}
