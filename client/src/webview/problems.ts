import { button, element } from './dom.ts';
import { main } from './content.ts';
import { editable, send, shown, words } from './host.ts';

let asked = 0;
let open: { id: number; at: HTMLElement; menu: HTMLElement } | undefined;

main.addEventListener('click', ({ target }) => {
  const problem = target instanceof Element ? target.closest<HTMLElement>('button:is(.problem, .more)') : null;
  if (!problem) return;
  const wasOpen = open?.at === problem;
  close();
  if (wasOpen) return;
  const place = { line: Number(problem.dataset['line']), character: Number(problem.dataset['character']) };
  const menu = element('div', { 'class': 'fixes', role: 'region', 'aria-label': words.fixes });
  menu.append(button(words.goThere, () => send({ type: 'reveal', ...place })));
  problem.setAttribute('aria-expanded', 'true');
  // Outside the content, which an update would make as the server says it is.
  document.body.append(menu);
  open = { id: ++asked, at: problem, menu };
  position();
  if (editable()) send({ type: 'fixes', id: asked, version: shown.update!.version, ...place, code: problem.dataset['code']! });
});

/** Offers the fixes for the finding that was asked about last. */
export function showFixes(id: number, titles: string[]): void {
  if (open?.id !== id) return;
  const { menu } = open;
  const made = titles.map((title, index) => button(title, () => {
    const { at } = open!;
    send({ type: 'fix', id, index });
    close();
    // Whoever came by keys goes on from there.
    at.focus({ preventScroll: true });
  }));
  menu.prepend(...(made.length > 0 ? made : [element('p', {}, words.noFixes)]));
  position();
  menu.querySelector('button')?.focus();
}

/** A finding that is no longer there has no fixes. */
export function closeFixes(): void {
  if (open && !open.at.isConnected) close();
  else position();
}

function close(): void {
  open?.at.setAttribute('aria-expanded', 'false');
  open?.menu.remove();
  open = undefined;
}

function position(): void {
  if (!open) return;
  const { left, bottom } = open.at.getBoundingClientRect();
  open.menu.style.setProperty('left', `${Math.min(left + scrollX, document.documentElement.clientWidth - open.menu.offsetWidth - 8)}px`);
  open.menu.style.setProperty('top', `${bottom + scrollY}px`);
}

addEventListener('keydown', (event) => {
  if (event.code !== 'Escape' || !open) return;
  const { at } = open;
  close();
  at.focus();
});
