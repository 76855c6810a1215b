import type { PreviewView } from '../../../server/src/render/preview.ts';
import { main } from './content.ts';
import { button, element } from './dom.ts';
import { applyFilter } from './filter.ts';
import { send, shown, worded, words, type Update } from './host.ts';

const VIEWS: PreviewView[] = ['form', 'guideline', 'exceptions'];

const bar = element('div', { 'class': 'bar', role: 'region', 'aria-label': words.bar });
const views = VIEWS.map((view) => button(words[view], () => send({ type: 'view', view }), { 'class': 'view', 'data-view': view, 'aria-pressed': 'false' }));
const progress = element('progress', { 'aria-label': words.progress });
const progressText = element('span', { 'class': 'count' });
const counts = element('span', { 'class': 'counts' });
const readOnly = element('input', { type: 'checkbox' });
const filter = element('select', { 'aria-label': words.filter });
const section = element('select', { 'aria-label': words.allSections });
const find = element('input', { type: 'search', placeholder: words.find, 'aria-label': words.find });
const found = element('span', { 'class': 'count', role: 'status' });
const broken = element('p', { 'class': 'broken', role: 'status', hidden: '' });
const keys = element('p');
// Beside an editor there is no room for them: there they are a click away.
const help = element('details', { 'class': 'keys', ...(innerWidth < 640 ? {} : { open: '' }) }, element('summary', {}, words.keys), keys);

bar.append(
  element('div', { 'class': 'line' }, element('span', { 'class': 'views', role: 'group' }, ...views), progress, progressText, counts,
    element('label', { 'class': 'read-only' }, readOnly, ` ${words.readOnly}`)),
  element('div', { 'class': 'line' }, filter, section, find, found, help),
  broken,
);
document.body.prepend(bar);
// The table's head stays below the bar, however high that is.
new ResizeObserver(() => document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`)).observe(bar);

readOnly.addEventListener('change', () => send({ type: 'readOnly', readOnly: readOnly.checked }));
for (const control of [filter, section]) control.addEventListener('change', () => refilter());
find.addEventListener('input', () => refilter());
main.addEventListener('moved', () => refilter());
find.addEventListener('keydown', (event) => {
  if (event.code === 'Escape' && find.value !== '' && !event.isComposing) {
    find.value = '';
    refilter();
  }
  event.stopPropagation();
});

export function focusFind(): void {
  find.focus();
  find.select();
}

/** Brings the bar up to date, and the rows that are shown with it. */
export function showBar({ summary, mode }: Update): void {
  for (const one of views) one.setAttribute('aria-pressed', String(one.dataset['view'] === mode.view));
  progress.max = Math.max(summary.applicable, 1);
  progress.value = summary.answered;
  progressText.textContent = worded(words.progress, summary.answered, summary.applicable);
  const told: [string, number, string][] = [
    [words.errors, summary.errors, 'error'], [words.warnings, summary.warnings, 'warning'], [words.others, summary.others, 'info'],
    [words.provisional, summary.provisional, 'provisional'], [words.suppressed, summary.suppressed, 'suppressed'],
  ];
  counts.replaceChildren(...told.filter(([, count]) => count > 0).map(([text, count, kind]) => element('span', { 'class': `count ${kind}` }, worded(text, count))));
  readOnly.checked = mode.readOnly;
  broken.hidden = !summary.broken;
  broken.textContent = shown.isKept ? words.draft : words.unread;
  keys.textContent = worded(words.keysHelp, mode.alone ? '' : words.keysToText);
  document.body.classList.toggle('read-only', mode.readOnly || summary.broken);
  options(filter, [['', words.allRows], ...summary.filters.map(({ name, label, count }): [string, string] => [name, `${label} (${count})`])]);
  options(section, [['', words.allSections], ...summary.sections.map(({ id, title, answered, applicable }): [string, string] => [id, `${id} ${title} (${answered}/${applicable})`])]);
  for (const control of [filter, section]) control.hidden = mode.view !== 'form';
  // What somebody has just answered does not vanish under their hands, however it fits now.
  refilter(main.querySelector<HTMLElement>('tr.current:not([hidden])') ?? undefined);
}

function refilter(held?: HTMLElement): void {
  const onForm = shown.update?.mode.view === 'form';
  const count = applyFilter({ is: onForm ? filter.value : '', section: onForm ? section.value : '', words: find.value }, held);
  found.textContent = count === undefined ? '' : worded(words.shown, count);
}

function options(select: HTMLSelectElement, all: [string, string][]): void {
  const { value } = select;
  select.replaceChildren(...all.map(([name, label]) => element('option', { value: name }, label)));
  select.value = all.some(([name]) => name === value) ? value : '';
}
