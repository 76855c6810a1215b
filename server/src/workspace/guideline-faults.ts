import type { GuidelineData, GuidelineItemData } from '../catalogue/guideline.ts';
import { ReferenceGrammar } from '../catalogue/references.ts';
import { escapePattern } from '../text/pattern.ts';
import { runsAway } from '../text/runaway.ts';
import type { Fault } from './data.ts';
import { repeated } from './form-faults.ts';
import type { Place } from './yaml-file.ts';

/** In how many ways a pattern's short repeats and choices may match at one place: a reference may begin anywhere in a text, an edition behind a name alone, and of a line only its beginning is matched. */
const WAYS = { levels: 100, edition: 5_000, layout: 200 };
/** Of all patterns of a layout together: each is tried on every line. */
const LAYOUT_CHARACTERS = 10_000;

/** @returns what is wrong with a guideline that satisfies its schema: a grammar that does not work, and ids that are not written as it says */
export function guidelineFaults(data: GuidelineData): Fault[] {
  const faults = grammarFaults(data);
  if (faults.length > 0) return faults;
  if (!data.names.editions.includes(data.edition)) faults.push({ place: ['edition'], message: { key: 'workspace.unlisted-edition', args: { edition: data.edition } } });
  return [...faults, ...idFaults(data, new ReferenceGrammar(data.grammar))];
}

function grammarFaults(data: GuidelineData): Fault[] {
  const { grammar, names } = data;
  const faults: Fault[] = [];
  const { levels } = grammar;
  for (const [at, { pattern }] of levels.entries()) {
    const place: Place = ['grammar', 'levels', at, 'pattern'];
    // Alone and whole: what closes a bracket of its own could open one of the grammar's.
    const compiled = expression(pattern);
    if (compiled === undefined) faults.push({ place, message: { key: 'workspace.bad-pattern' } });
    else if (compiled.test('')) faults.push({ place, message: { key: 'workspace.empty-pattern' } });
    else if (/\(\?<[^=!]|\\[1-9k]/.test(pattern)) faults.push({ place, message: { key: 'workspace.pattern-with-groups' } });
    // References are read by the patterns of all levels, one behind the other.
    else if (faults.length === 0 && runsAway(levels.slice(0, at + 1).map((level) => `${escapePattern(level.separator)}(?:${level.pattern})`).join(''), WAYS.levels)) {
      faults.push({ place, message: { key: 'workspace.heavy-pattern' } });
    }
  }
  faults.push(...repeated(levels.map(({ name }) => name), (at) => ['grammar', 'levels', at, 'name']));
  if (!levels.some(({ name }) => name === grammar.runningTextLevel)) {
    faults.push({ place: ['grammar', 'runningTextLevel'], message: { key: 'workspace.not-allowed', args: { place: 'runningTextLevel', written: grammar.runningTextLevel, known: levels.map(({ name }) => name).join(', ') } } });
  }
  faults.push(...patternFaults([{ pattern: names.editionPattern, place: ['names', 'editionPattern'] }], WAYS.edition));
  return [...faults, ...layoutFaults(data)];
}

function layoutFaults({ layout, grammar }: GuidelineData): Fault[] {
  if (!layout) return [];
  const names = grammar.levels.map(({ name }) => name);
  const place = (...steps: Place): Place => ['layout', ...steps];
  const levels = [...layout.headings.map(({ level }, at) => ({ level, place: place('headings', at, 'level') })), ...layout.items.map(({ level }, at) => ({ level, place: place('items', at, 'level') }))];
  const patterns = [
    { pattern: layout.contentsEntry, place: place('contentsEntry') },
    ...(layout.pageMark === undefined ? [] : [{ pattern: layout.pageMark, place: place('pageMark') }]),
    ...(['furniture', 'boundaries', 'groups', 'paragraphs'] as const).flatMap((key) => (layout[key] ?? []).map((pattern, at) => ({ pattern, place: place(key, at) }))),
    ...(['headings', 'blocks', 'items'] as const).flatMap((key) => layout[key].map(({ pattern }, at) => ({ pattern, place: place(key, at, 'pattern') }))),
  ];
  return [
    ...(patterns.reduce((sum, { pattern }) => sum + pattern.length, 0) > LAYOUT_CHARACTERS
      ? [{ place: ['layout'], message: { key: 'workspace.heavy-pattern' } } satisfies Fault] : patternFaults(patterns, WAYS.layout, 1)),
    ...levels.filter(({ level }) => !names.includes(level)).map(({ level, place: at }): Fault => (
      { place: at, message: { key: 'workspace.not-allowed', args: { place: 'level', written: level, known: names.join(', ') } } })),
  ];
}

function patternFaults(patterns: { pattern: string; place: Place }[], ways: number, shared?: number): Fault[] {
  return patterns.flatMap(({ pattern, place }): Fault[] => {
    if (expression(pattern) === undefined) return [{ place, message: { key: 'workspace.bad-pattern' } }];
    return runsAway(pattern, ways, shared) ? [{ place, message: { key: 'workspace.heavy-pattern' } }] : [];
  });
}

function expression(pattern: string): RegExp | undefined {
  try {
    new RegExp(pattern, 'u');
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

function idFaults(data: GuidelineData, grammar: ReferenceGrammar): Fault[] {
  const faults: Fault[] = [];
  const places: Place[] = [];
  const ids: string[] = [];
  const add = (id: string, place: Place, above?: string): void => {
    ids.push(id);
    places.push(place);
    const canonical = grammar.parse(id)?.canonical;
    if (canonical !== id) faults.push({ place, message: { key: 'workspace.not-canonical', args: { id, canonical: canonical ?? '', readable: canonical === undefined ? 'no' : 'yes' } } });
    else if (above !== undefined && grammar.parentOf(id) !== above) faults.push({ place, message: { key: 'workspace.misplaced-item', args: { id, above } } });
  };
  const addItems = (items: GuidelineItemData[], place: Place, above: string): void => {
    for (const [at, item] of items.entries()) {
      add(item.id, [...place, at, 'id'], above);
      addItems(item.children ?? [], [...place, at, 'children'], item.id);
    }
  };
  for (const [at, section] of data.sections.entries()) {
    add(section.id, ['sections', at, 'id']);
    addItems(section.items, ['sections', at, 'items'], section.id);
  }
  return [...faults, ...repeated(ids, (at) => places[at]!, (id) => id)];
}
