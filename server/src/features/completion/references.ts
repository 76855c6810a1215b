import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import type { Locale } from '../../l10n/translate.ts';
import type { FeatureContext } from '../context.ts';
import type { Suggestion } from './item.ts';

/** What ends a reference in brackets. */
const ENDS = [',', ']'];

/**
 * Guideline items that what is typed may lead to; the row's own references first, then those of its
 * relatives, then the guideline's order.
 * @param items false where a bare section is a reference too
 * @param inBrackets whether a comma or a bracket behind it ends it
 */
export function referenceSuggestions(
  row: Row | undefined, typed: string, items: boolean, context: FeatureContext, locale: Locale, inBrackets = false,
): Suggestion[] {
  const { guideline, form } = context.sheet;
  if (!guideline || !form) return [];
  const { grammar } = guideline;
  const own = row ? references(row) : [];
  const related = row ? [...(row.parent ? references(row.parent) : []), ...row.children.flatMap(references)] : [];
  const ranges = own.filter((id) => !guideline.entry(id));
  const candidates = [...ranges, ...guideline.all().map((entry) => entry.id)];
  const matches = candidates.map((id) => ({ id, match: typed === '' ? 0 : grammar.matches(id, typed) }));
  // Only where it cannot be another: what ends a reference must never choose one.
  const certain = inBrackets && typed !== '' && matches.filter(({ match }) => match !== undefined).length === 1;
  return matches.flatMap(({ id, match }): Suggestion | [] => {
    if (match === undefined) return [];
    const reference = grammar.parse(id);
    if (items && (!reference || !grammar.inRunningText(reference))) return [];
    const closeness = own.includes(id) ? 0 : related.includes(id) ? 1 : 2;
    const entry = guideline.entry(id);
    const seen = entry?.item && guideline.data.seenLevels[entry.item.seen];
    const text = entry?.item ? entry.item.digest : entry?.section.title;
    return {
      label: id,
      kind: entry?.item ? CompletionItemKind.Reference : CompletionItemKind.Module,
      // How far a digest was checked is said first, to be read also where the list cuts the text short.
      ...(text === undefined ? {} : { description: seen ? `${(seen.short ?? seen.label)[locale]} ${text}` : text }),
      documentation: { reference: id },
      rank: closeness + 3 * match,
      ...(certain ? { commits: ENDS } : {}),
    };
  });
}

/** The references of a row; an option's are its heading's. */
function references(row: Row): string[] {
  return row.refs.length > 0 || !row.parent || row.kind !== 'option' ? row.refs : row.parent.refs;
}
