import morphdom from 'morphdom';
import { keep, shown, state, type Update } from './host.ts';
import { reducedContent } from './reduce.ts';

export const main = document.querySelector('main')!;

/**
 * Changes only what differs, so that scroll position, focus and selection stay where they are.
 * @param around brings up to date what stands around the content, whose height may change with it
 */
export function showContent(update: Update, around: () => void): void {
  const { uri, html, mode, title } = update;
  document.title = title;
  const content = reducedContent(html);
  const isFirst = main.childElementCount === 0;
  const sameView = shown.update?.mode.view === mode.view;
  const anchor = state?.uri === uri && sameView ? firstInView() : undefined;
  const place = anchor?.getBoundingClientRect().top ?? 0;
  shown.update = update;
  morphdom(main, content, { childrenOnly: true, getNodeKey: keyOf, onBeforeElUpdated: keepOwn });
  around();
  if (state?.uri !== uri || (!isFirst && !sameView)) {
    keep({ ...kept(update), scroll: 0 });
    scrollTo({ top: 0, behavior: 'instant' });
  } else {
    if (isFirst) scrollTo({ top: state.scroll, behavior: 'instant' });
    else if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - place, behavior: 'instant' });
    keep({ ...kept(update), scroll: state.scroll });
  }
}

function kept({ uri, mode }: Update): { uri: string; view: Update['mode']['view']; readOnly: boolean; locked: boolean } {
  return { uri, view: mode.view, readOnly: mode.readOnly, locked: mode.locked };
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

/** The row that must stay where it is while something above it changes; none at the very top. */
function firstInView(): Element | undefined {
  if (scrollY === 0) return undefined;
  return [...main.querySelectorAll('tr[id]')].find((row) => row.getBoundingClientRect().bottom > 0);
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
