import type { Severity } from '../../lint/rule.ts';
import { toRange } from '../../features/ranges.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Workflow commands, which GitHub Actions shows beside the lines. */
export function githubReporter({ translate }: ReporterOptions): Reporter {
  return {
    start: () => '',
    file: ({ file, sheet, findings }) => findings.filter(({ suppressed }) => !suppressed).map(({ rule, severity, message, span }) => {
      const { start, end } = toRange(sheet, span);
      const properties = {
        // Names are looked up from the repository's folder, where ./ is unknown.
        file: file.replace(/^(?:\.\/)+/, ''),
        line: start.line + 1,
        endLine: end.line + 1,
        col: start.character + 1,
        endColumn: end.character + 1,
        title: rule.code,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`).join(',');
      return `::${COMMANDS[severity]} ${list}::${data(translate(message))}\n`;
    }).join(''),
    end: () => '',
  };
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
