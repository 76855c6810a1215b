import { element } from './dom.ts';

const region = element('div', { 'class': 'toast', role: 'status', 'aria-live': 'polite', hidden: '' });
document.body.append(region);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a short message for a while, and has it read aloud. */
export function say(text: string): void {
  region.textContent = text;
  region.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (region.hidden = true), 6000);
}
