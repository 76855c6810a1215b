import type { MessageKey } from '../l10n/translate.ts';

/** What an error of the YAML library is told as, by the library's own code. */
const MESSAGES: Record<string, MessageKey> = {
  TAB_AS_INDENT: 'syntax.tab',
  BAD_INDENT: 'syntax.indent',
  MISSING_CHAR: 'syntax.missing-char',
  BLOCK_AS_IMPLICIT_KEY: 'syntax.nested-key',
  MULTILINE_IMPLICIT_KEY: 'syntax.nested-key',
  UNEXPECTED_TOKEN: 'syntax.unexpected',
  BAD_SCALAR_START: 'syntax.needs-quotes',
  BAD_ALIAS: 'syntax.unresolved-alias',
  BAD_DQ_ESCAPE: 'syntax.bad-escape',
  RESOURCE_EXHAUSTION: 'syntax.too-deep',
};

/** @returns the key of the message for an error code of the YAML library */
export function yamlMessage(code: string): MessageKey {
  return MESSAGES[code] ?? 'syntax.other';
}

/** @returns what such a message names: what stands from `offset` to the end of its line, or the whole line where that is nothing */
export function yamlErrorText(text: string, offset: number): string {
  const before = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
  const behind = /^[^\r\n]*/.exec(text.slice(offset))![0];
  return (behind.trim() || before.trim()).slice(0, 40);
}
