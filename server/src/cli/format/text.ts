import { styleText } from 'node:util';
import { toRange } from '../../features/ranges.ts';
import type { Finding, Severity } from '../../lint/rule.ts';
import { SEVERITIES, type Reporter, type ReporterOptions } from './reporter.ts';
import { columnsOf, padded, visible } from './visible.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };

/** For people: a file, and below it what was found in it. */
export function textReporter({ translate, showSuppressed, colour }: ReporterOptions): Reporter {
  const style = (format: Style, text: string): string => (colour ? styleText(format, text, { validateStream: false }) : text);
  const shownKinds = showSuppressed ? [...SEVERITIES, 'suppressed' as const] : SEVERITIES;
  const names = Object.fromEntries(shownKinds.map((kind) => [kind, translate({ key: `cli.severity.${kind}` })]));
  const nameColumns = Math.max(...Object.values(names).map(columnsOf));
  const kindOf = ({ severity, suppressed }: Finding): string => (
    suppressed ? style('dim', padded(names['suppressed']!, nameColumns)) : style(STYLES[severity], padded(names[severity]!, nameColumns))
  );
  const reasonOf = ({ suppressed }: Finding): string => {
    if (!suppressed) return '';
    const { reason } = suppressed;
    return ` ${visible(translate(reason === undefined ? { key: 'cli.lint.suppressed-unexplained' } : { key: 'cli.lint.suppressed-by', args: { reason } }))}`;
  };
  return {
    start: () => '',
    file: ({ file, sheet, findings }) => {
      const shown = findings.filter(({ suppressed }) => showSuppressed || !suppressed);
      if (shown.length === 0) return '';
      const places = shown.map(({ span }) => {
        const { line, character } = toRange(sheet, span).start;
        return `${line + 1}:${character + 1}`;
      });
      const placeColumns = Math.max(...places.map(columnsOf));
      const lines = shown.map((finding, at) => [
        `  ${padded(places[at]!, placeColumns)}`,
        kindOf(finding),
        visible(translate(finding.message)).replaceAll('\n', ' '),
        style('dim', finding.rule.code) + reasonOf(finding),
      ].join('  '));
      return `${style('underline', visible(file))}\n${lines.join('\n')}\n\n`;
    },
    end: ({ files, counts, suppressed }) => {
      if (files === 0) return '';
      const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
      const summary = translate(total === 0 ? { key: 'cli.lint.clean', args: { files } } : { key: 'cli.lint.summary', args: { files, ...counts } });
      // Not listed unless asked for, but never passed over in silence.
      const spared = suppressed === 0 ? '' : `${translate({ key: 'cli.lint.suppressed', args: { count: suppressed, listed: showSuppressed ? 'yes' : 'no' } })}\n`;
      return `${summary}\n${spared}`;
    },
  };
}
