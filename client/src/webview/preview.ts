import morphdom from 'morphdom';
import { pageState, type FromPage, type PageState, type ToPage } from '../preview/messages.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const main = document.querySelector('main')!;
let state = pageState(host.getState());

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'update') update(data.uri, data.html);
});

/** Changes only what differs, so that scroll position, focus and selection stay where they are. */
function update(uri: string, html: string): void {
  const content = document.createElement('main');
  content.innerHTML = html;
  const isFirst = main.childElementCount === 0;
  const anchor = state?.uri === uri ? firstInView() : undefined;
  const place = anchor?.getBoundingClientRect().top ?? 0;
  morphdom(main, content, { childrenOnly: true, getNodeKey: keyOf, onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
  if (state?.uri !== uri) {
    state = { uri, scroll: 0 };
    scrollTo({ top: 0, behavior: 'instant' });
  } else if (isFirst) {
    scrollTo({ top: state.scroll, behavior: 'instant' });
  } else if (anchor?.isConnected) {
    scrollBy({ top: anchor.getBoundingClientRect().top - place, behavior: 'instant' });
  }
  host.setState(state);
}

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

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  const leads = event.target.closest('.go, .question .text');
  // Whoever selects text to copy it does not want to leave.
  if (!leads || (!leads.matches('.go') && getSelection()?.isCollapsed === false)) return;
  const place = leads.closest<HTMLElement>('[data-line]')?.dataset;
  if (place) host.postMessage({ type: 'reveal', line: Number(place['line']), character: Number(place['character'] ?? 0) });
});

let saving: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  saving ??= setTimeout(() => {
    saving = undefined;
    // Before the first content everything is at the top, which is not where the reader was.
    if (!state || main.childElementCount === 0) return;
    state = { ...state, scroll: scrollY };
    host.setState(state);
  }, 100);
}, { passive: true });

host.postMessage({ type: 'ready' });
