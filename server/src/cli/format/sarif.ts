import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { homepage } from '../../../../package.json';
import { toRange } from '../../features/ranges.ts';
import type { Locale } from '../../l10n/translate.ts';
import { rulePage } from '../../lint/pages.ts';
import type { Finding, Severity } from '../../lint/rule.ts';
import { rules } from '../../rules/index.ts';
import type { Sheet, Span } from '../../sheet/model.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, one run. Written piece by piece: the results are the only part that grows. */
export function sarifReporter({ locale, translate, version }: ReporterOptions): Reporter {
  let empty = true;
  return {
    start: () => `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify(tool(version, locale))},"columnKind":"utf16CodeUnits","results":[`,
    file: ({ file, sheet, findings }) => findings.map((finding) => {
      const separator = empty ? '\n' : ',\n';
      empty = false;
      return separator + JSON.stringify(result(file, sheet, finding));
    }).join(''),
    end: ({ failures }) => `${empty ? '' : '\n'}],"invocations":[${JSON.stringify(invocation(failures))}]}]}\n`,
  };

  function result(file: string, sheet: Sheet, { rule, severity, message, span, rows, related, suppressed }: Finding): object {
    return {
      ruleId: rule.code,
      ruleIndex: rules.findIndex((one) => one.code === rule.code),
      level: LEVELS[severity],
      message: { text: translate(message) },
      locations: [{ physicalLocation: physical(file, sheet, span) }],
      ...(related?.length
        ? { relatedLocations: related.map((one, id) => ({ id, physicalLocation: physical(file, sheet, one.span), message: { text: translate(one.message) } })) }
        : {}),
      // Also where it is empty: SARIF wants it for all results of a run, or for none.
      suppressions: suppressed ? [{ kind: 'inSource', ...(suppressed.reason === undefined ? {} : { justification: suppressed.reason }) }] : [],
      properties: { severity, rows },
    };
  }
}

function tool(version: string, locale: Locale): object {
  return {
    driver: {
      name: 'sds',
      version,
      informationUri: homepage,
      rules: rules.map((rule) => {
        const severity = rule.severity.default;
        const { title, what, why } = rule.docs[locale];
        return {
          id: rule.code,
          shortDescription: { text: title },
          fullDescription: { text: what },
          help: { text: why, markdown: `${what}\n\n${why}` },
          helpUri: rulePage(rule.code),
          defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
        };
      }),
    },
  };
}

function invocation(failures: string[]): object {
  return {
    executionSuccessful: failures.length === 0,
    ...(failures.length === 0 ? {} : { toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })) }),
  };
}

function physical(file: string, sheet: Sheet, span: Span): object {
  const { start, end } = toRange(sheet, span);
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  };
}

/** A relative name stays relative: readers of SARIF look from the folder that they know. */
function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.replace(/^(?:\.\/)+/, '').split('/').map(encodeURIComponent).join('/');
}
