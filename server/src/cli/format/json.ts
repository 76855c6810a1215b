import { toRange } from '../../features/ranges.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** One array over all files, a finding a line. */
export function jsonReporter({ translate, showSuppressed }: ReporterOptions): Reporter {
  return {
    start: () => '[',
    before: { first: '\n', next: ',\n' },
    file: ({ file, sheet, findings }) => findings.filter((finding) => showSuppressed || !finding.suppressed).map((finding) => {
      const { rule, severity, message, span, rows } = finding;
      const suppressed = finding.suppressed && { suppressed: true, ...finding.suppressed };
      return `  ${JSON.stringify({ file, code: rule.code, severity, message: translate(message), range: toRange(sheet, span), rows, ...suppressed })}`;
    }).join(',\n'),
    end: ({ empty }) => (empty ? ']\n' : '\n]\n'),
  };
}
