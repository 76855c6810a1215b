import type { GuidelineItemData, GuidelineSectionData } from '../../catalogue/guideline.ts';
import type { Guideline } from '../../catalogue/guideline-index.ts';
import { pageRange } from '../../catalogue/guideline-pages.ts';
import { inARow, listed, translator, type Locale, type Translate } from '../../l10n/translate.ts';
import { remembering } from '../../text/remember.ts';
import type { FeatureContext } from '../context.ts';
import { answeredMarkdown } from './answered.ts';
import { plain } from './escape.ts';

/** What says the same of an item in every sheet: above and below how the sheet answers it. */
interface Frame {
  above: string;
  below: string;
}

const frames: Record<Locale, WeakMap<Guideline, (canonical: string) => Frame>> = { ja: new WeakMap(), en: new WeakMap() };

/** How many of a guideline are kept; more than begin with one chapter. */
const KEPT = 512;

/**
 * What a reader may be told of an item of the sheet's guideline, which must be known, and how the sheet answers it: never without how far it was checked, and for what was
 * never checked that comes before the text.
 */
export function referenceMarkdown(context: FeatureContext, canonical: string, locale: Locale): string {
  const { above, below } = frameOf(context.sheet.guideline!, canonical, locale);
  return [above, ...answeredMarkdown(context, canonical, locale), below].join('\n\n');
}

/** Where a client takes no documentation later, a list of suggestions has that of every item, at every key. */
function frameOf(guideline: Guideline, canonical: string, locale: Locale): Frame {
  let known = frames[locale].get(guideline);
  if (!known) frames[locale].set(guideline, known = remembering((id) => frame(guideline, id, translator(locale), locale), KEPT));
  return known(canonical);
}

function frame(guideline: Guideline, canonical: string, translate: Translate, locale: Locale): Frame {
  const entry = guideline.entry(canonical);
  const section = entry?.section ?? guideline.sectionOf(canonical);
  const above = [heading(guideline, canonical, entry?.item, locale)];
  if (section) above.push(plain(`${section.id} ${section.title}`));
  if (entry?.item) above.push(...digest(guideline, entry.item, translate, locale));
  else if (!section) above.push(translate({ key: 'hover.reference-unknown', args: { guideline: guideline.data.title } }));
  else if (!entry) above.push(translate({ key: 'hover.reference-unlisted' }));
  if (!entry?.item && section?.note) above.push(note(section.note, translate));
  if (entry && !entry.item) above.push(...sectionItems(guideline, section!, translate));
  const below = [...(entry?.item?.v6 ? laterEdition(entry.item.v6, translate) : []), source(guideline, section, translate)];
  return { above: above.join('\n\n'), below: below.join('\n\n') };
}

/** @returns what a reader may be told of each item that a reference stands for, of the sheet's own guideline */
export function referencesMarkdown(context: FeatureContext, ids: string[], locale: Locale): string {
  return ids.map((id) => referenceMarkdown(context, id, locale)).join('\n\n---\n\n');
}

function heading(guideline: Guideline, canonical: string, item: GuidelineItemData | undefined, locale: Locale): string {
  const family = item && guideline.family(canonical)?.label[locale];
  return `**${plain(canonical)}**${family ? ` — ${plain(family)}` : ''}`;
}

function digest(guideline: Guideline, item: GuidelineItemData, translate: Translate, locale: Locale): string[] {
  const seen = guideline.data.seenLevels[item.seen];
  const text = `> ${translate({ key: 'hover.digest', args: { text: plain(item.digest) } })}`;
  const label = plain(seen.label[locale]);
  const lines = seen.unverified ? [`**${label}**`, text] : [text, label];
  return [...officialMarkdown(item, translate), ...lines, translate({ key: 'hover.paraphrase' }), ...(item.note ? [note(item.note, translate)] : [])];
}

/** @returns the official text of an item, marked as such, where it was imported */
export function officialMarkdown({ official, officialPage: page }: GuidelineItemData, translate: Translate): string[] {
  if (official === undefined) return [];
  return [translate({ key: 'hover.official', args: { page: page ?? 0 } }), `> ${plain(official).split('\n').map(unlisted).join('\n> ')}`];
}

/** A number at a line's beginning would make a list of it, and signs of equality a heading of what is above. */
function unlisted(line: string): string {
  return line.replace(/^([0-9]+)([.)])/, '$1\\$2').replace(/^=/, '\\=');
}

function note(text: string, translate: Translate): string {
  return translate({ key: 'hover.note', args: { text: plain(text) } });
}

function sectionItems(guideline: Guideline, section: GuidelineSectionData, translate: Translate): string[] {
  const ids = guideline.children(section.id).map((child) => child.id);
  return ids.length === 0 ? [] : [translate({ key: 'hover.items', args: { items: listed(ids.map(plain)) } })];
}

function laterEdition(v6: Record<string, string[]>, translate: Translate): string[] {
  const places = Object.entries(v6).filter(([, ids]) => ids.length > 0).map(([volume, ids]) => `${volume} ${inARow(ids, translate)}`);
  return places.length === 0 ? [] : [translate({ key: 'hover.v6', args: { places: places.join(' / ') } })];
}

function source(guideline: Guideline, section: GuidelineSectionData | undefined, translate: Translate): string {
  const pages = section && pageRange(section);
  const link = `[${plain(guideline.data.title)}](${guideline.data.url})`;
  return translate(pages === undefined ? { key: 'hover.source', args: { link } } : { key: 'hover.source-pages', args: { link, pages } });
}
