import type { Meaning } from '../catalogue/form.ts';
import { remarkSources } from '../sheet/texts.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';

/** Types that the protocol has, so that every editor has colours for them. */
export const TOKEN_TYPES = ['property', 'parameter', 'enumMember', 'variable', 'type'] as const;
/** What the protocol has none of: gates, and answers by their meaning; package.json gives them their colours. */
export const TOKEN_MODIFIERS = ['declaration', 'gate', 'yes', 'no', 'inapplicable', 'open', 'closed'] as const satisfies readonly (Meaning | 'gate' | 'declaration')[];

export interface Token {
  span: Span;
  type: typeof TOKEN_TYPES[number];
  modifiers: typeof TOKEN_MODIFIERS[number][];
}

/**
 * What a word of the sheet is: the id of a question (`property`) or an option (`parameter`), an answer (`enumMember`), the
 * key of a remark (`variable`), a reference to the guideline, also in running text (`type`). The words are those of the
 * sheet's own form, whichever it is.
 * @param within only tokens that touch this stretch; the whole document when absent
 * @returns tokens in document order, none over another, each on one line
 */
export function semanticTokens(sheet: Sheet, within?: Span): Token[] {
  const tokens = [...sheet.answers.flatMap(ofAnswer), ...ofRemarks(sheet), ...ofTexts(sheet)]
    .filter(({ span }) => span.start < span.end && (!within || (span.start <= within.end && within.start <= span.end)))
    .filter(({ span }) => sheet.document.positionAt(span.start).line === sheet.document.positionAt(span.end).line)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return tokens.filter(({ span }) => {
    const free = span.start >= end;
    if (free) end = span.end;
    return free;
  });
}

function ofAnswer({ key, row, question, word, answer, cites, references }: AnswerEntry): Token[] {
  const tokens: Token[] = [];
  if (row) tokens.push({ span: key.span, type: question ? 'parameter' : 'property', modifiers: row.kind === 'gate' ? ['gate'] : [] });
  if (word && answer) tokens.push({ span: word.span, type: 'enumMember', modifiers: [answer.meaning] });
  for (const { text, entry } of cites) if (entry) tokens.push({ span: text.span, type: 'variable', modifiers: [] });
  for (const { text, reference } of references) if (reference) tokens.push({ span: text.span, type: 'type', modifiers: [] });
  return tokens;
}

function ofRemarks(sheet: Sheet): Token[] {
  return sheet.remarks.map(({ key }) => ({ span: key.span, type: 'variable', modifiers: ['declaration'] }));
}

function ofTexts(sheet: Sheet): Token[] {
  const grammar = sheet.guideline?.grammar;
  if (!grammar) return [];
  return remarkSources(sheet).flatMap(({ start, source }) => grammar.findInText(source).map((found): Token => (
    { span: { start: start + found.start, end: start + found.end }, type: 'type', modifiers: [] })));
}
