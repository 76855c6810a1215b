import { styleText } from 'node:util';
import { toRange } from '../../features/ranges.ts';
import type { Severity } from '../../lint/rule.ts';
import { SEVERITIES, type Reporter, type ReporterOptions } from './reporter.ts';
import { columnsOf, padded, visible } from './visible.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };

/** For people: a file, and below it what was found in it. */
export function textReporter({ translate, colour }: ReporterOptions): Reporter {
  const style = (format: Style, text: string): string => (colour ? styleText(format, text, { validateStream: false }) : text);
  const names = Object.fromEntries(SEVERITIES.map((severity) => [severity, translate({ key: `cli.severity.${severity}` })])) as Record<Severity, string>;
  const nameColumns = Math.max(...Object.values(names).map(columnsOf));
  return {
    start: () => '',
    file: ({ file, sheet, findings }) => {
      if (findings.length === 0) return '';
      const places = findings.map(({ span }) => {
        const { line, character } = toRange(sheet, span).start;
        return `${line + 1}:${character + 1}`;
      });
      const placeColumns = Math.max(...places.map(columnsOf));
      const lines = findings.map(({ rule, severity, message }, at) => [
        `  ${padded(places[at]!, placeColumns)}`,
        style(STYLES[severity], padded(names[severity], nameColumns)),
        visible(translate(message)).replaceAll('\n', ' '),
        style('dim', rule.code),
      ].join('  '));
      return `${style('underline', visible(file))}\n${lines.join('\n')}\n\n`;
    },
    end: ({ files, counts }) => {
      if (files === 0) return '';
      const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
      return `${translate(total === 0 ? { key: 'cli.lint.clean', args: { files } } : { key: 'cli.lint.summary', args: { files, ...counts } })}\n`;
    },
  };
}
