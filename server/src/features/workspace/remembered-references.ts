import type { Range } from 'vscode-languageserver-types';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { relatedTo, rowsRelatedTo } from '../../catalogue/related-items.ts';
import type { ReferenceTarget } from '../references.ts';
import { rangeOf, type SheetFacts } from './facts.ts';

type ItemTarget = Extract<ReferenceTarget, { kind: 'item' }>;

/** What a form and its guideline say of the items that are looked for. */
interface Related {
  item: (id: string) => boolean;
  rows: Set<string>;
}

/** Finds where sheets refer to guideline items by what is remembered of them, as far as that goes. */
export class RememberedReferences {
  readonly #target: ItemTarget;
  readonly #related = new Map<Catalogue, Map<string, Related | undefined>>();

  constructor(target: ItemTarget) {
    this.#target = target;
  }

  /** @returns the same as `referencesIn` says of the sheet; undefined where the sheet is broken and must be read for that */
  in(facts: SheetFacts, catalogue: Catalogue): Range[] | undefined {
    if (facts.guideline !== this.#target.guideline || facts.form === undefined) return [];
    const related = this.#relatedIn(catalogue, facts.form);
    if (!related) return [];
    if (facts.broken) return undefined;
    const { rows, remarks, named } = facts;
    const found = [
      ...rows.flatMap((id, index) => (related.rows.has(id) ? rangeOf(facts, 1 + index) : [])),
      ...named.flatMap((id, index) => (related.item(id) ? rangeOf(facts, 1 + rows.length + remarks.length + index) : [])),
    ];
    found.sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
    return found.filter(({ start }, at) => at === 0 || start.line !== found[at - 1]!.start.line || start.character !== found[at - 1]!.start.character);
  }

  /** Most sheets have the same form. */
  #relatedIn(catalogue: Catalogue, formId: string): Related | undefined {
    let ofCatalogue = this.#related.get(catalogue);
    if (!ofCatalogue) this.#related.set(catalogue, ofCatalogue = new Map<string, Related | undefined>());
    if (!ofCatalogue.has(formId)) {
      const form = catalogue.form(formId);
      const guideline = form && catalogue.guidelineOf(form);
      const { ids } = this.#target;
      ofCatalogue.set(formId, form && guideline && { item: relatedTo(guideline, ids), rows: new Set(rowsRelatedTo(form, guideline, ids).map((row) => row.id)) });
    }
    return ofCatalogue.get(formId);
  }
}
