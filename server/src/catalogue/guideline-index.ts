import type { FamilyData, GuidelineData, GuidelineItemData, GuidelineSectionData } from './guideline.ts';
import { nearestEntries } from './guideline-nearest.ts';
import { editionFinder, type NamedEdition } from './guideline-names.ts';
import { remembering } from '../text/remember.ts';
import { ReferenceGrammar, type Reference } from './references.ts';

/** A section or an item, in its place. */
export interface GuidelineEntry {
  /** Canonical reference. */
  id: string;
  /** 0 for a section, 1 for its items, 2 for their sub-items … */
  depth: number;
  /** The section itself, or the one that the item stands in. */
  section: GuidelineSectionData;
  /** Absent for a section. */
  item?: GuidelineItemData;
}

/** `unsure`: the data lists neither it nor everything it could be among. */
export type Judgement = 'known' | 'unknown' | 'unsure';

/** A guideline, indexed. */
export interface Guideline {
  readonly id: string;
  readonly data: GuidelineData;
  readonly grammar: ReferenceGrammar;
  /** Sections and items in the guideline's order, each followed by what is below it. */
  all(): readonly GuidelineEntry[];
  /** The section or item with this canonical reference. */
  entry(canonical: string): GuidelineEntry | undefined;
  item(canonical: string): GuidelineItemData | undefined;
  section(canonical: string): GuidelineSectionData | undefined;
  /** The section that a reference (also a range, or an item that is not listed) belongs to; undefined when it is not in the data. */
  sectionOf(canonical: string): GuidelineSectionData | undefined;
  /** What stands directly below a section or an item; empty for what is not in the data. */
  children(canonical: string): readonly GuidelineEntry[];
  /** The kind that an item is of, or that the item is of which it is a part. */
  family(canonical: string): FamilyData | undefined;
  /** Whether the guideline has what a reference names. A range is known when all its members are, unknown when one is. */
  judge(reference: Reference): Judgement;
  /** Canonical references that may have been meant, the likeliest first, at most `limit` (3). Takes also text that is no reference. */
  nearest(wanted: Reference | string, limit?: number): string[];
  /** Where a text names an edition of this guideline, be it this one. */
  namedEditions(text: string): NamedEdition[];
  /** Where a text names another edition of this guideline. */
  namesOtherEdition(text: string): NamedEdition[];
}

/**
 * Indexes a guideline that was checked against its JSON Schema.
 * @throws Error when an id is no canonical reference of the guideline's own grammar, SyntaxError when a pattern is no regular expression
 */
export function createGuideline(data: GuidelineData): Guideline {
  const grammar = new ReferenceGrammar(data.grammar);
  const entries = flatten(data);
  for (const { id } of entries) {
    if (grammar.parse(id)?.canonical !== id) throw new Error(`${data.id}: "${id}" is not written as the guideline's grammar says.`);
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  // The levels above the sections (volumes, chapters) are named by the sections' own ids only.
  const above = new Set(data.sections.flatMap((section) => ancestors(grammar, section.id)));

  const namedEditions = remembering(editionFinder(data));

  const sectionOf = (canonical: string): GuidelineSectionData | undefined => {
    for (let id = grammar.parse(canonical)?.canonical; id !== undefined; id = grammar.parentOf(id)) {
      const entry = byId.get(id);
      if (entry !== undefined) return entry.section;
    }
    return undefined;
  };

  const judgeOne = (canonical: string): Judgement => {
    if (byId.has(canonical) || above.has(canonical)) return 'known';
    const parent = grammar.parentOf(canonical);
    if (parent === undefined) return 'unknown';
    const entry = byId.get(parent);
    // Below what is not there, nothing is; below what is not listed, anything may be.
    if (entry === undefined) return judgeOne(parent) === 'unsure' ? 'unsure' : 'unknown';
    // Only of a section's own items the data can say that all are listed.
    return entry.item === undefined && listsAll(data, grammar, entry.section, canonical) ? 'unknown' : 'unsure';
  };

  return {
    id: data.id,
    data,
    grammar,
    all: () => entries,
    entry: (canonical) => byId.get(canonical),
    item: (canonical) => byId.get(canonical)?.item,
    section: (canonical) => {
      const entry = byId.get(canonical);
      return entry?.item === undefined ? entry?.section : undefined;
    },
    sectionOf,
    children: (canonical) => {
      const entry = byId.get(canonical);
      const below = entry === undefined ? [] : ((entry.item === undefined ? entry.section.items : entry.item.children) ?? []);
      return below.flatMap(({ id }) => byId.get(id) ?? []);
    },
    family: (canonical) => {
      const section = sectionOf(canonical);
      const above = section === undefined ? undefined : grammar.parse(section.id)?.parts.length;
      const own = above === undefined ? undefined : grammar.parse(canonical)?.parts[above]?.text;
      return own === undefined ? undefined : data.families.find((family) => own.startsWith(family.prefix));
    },
    judge: (reference) => {
      const judged = grammar.expand(reference).map(judgeOne);
      return judged.find((one) => one === 'unknown') ?? judged.find((one) => one === 'unsure') ?? 'known';
    },
    nearest: (wanted, limit = 3) => nearestEntries(entries, grammar, wanted, limit),
    namedEditions,
    namesOtherEdition: (text) => namedEditions(text).filter(({ edition }) => edition !== data.edition),
  };
}

function flatten(data: GuidelineData): GuidelineEntry[] {
  const entries: GuidelineEntry[] = [];
  const add = (section: GuidelineSectionData, items: GuidelineItemData[], depth: number): void => {
    for (const item of items) {
      entries.push({ id: item.id, depth, section, item });
      add(section, item.children ?? [], depth + 1);
    }
  };
  for (const section of data.sections) {
    entries.push({ id: section.id, depth: 0, section });
    add(section, section.items, 1);
  }
  return entries;
}

function ancestors(grammar: ReferenceGrammar, id: string): string[] {
  const parent = grammar.parentOf(id);
  return parent === undefined ? [] : [parent, ...ancestors(grammar, parent)];
}

/** Whether the section is known to list all items of the family that `canonical` belongs to. */
function listsAll(data: GuidelineData, grammar: ReferenceGrammar, section: GuidelineSectionData, canonical: string): boolean {
  const familyOf = (id: string): FamilyData | undefined => {
    const own = grammar.parse(id)?.parts.at(-1)?.text ?? '';
    return data.families.find((family) => own.startsWith(family.prefix));
  };
  const family = familyOf(canonical);
  if (family === undefined) return false;
  if (section.complete?.includes(family.prefix) === true) return true;
  return family.complete === 'listed' && section.items.some((item) => familyOf(item.id) === family);
}
