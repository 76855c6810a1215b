import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import { formatSheet, type FormatOptions } from '../edits/format/format.ts';
import { indentNewLine } from '../edits/format/new-line.ts';
import type { FeatureContext } from './context.ts';
import { toTextEdit } from './ranges.ts';

/** What is typed before a line is indented. Behind a colon there is nothing to do: what follows may still be composed. */
export const ON_TYPE = '\n';

/** @returns edits that format the whole sheet */
export function format({ sheet }: FeatureContext, options: FormattingOptions): TextEdit[] {
  return formatSheet(sheet, wanted(options)).map((edit) => toTextEdit(sheet, edit));
}

/**
 * @param range a range that ends at the beginning of a line does not have that line
 * @returns edits within the lines of the range
 */
export function formatRange({ sheet }: FeatureContext, { start, end }: Range, options: FormattingOptions): TextEdit[] {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return formatSheet(sheet, wanted(options), { first: start.line, last }).map((edit) => toTextEdit(sheet, edit));
}

/** @returns the edit that indents the line at which the cursor is now, once it was begun */
export function formatOnType({ sheet }: FeatureContext, position: Position, typed: string, options: FormattingOptions): TextEdit[] {
  return typed === ON_TYPE ? indentNewLine(sheet, position.line, options.tabSize).map((edit) => toTextEdit(sheet, edit)) : [];
}

/** Indentation by tabs, which YAML does not have, is no option. */
function wanted({ tabSize, insertFinalNewline, trimFinalNewlines }: FormattingOptions): FormatOptions {
  return {
    tabSize,
    ...(insertFinalNewline === undefined ? {} : { insertFinalNewline }),
    ...(trimFinalNewlines === undefined ? {} : { trimFinalNewlines }),
  };
}
