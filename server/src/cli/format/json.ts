import { toRange } from '../../features/ranges.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** One array over all files, a finding a line. */
export function jsonReporter({ translate, showSuppressed }: ReporterOptions): Reporter {
  let empty = true;
  return {
    start: () => '[',
    file: ({ file, sheet, findings }) => findings.filter((finding) => showSuppressed || !finding.suppressed).map((finding) => {
      const { rule, severity, message, span, rows } = finding;
      const suppressed = finding.suppressed && { suppressed: true, ...finding.suppressed };
      const separator = empty ? '\n' : ',\n';
      empty = false;
      return `${separator}  ${JSON.stringify({ file, code: rule.code, severity, message: translate(message), range: toRange(sheet, span), rows, ...suppressed })}`;
    }).join(''),
    end: () => (empty ? ']\n' : '\n]\n'),
  };
}
