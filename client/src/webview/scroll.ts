import { main } from './content.ts';
import { keep, send, state } from './host.ts';

/** How long the page's own movement is not taken for the reader's, in milliseconds. */
const SETTLES = 250;
/** How long a movement is the reader's after the wheel, a finger or the mouse began it, in milliseconds. */
const CARRIES = 500;
let ledUntil = 0;
let movedUntil = 0;
let saving: ReturnType<typeof setTimeout> | undefined;
let telling = false;

/** What moves the page from here on is its own doing for a while. */
export function settle(): void {
  ledUntil = Date.now() + SETTLES;
}

/** Shows what stands at a line of the text at the top, below the bar. */
export function scrollToLine(line: number): void {
  const places = rowsByLine();
  const at = places.findLastIndex((place) => place.line <= line);
  settle();
  if (at < 0) return scrollTo({ top: 0, behavior: 'instant' });
  const from = places[at]!;
  const next = places[at + 1];
  const part = next && next.line > from.line ? (line - from.line) / (next.line - from.line) : 0;
  const top = from.top + part * ((next?.top ?? from.top) - from.top);
  scrollTo({ top: scrollY + top - barHeight(), behavior: 'instant' });
}

/** Marks the row that the text's cursor is in. */
export function markCursor(line: number | undefined): void {
  main.querySelectorAll('.at-cursor').forEach((row) => row.classList.remove('at-cursor'));
  if (line === undefined) return;
  const place = rowsByLine().findLast((one) => one.line <= line);
  place?.row.classList.add('at-cursor');
}

interface RowPlace {
  line: number;
  /** From the top of what is in view. */
  top: number;
  row: HTMLElement;
}

/** In the text's order, which need not be the page's. */
function rowsByLine(): RowPlace[] {
  return [...main.querySelectorAll<HTMLElement>('tr[data-line]')].filter((row) => row.offsetParent !== null)
    .map((row) => ({ line: Number(row.dataset['line']), top: row.getBoundingClientRect().top, row })).sort((a, b) => a.line - b.line);
}

function barHeight(): number {
  const head = main.querySelector('.answers thead')?.getBoundingClientRect().height ?? 0;
  return (document.querySelector('.bar')?.getBoundingClientRect().height ?? 0) + head;
}

function tell(): void {
  telling = false;
  const edge = barHeight();
  const inPage = rowsByLine().filter(({ top }) => top <= edge + 1).sort((a, b) => a.top - b.top).at(-1);
  send({ type: 'scrolled', line: inPage?.line ?? 0 });
}

// The wheel moves what is below the mouse, whatever has the focus.
for (const begins of ['wheel', 'touchmove', 'pointerdown']) addEventListener(begins, () => (movedUntil = Date.now() + CARRIES), { passive: true, capture: true });

addEventListener('scroll', () => {
  saving ??= setTimeout(() => {
    saving = undefined;
    // Before the first content everything is at the top, which is not where the reader was.
    if (state && main.childElementCount > 0) keep({ ...state, scroll: scrollY });
  }, 100);
  const ofReader = document.hasFocus() || Date.now() < movedUntil;
  if (telling || Date.now() < ledUntil || main.childElementCount === 0 || !ofReader) return;
  telling = true;
  requestAnimationFrame(tell);
}, { passive: true });
