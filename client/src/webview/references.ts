import { element } from './dom.ts';
import { main } from './content.ts';
import { send } from './host.ts';

/** Elements that a hover's text is made of; nothing else, and no attribute of them, gets into the page. */
const KNOWN = new Set(['P', 'STRONG', 'EM', 'BLOCKQUOTE', 'HR', 'CODE', 'BR', 'UL', 'OL', 'LI', 'PRE']);
/** How long the pointer rests before it asks, in milliseconds. */
const RESTS = 300;

let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let at: HTMLElement | undefined;
const tip = element('div', { 'class': 'tip', role: 'tooltip', id: 'reference-tip', hidden: '' });
document.body.append(tip);

function ask(reference: HTMLElement): void {
  at = reference;
  send({ type: 'reference', id: ++asked, reference: reference.dataset['ref']! });
}

/** Shows what is known of the reference that was asked about last. */
export function showReference(id: number, html: string): void {
  if (id !== asked || !at?.isConnected || html === '') return;
  // A document of its own runs nothing and loads nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  tip.replaceChildren(...reduced(parsed.body));
  tip.hidden = false;
  at.setAttribute('aria-describedby', tip.id);
  const { left, bottom, top } = at.getBoundingClientRect();
  // On the side with more room, and no longer than that: what does not fit is scrolled to.
  tip.style.removeProperty('max-height');
  const above = bottom + tip.offsetHeight > innerHeight && top > innerHeight - bottom;
  tip.style.setProperty('max-height', `${(above ? top : innerHeight - bottom) - 4}px`);
  tip.style.setProperty('left', `${Math.max(4, Math.min(left, document.documentElement.clientWidth - tip.offsetWidth - 8))}px`);
  tip.style.setProperty('top', `${above ? top - tip.offsetHeight : bottom}px`);
}

function reduced(from: Node): Node[] {
  return [...from.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
    if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return [];
    const name = (node as Element).tagName;
    if (name === 'SCRIPT' || name === 'STYLE') return [];
    if (!KNOWN.has(name)) return reduced(node);
    const made = document.createElement(name);
    made.append(...reduced(node));
    return [made];
  });
}

function hide(): void {
  clearTimeout(timer);
  at?.removeAttribute('aria-describedby');
  at = undefined;
  tip.hidden = true;
}

const referenceOf = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('.ref') : null);

main.addEventListener('pointerover', ({ target }) => {
  const reference = referenceOf(target);
  if (!reference || reference === at) return;
  hide();
  timer = setTimeout(() => ask(reference), RESTS);
});
main.addEventListener('pointerout', ({ target, relatedTarget }) => {
  if (referenceOf(target) && referenceOf(relatedTarget) !== referenceOf(target) && !tip.contains(relatedTarget as Node | null)) hide();
});
tip.addEventListener('pointerleave', ({ relatedTarget }) => {
  if (referenceOf(relatedTarget) !== at) hide();
});
main.addEventListener('focusin', ({ target }) => {
  const reference = referenceOf(target);
  if (reference) ask(reference);
});
main.addEventListener('focusout', hide);
main.addEventListener('click', ({ target }) => {
  const reference = referenceOf(target);
  if (reference) ask(reference);
});
addEventListener('scroll', hide, { passive: true });
addEventListener('keydown', ({ code }) => {
  if (code === 'Escape') hide();
});
