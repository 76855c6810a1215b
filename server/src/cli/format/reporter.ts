import type { Locale, Translate } from '../../l10n/translate.ts';
import type { Finding, Severity } from '../../lint/rule.ts';
import type { Sheet } from '../../sheet/model.ts';

/** What was found in one file. */
export interface FileResult {
  /** As given, with `/`. */
  file: string;
  sheet: Sheet;
  /** In the document's order, with those that comments suppress, which are marked so. */
  findings: Finding[];
}

export type Counts = Record<Severity, number>;

export interface Summary {
  /** How many files were checked. */
  files: number;
  /** Without what is suppressed. */
  counts: Counts;
  suppressed: number;
  /** What could not be checked, as said on standard error. */
  failures: string[];
}

/** Writes results as they come, file by file, so that thousands of them take no memory. */
export interface Reporter {
  start(): string;
  file(result: FileResult): string;
  end(summary: Summary): string;
}

export interface ReporterOptions {
  locale: Locale;
  translate: Translate;
  /** Whether what is suppressed is asked for. */
  showSuppressed: boolean;
  version: string;
  /** Whether a terminal shows it. */
  colour: boolean;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
