import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Locale, Message, Translate } from '../l10n/translate.ts';
import { oneLine } from '../text/one-line.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import type { Io } from './io.ts';
import { visible } from './format/visible.ts';

/** What every command works with. */
export interface Context {
  io: Io;
  locale: Locale;
  translate: Translate;
  /** Made when first asked for. */
  workspaces(): Workspaces;
  /** What ships; in the context of a place (`contextFor`) also what the folders around it add. */
  catalogue(): Catalogue;
  version: string;
  /** How a rendered sheet looks. */
  css: () => string;
  /** Says on standard error, in one line, what could not be done. The rest goes on; the exit status will be 2. */
  fail(message: Message): Promise<void>;
  /** Says there, in one line, what is only worth knowing. */
  note(message: Message): Promise<void>;
}

/** The exit status of the command line. */
export const STATUS = { fine: 0, found: 1, failed: 2 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

/** What was asked for cannot be done at all; the message is for the user. */
export class UsageError extends Error {
  readonly details: Message;

  constructor(details: Message) {
    super(details.key);
    this.details = details;
  }
}

/** @returns one line for standard error */
export function failureLine(message: Message, translate: Translate): string {
  return `sds: ${oneLine(visible(translate(message)))}\n`;
}
