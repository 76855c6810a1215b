import { toRange } from '../../features/ranges.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** One array over all files, a finding a line. */
export function jsonReporter({ translate }: ReporterOptions): Reporter {
  let empty = true;
  return {
    start: () => '[',
    file: ({ file, sheet, findings }) => findings.map((finding) => {
      const { rule, severity, message, span, rows } = finding;
      const separator = empty ? '\n' : ',\n';
      empty = false;
      return `${separator}  ${JSON.stringify({ file, code: rule.code, severity, message: translate(message), range: toRange(sheet, span), rows })}`;
    }).join(''),
    end: () => (empty ? ']\n' : '\n]\n'),
  };
}
