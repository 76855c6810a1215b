import morphdom from 'morphdom';
import { element } from './dom.ts';
import { keep, shown, state, worded, words, type Update } from './host.ts';
import { reducedContent } from './reduce.ts';

export const main = document.querySelector('main')!;

/** What could be read last; it stays while the text is broken. */
let good: Update | undefined;

/**
 * Changes only what differs, so that scroll position, focus and selection stay where they are.
 * @param around brings up to date what stands around the content, whose height may change with it; it is handed what is shown
 */
export function showContent(update: Update, around: (shown: Update) => void): void {
  const { uri, html, mode, title, summary } = update;
  document.title = title;
  const read = reducedContent(html);
  if (!summary.broken) good = update;
  const last = summary.broken && good?.uri === uri && good.mode.view === mode.view ? good : undefined;
  const content = last ? keptContent(last, read) : read;
  addControls(content, mode.alone);
  const isFirst = main.childElementCount === 0;
  const sameView = shown.update?.mode.view === mode.view;
  const places = state?.uri === uri && sameView ? placesInView() : [];
  shown.update = last ? { ...update, summary: keptSummary(last, update) } : update;
  shown.isKept = last !== undefined;
  morphdom(main, content, { childrenOnly: true, getNodeKey: keyOf, onBeforeElUpdated: keepOwn });
  around(shown.update);
  if (state?.uri !== uri || (!isFirst && !sameView)) {
    keep({ ...kept(update), scroll: 0 });
    scrollTo({ top: 0, behavior: 'instant' });
  } else {
    if (isFirst) scrollTo({ top: state.scroll, behavior: 'instant' });
    else {
      const anchor = places.find(({ row }) => row.isConnected && row.offsetParent !== null);
      if (anchor) scrollBy({ top: anchor.row.getBoundingClientRect().top - anchor.top, behavior: 'instant' });
    }
    keep({ ...kept(update), scroll: state.scroll });
  }
}

/** What can be written by the mouse where it stands has a button for whoever has none; what leads nowhere does not say so. */
function addControls(content: HTMLElement, alone: boolean): void {
  for (const place of content.querySelectorAll<HTMLElement>('[data-field], .remarks :is([data-key], [data-of-row])')) {
    const { field, key, ofRow } = place.dataset;
    const label = worded(words.edit, field ?? worded(words.remark, key ?? ofRow!));
    place.lastElementChild!.append(element('button', { type: 'button', 'class': 'edit-row', 'aria-label': label, title: label }, '✎'));
  }
  if (alone) for (const go of content.querySelectorAll('.go')) go.removeAttribute('title');
}

/** @returns what a row of the table of remarks says */
export function remarkText(row: Element): string {
  const cell = row.querySelector('td');
  if (!cell || cell.querySelector('.note')) return '';
  return [...cell.childNodes].map((node) => (node instanceof Element && node.matches('.edit-row') ? '' : node.textContent)).join('');
}

function kept({ uri, mode }: Update): { uri: string; view: Update['mode']['view']; readOnly: boolean; locked: boolean } {
  return { uri, view: mode.view, readOnly: mode.readOnly, locked: mode.locked };
}

/**
 * @param last what could be read last
 * @param read what can be read of the text as it is
 * @returns the last state, with what there is to say about the text, and with the lines where its rows stand by now
 */
function keptContent(last: Update, read: HTMLElement): HTMLElement {
  const kept = reducedContent(last.html);
  const article = kept.querySelector('article');
  article?.querySelector(':scope > .general')?.remove();
  for (const name of ['.general', '.problem', '.stamp']) {
    const about = read.querySelector(`article > ${name}`);
    if (about && !article?.querySelector(`:scope > ${name}`)) article?.prepend(about);
  }
  for (const row of read.querySelectorAll<HTMLElement>('tr:is(.answered, .heading)[id]')) {
    const before = kept.querySelector<HTMLElement>(`#${CSS.escape(row.id)}`);
    for (const name of ['line', 'character']) if (before) before.dataset[name] = row.dataset[name];
  }
  return kept;
}

/** How far the last state is, and what is wrong with the text as it is. */
function keptSummary(last: Update, { summary: { broken, errors, warnings, others, suppressed } }: Update): Update['summary'] {
  return { ...last.summary, broken, errors, warnings, others, suppressed };
}

/** What the page itself has set on an element is not the content's to take away. */
function keepOwn(from: HTMLElement, to: HTMLElement): boolean {
  for (const name of OWN_CLASSES) to.classList.toggle(name, from.classList.contains(name));
  if (to.classList.length === 0) to.removeAttribute('class');
  for (const name of OWN_ATTRIBUTES) {
    const value = from.getAttribute(name);
    if (value !== null && to.hasAttribute(name)) to.setAttribute(name, value);
  }
  if (from.hidden) to.hidden = true;
  return !from.isEqualNode(to);
}

const OWN_CLASSES = ['current', 'at-cursor'];
const OWN_ATTRIBUTES = ['tabindex', 'aria-expanded'];

/**
 * Rows of which the first that is still there must stay where it is while something above it changes: the one at hand
 * before the others; none at the very top.
 */
function placesInView(): { row: HTMLElement; top: number }[] {
  if (scrollY === 0) return [];
  const inView: { row: HTMLElement; top: number }[] = [];
  for (const row of main.querySelectorAll<HTMLElement>('tr[id]')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (top >= innerHeight) break;
    // What is hidden has no place.
    if (bottom > 0) inView.push({ row, top });
  }
  return [...inView.filter(({ row }) => row.classList.contains('current')), ...inView];
}

/**
 * Rows have ids. The blocks of the sheet have none: when one comes or goes (a note above the sheet), the others must
 * not be taken for each other and built anew, or what is in view would jump.
 */
function keyOf(node: Node): string | undefined {
  if (!(node instanceof Element)) return undefined;
  if (node.id !== '') return node.id;
  return node.parentElement?.matches('article') ? `${node.tagName}.${node.className}` : undefined;
}
