import type { Chosen } from '../guideline-import/choose.ts';
import type { Doubt } from '../guideline-import/report.ts';
import type { MessageKey, Translate } from '../l10n/translate.ts';

const DOUBTS: Record<Doubt, MessageKey> = {
  sequence: 'official.doubt-sequence',
  twice: 'official.doubt-twice',
  heading: 'official.doubt-heading',
  running: 'official.doubt-running',
  empty: 'official.doubt-empty',
};

/** What an import found and what not, as lines for people, in Markdown that is readable as it stands. */
export function officialReport({ guideline, report }: Chosen, translate: Translate): string {
  const all = guideline.all().filter((entry) => entry.item).length;
  const on = (page: number | undefined): string => translate({ key: 'official.page', args: { page: page ?? 0 } });
  const quoted = (line: string | undefined): string => (line === undefined ? '' : translate({ key: 'official.line', args: { line } }));
  const parts = [
    [translate({ key: 'official.found', args: { title: guideline.data.title, found: report.items.length, all, pages: report.pages } })],
    report.edition === undefined ? [translate({ key: 'official.no-edition', args: { edition: guideline.data.edition } })] : [],
    list(translate({ key: 'official.missing' }), bySection(report.missing, (id) => guideline.sectionOf(id)?.id ?? id)),
    list(translate({ key: 'official.doubtful' }), report.doubtful.map(({ id, doubt, page, line }) => (
      `${id}${on(page)}: ${translate({ key: DOUBTS[doubt] })}${quoted(line)}`))),
    list(translate({ key: 'official.headings' }), report.headings.map(({ id, page, line }) => (
      `${id}${on(page)}: ${translate({ key: 'official.heading', args: { line, title: guideline.section(id)?.title ?? '' } })}`))),
    list(translate({ key: 'official.unknown' }), report.unknown.map(({ id, page }) => id + on(page))),
  ];
  return `${parts.filter((part) => part.length > 0).map((part) => part.join('\n')).join('\n\n')}\n`;
}

function list(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}

/** Those of one section on one line. */
function bySection(ids: readonly string[], sectionOf: (id: string) => string): string[] {
  const sections = new Map<string, string[]>();
  for (const id of ids) sections.set(sectionOf(id), [...(sections.get(sectionOf(id)) ?? []), id]);
  return [...sections.values()].map((members) => members.join(', '));
}
