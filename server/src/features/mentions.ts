import type { Reference } from '../catalogue/references.ts';
import { toolComments } from '../edits/questions/lines.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { covering } from './covers.ts';

/** A place of the document that names guideline items. */
export interface Mention {
  span: Span;
  reference: Reference;
  /** Canonical, a range expanded. */
  ids: string[];
  /** `list`: where references belong. `tool`: in a comment that only repeats the form's question. `text`: anywhere else. */
  kind: 'list' | 'tool' | 'text';
}

/**
 * Every reference in the document, in texts and comments of any kind. Rests on the lines, so that it holds where YAML
 * gives up.
 * @returns in the document's order; nothing when the form's guideline is not installed
 */
export const mentionsOf = perSheet((sheet): Mention[] => [...listed(sheet), ...inText(sheet)].sort((a, b) => a.span.start - b.span.start));

/** All references in texts may stand for this many items, with each member of a range; further ranges stand for none. */
export const MOST_IDS = 20_000;

/** Where references belong a bare section is one, too. */
function listed(sheet: Sheet): Mention[] {
  const grammar = sheet.guideline?.grammar;
  if (!grammar) return [];
  return sheet.answers.flatMap((entry) => entry.references.flatMap(({ text, reference }) =>
    (reference ? { span: text.span, reference, ids: grammar.expand(reference), kind: 'list' as const } : [])));
}

function inText(sheet: Sheet): Mention[] {
  const grammar = sheet.guideline?.grammar;
  if (!grammar) return [];
  const text = sheet.document.getText();
  const isListed = covering(sheet.answers.flatMap((entry) => entry.references.map((one) => one.text.span)));
  let stoodFor = 0;
  const standsFor = (reference: Reference): string[] => {
    if (stoodFor > MOST_IDS && reference.last !== undefined) return [];
    const ids = grammar.expand(reference);
    stoodFor += ids.length;
    return ids;
  };
  const tools = new Set(toolComments(sheet).map(({ line }) => line));
  return sheet.lines.lines.flatMap((line) => grammar.findInText(text.slice(line.start, line.end)).flatMap(({ start, end, reference }) => {
    const span = { start: line.start + start, end: line.start + end };
    if (isListed(span)) return [];
    return { span, reference, ids: standsFor(reference), kind: tools.has(line) ? 'tool' as const : 'text' as const };
  }));
}
