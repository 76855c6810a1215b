import type { Guideline } from '../catalogue/guideline-index.ts';
import type { LayoutData } from '../catalogue/layout.ts';
import { fold } from '../text/fold.ts';
import { editionNamed } from './edition.ts';
import { HeadingReader, withoutContents } from './headings.ts';
import { BlockReader, type FoundItem, type Ids } from './items.ts';
import { linesOf } from './lines.ts';
import { compiled } from './patterns.ts';
import type { DoubtfulHeading, OfficialImport } from './report.ts';

/** With it comes the order of all languages' letters into memory, which those who import nothing are spared. */
let inOrder: Intl.Collator | undefined;

/**
 * Takes the text of a guideline's document apart into the items that the guideline's data lists. What is not certain to be
 * an item and to be whole is left out and told of.
 * @param text as extracted, pages parted by form feeds or by lines that the layout knows
 * @param layout how the document is laid out
 */
export function importOfficial(text: string, guideline: Guideline, layout: LayoutData): OfficialImport {
  const patterns = compiled(layout);
  const keep = guideline.data.grammar.keep ?? '';
  const titles = new Set(guideline.data.sections.map(({ title }) => fold(title)));
  const { lines: all, pages } = linesOf(text, layout, keep, titles);
  const { lines, contents } = withoutContents(all, patterns);
  const headings = new HeadingReader(guideline, patterns, contents);
  const ids: Ids = { keep, below: (id, level, part) => below(guideline, id, level, part) };

  const found: FoundItem[] = [];
  const sections: string[] = [];
  const doubtful: DoubtfulHeading[] = [];
  let section: string | undefined;
  let block: BlockReader | undefined;
  /** Where the last block of the section stands among the layout's. */
  let order = -1;
  const end = (next: string | undefined): void => {
    endBlock();
    section = next;
    order = -1;
  };
  const endBlock = (): void => {
    found.push(...(block?.end() ?? []));
    block = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const begun = patterns.blocks.findIndex(({ pattern }) => pattern.test(line.folded));
    if (begun >= 0) {
      endBlock();
      // A section has each block once and in order: what begins again is another section, whose heading was not seen.
      if (begun <= order) section = undefined;
      order = begun;
      const { family } = patterns.blocks[begun]!.layout;
      if (section !== undefined && family !== undefined) block = new BlockReader(section, family, patterns, ids);
      continue;
    }
    const heading = headings.at(lines, at);
    const known = heading && guideline.section(heading.id) !== undefined;
    if (heading?.sure) {
      at += heading.lines - 1;
      // Where we are anyway, at the top of another page.
      if (section !== undefined && isIn(section, heading.id, guideline)) continue;
      block?.cut(line.text);
      end(heading.id);
      if (known && !sections.includes(heading.id)) sections.push(heading.id);
    } else if (heading && (known || block)) {
      block?.doubt('heading', line.text);
      if (known) doubtful.push({ id: heading.id, line: line.text, ...(line.page === undefined ? {} : { page: line.page }) });
      // No section counts back: the line may be part of the item, and those behind it are where they belong.
      if (!known && section !== undefined && (inOrder ??= new Intl.Collator('en', { numeric: true })).compare(heading.id, section) < 0) block?.add(line);
      else end(undefined);
    } else if (headings.ends(line)) {
      block?.cut(line.text);
      end(undefined);
    } else block?.add(line);
  }
  endBlock();
  return { pages, ...editionNamed(all, guideline), ...sorted(found, guideline), sections, headings: doubtful };
}

function isIn(section: string, id: string, { grammar }: Guideline): boolean {
  for (let above: string | undefined = section; above !== undefined; above = grammar.parentOf(above)) if (above === id) return true;
  return false;
}

function below(guideline: Guideline, id: string, level: string, part: string): string | undefined {
  const separator = guideline.data.grammar.levels.find(({ name }) => name === level)?.separator ?? '';
  const parsed = guideline.grammar.parse(id + separator + part);
  return parsed?.last === undefined && parsed?.parts.at(-1)?.level === level ? parsed.canonical : undefined;
}

/** What of the found items counts, and what has to be told of the others. */
function sorted(found: FoundItem[], guideline: Guideline): Pick<OfficialImport, 'items' | 'missing' | 'unknown' | 'doubtful'> {
  const times = new Map<string, number>();
  for (const { id } of found) times.set(id, (times.get(id) ?? 0) + 1);
  const judged = found.map((item): FoundItem => (times.get(item.id)! > 1 && !item.doubt ? { ...item, doubt: 'twice' } : item));
  const sure = new Map(judged.filter(({ doubt }) => !doubt).map((item) => [item.id, item]));
  const known = guideline.all().filter((entry) => entry.item);
  const items = known.flatMap(({ id }) => {
    const item = sure.get(id);
    return item ? [{ id, text: item.text, ...(item.page === undefined ? {} : { page: item.page }) }] : [];
  });
  const listed = new Set(known.map(({ id }) => id));
  // What the data does not part has its sub-items in its own text.
  const isNew = ({ id, above }: FoundItem): boolean => !listed.has(id) && (above === undefined || guideline.children(above).length > 0);
  return {
    items,
    missing: known.filter(({ id }) => !sure.has(id)).map(({ id }) => id),
    unknown: [...sure.values()].filter(isNew).map(({ id, page }) => ({ id, ...(page === undefined ? {} : { page }) })),
    doubtful: judged.filter((item) => item.doubt && (listed.has(item.id) || isNew(item))).map(({ id, doubt, page, line }) => (
      { id, doubt: doubt!, ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) })),
  };
}
