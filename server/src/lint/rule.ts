import type { Applicability } from '../conditions/applicability.ts';
import type { Message } from '../l10n/translate.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Setting = Severity | 'off';
export type Profile = 'default' | 'strict';

/** What every rule may look at. */
export interface LintContext {
  sheet: Sheet;
  applicability: Applicability;
  /** Today as `YYYY-MM-DD`; rules have no clock. Absent where nobody says. */
  today?: string;
  /** The codes of every rule. */
  codes: readonly string[];
}

/** A second place that a finding involves. */
export interface Related {
  span: Span;
  message: Message;
}

/** What a rule finds, before anyone asks how severe that is. */
export interface Draft<Data = unknown> {
  span: Span;
  message: Message;
  /** The row in which it stands (an unknown id as written), then the others concerned. */
  rows?: string[];
  related?: Related[];
  /** What the rule's own fixes need. */
  data: Data;
}

export interface Fix {
  title: Message;
  edits: Edit[];
  /** Changes spelling or form, never the meaning of an answer. */
  safe?: boolean;
  /** The fix that a person most likely wants. */
  preferred?: boolean;
}

/** What a rule's page says, beside what is generated. */
export interface RuleDocs {
  /** Part of a sheet that shows the finding, and the same as it should be; example.ts says which part. */
  bad: string;
  good: string;
  ja: RuleWords;
  en: RuleWords;
}

export interface RuleWords {
  title: string;
  /** When it is reported; Markdown. */
  what: string;
  /** Why it matters to those who read the sheet. */
  why: string;
  /** What each quick fix does, where there are any. */
  fixes?: string;
}

/** One diagnostic: its code, how severe it is, how it is found and how it is mended. */
export interface Rule<Data = unknown> {
  code: string;
  severity: Record<Profile, Setting>;
  docs: RuleDocs;
  /** Judges by what is missing, so it waits until the document can be read. */
  restsOnAbsence?: boolean;
  /** Said even where a comment asks to be spared. */
  unsuppressible?: boolean;
  /** Some of its fixes are safe; the others' are not even looked for where only such are wanted. */
  hasSafeFixes?: boolean;
  check(context: LintContext): Iterable<Draft<Data>>;
  fixes?(draft: Draft<Data>, context: LintContext): Fix[];
}

/** Declares a rule; a help to type its data. */
export function rule<Data>(definition: Rule<Data>): Rule<Data> {
  return definition;
}

/** A finding as every face shows it. */
export interface Finding extends Draft {
  rule: Rule;
  severity: Severity;
  rows: string[];
  /** A comment in the sheet asks to be spared this finding, and perhaps says why. */
  suppressed?: { reason?: string };
}
