import { lint } from '../lint/lint.ts';
import { translator, type Locale, type Message } from '../l10n/translate.ts';
import type { Settings } from '../workspace/config.ts';
import type { Workspace } from '../workspace/compose.ts';
import { layered } from '../workspace/layers.ts';
import type { Context } from './context.ts';
import type { FoundFile } from './files.ts';
import { githubReporter } from './format/github.ts';
import { jsonReporter } from './format/json.ts';
import type { Counts, Reporter, ReporterOptions } from './format/reporter.ts';
import { sarifReporter } from './format/sarif.ts';
import { textReporter } from './format/text.ts';
import { readSource, sheetOf } from './source.ts';
import { placeOf } from './workspace.ts';

export const REPORTERS: Record<string, (options: ReporterOptions) => Reporter> = {
  text: textReporter, json: jsonReporter, sarif: sarifReporter, github: githubReporter,
};

/** How files are to be checked; plain data, which another thread can be given. */
export interface LintJob {
  /** Of `REPORTERS`. */
  format: string;
  locale: Locale;
  version: string;
  showSuppressed: boolean;
  colour: boolean;
  /** What the command line asks for. */
  asked: Settings;
  /** One day for all files, as `YYYY-MM-DD`. */
  today: string;
}

/** What came of one file; plain data, which another thread can give. */
export interface Linted {
  /** Why it could not be read. */
  failures: Message[];
  /** The files of folders `.sds` around it, of which something may have to be said. */
  places: Workspace['files'];
  /** What is to be said of it. */
  text: string;
  /** Without what is suppressed; absent when it was not checked. */
  counts?: Counts;
  suppressed: number;
}

export function reporterOf({ format, locale, ...options }: LintJob): Reporter {
  return REPORTERS[format]!({ ...options, locale, translate: translator(locale) });
}

/** Checks files one after the other: whatever their number, one sheet at a time is in memory. */
export function linter(job: LintJob, context: Context): (file: FoundFile) => Promise<Linted> {
  const reporter = reporterOf(job);
  return async (file) => {
    const failures: Message[] = [];
    const source = await readSource(file, { ...context, fail: (message) => Promise.resolve(void failures.push(message)) });
    if (source === undefined) return { failures, places: [], text: '', suppressed: 0 };
    const place = await placeOf(file, context);
    const sheet = sheetOf(source.text, file, place.context);
    const findings = lint(sheet, { ...layered(place.settings, job.asked), today: job.today, showSuppressed: true });
    const counts: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const finding of findings) if (!finding.suppressed) counts[finding.severity] += 1;
    return {
      failures, places: place.files, text: reporter.file({ file: file.name, sheet, findings }), counts,
      suppressed: findings.filter((finding) => finding.suppressed).length,
    };
  };
}
