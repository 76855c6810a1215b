import type { Localised } from './form.ts';
import type { LayoutData } from './layout.ts';

/**
 * A guideline's items as data. The shape of a file under `schemas/guidelines/`,
 * checked against `schemas/guideline.schema.json` before it gets here.
 */
export interface GuidelineData {
  id: string;
  edition: string;
  title: string;
  issued: string;
  publisher: string;
  /** Where the official text is to be had. */
  url: string;
  names: GuidelineNamesData;
  grammar: GrammarData;
  /** How the official document is laid out; absent where its text cannot be imported. */
  layout?: LayoutData;
  seenLevels: Record<SeenLevel, SeenLevelData>;
  families: FamilyData[];
  sections: GuidelineSectionData[];
  /** The edition this one replaces, and where its items went. */
  supersedes?: { id: string; items?: Record<string, string[]> };
}

/** How texts name the guideline and its editions, so that a remark naming another edition is found. */
export interface GuidelineNamesData {
  /** Names and short names by which a text means this guideline. */
  titles: string[];
  /** A pattern with the group `edition`, as it stands behind a name. */
  editionPattern: string;
  editions: string[];
}

/** How references are written: levels from the outermost to the innermost. */
export interface GrammarData {
  levels: GrammarLevelData[];
  /** In running text a reference must reach at least this level. */
  runningTextLevel: string;
  /** Written between the first and the last member of a range. */
  range: string;
  /** Characters that keep their own identity when a spelling is folded (such as ①②③). */
  keep?: string;
}

export interface GrammarLevelData {
  name: string;
  /** A regular expression for this level's own part, in canonical spelling. */
  pattern: string;
  /** Written before this level's part. */
  separator: string;
  label: Localised;
}

/** How far the digest was checked against the guideline's own text. */
export type SeenLevel = 'full' | 'partial' | 'title-only' | 'form-only';

export interface SeenLevelData {
  /** Shown with (and for `unverified` levels before) the digest. */
  label: Localised;
  /** The label where little room is. */
  short?: Localised;
  /** Never checked against the guideline. */
  unverified: boolean;
}

/** A kind of item, known by how its own part begins: C (minimum), D (recommended). */
export interface FamilyData {
  prefix: string;
  label: Localised;
  /** `listed`: a section that lists any items of this family lists all of them. `marked`: only where `complete` says so. */
  complete: 'listed' | 'marked';
}

export interface GuidelineSectionData {
  id: string;
  title: string;
  /** Pages of the official document's PDF file; empty when not checked. */
  pages: number[];
  seen?: SeenLevel;
  note?: string;
  /** Prefixes of the families whose list is known to be complete here. */
  complete?: string[];
  items: GuidelineItemData[];
}

export interface GuidelineItemData {
  id: string;
  /** This project's paraphrase, never the official text. */
  digest: string;
  keywords: string[];
  seen: SeenLevel;
  /** What is known to differ between the form's question and the item, or what was checked. */
  note?: string;
  /** Places in edition 6.0, by volume, from a draft of the official correspondence table. */
  v6?: Record<string, string[]>;
  /** The official text, once it was imported. */
  official?: string;
  /** The page of the document that the official text was taken from, counted from 1. */
  officialPage?: number;
  children?: GuidelineItemData[];
}
