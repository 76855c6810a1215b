import { main } from './content.ts';
import { edit } from './edits.ts';
import { editable, shown, words } from './host.ts';
import { openFieldDialog, openRemarkDialog, openRowDialog } from './dialogs.ts';
import { say } from './live.ts';

let current: HTMLTableRowElement | undefined;

/** The rows that are shown, in the page's order. */
export function visibleRows(): HTMLTableRowElement[] {
  return [...main.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].filter((row) => !row.hidden);
}

/** The row that keys act on. */
export function currentRow(): HTMLTableRowElement | undefined {
  return current?.isConnected && !current.hidden ? current : undefined;
}

/** Makes a row the one that keys act on; only its controls are reached by Tab. */
export function setCurrent(row: HTMLTableRowElement | undefined, options: { focus?: boolean } = {}): void {
  if (current !== row) {
    current?.classList.remove('current');
    current?.querySelectorAll('.choose, .edit-row, .more').forEach((control) => control.setAttribute('tabindex', '-1'));
    current = row;
    row?.classList.add('current');
    row?.querySelectorAll('.choose, .edit-row, .more').forEach((control) => control.setAttribute('tabindex', '0'));
  }
  if (!row || !options.focus) return;
  row.querySelector<HTMLElement>('.go')?.focus({ preventScroll: true });
  // A row that a filter has kept only for being at hand goes now.
  main.dispatchEvent(new Event('moved'));
  row.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/** @param step 1 for the next row, -1 for the one before */
export function moveBy(step: number): void {
  const rows = visibleRows();
  const from = currentRow();
  const at = from ? rows.indexOf(from) + step : rows.findIndex((row) => row.getBoundingClientRect().bottom > 80);
  setCurrent(rows[Math.max(0, Math.min(rows.length - 1, at))], { focus: true });
}

/** Goes to the next row that somebody still has to answer, from the top again after the last. */
export function nextOpen(): void {
  const rows = visibleRows();
  const from = currentRow();
  const at = from ? rows.indexOf(from) : -1;
  const open = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => row.dataset['is']!.split(' ').includes('open'));
  if (open) setCurrent(open, { focus: true });
  // Filters and the other views show few rows, or none.
  else say(shown.update?.summary.filters.some(({ name, count }) => name === 'open' && count > 0) === false && shown.update.summary.applicable > 0 ? words.noOpen : words.noOpenShown);
}

/** Answers the current row with its nth word, from zero. */
export function answerNth(at: number): void {
  currentRow()?.querySelectorAll<HTMLButtonElement>('.choose')[at]?.click();
}

/** Opens what the current row says beside its answer; a heading says nothing. */
export function editCurrent(at?: 'new'): void {
  const row = currentRow();
  if (row?.querySelector('.edit-row') && editable()) openRowDialog(row, at);
}

/** Opens what closes or opens the current row with all below it. */
export function openGate(): void {
  if (editable()) currentRow()?.querySelector<HTMLElement>('.more')?.click();
}

/** Marks the current row as to be confirmed, or takes the mark off. */
export function toggleProvisional(): void {
  const row = currentRow();
  if (row && editable()) edit([{ kind: 'provisional', row: row.dataset['row']!, text: row.dataset['provisional'] === undefined ? '' : null }]);
}

/** What has the focus, or had it when the page last had. */
let focused: HTMLElement | undefined;

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target !== document.body) focused = target;
});

// The browser forgets it while the focus is in the text; whoever comes back by keys goes on where they were.
addEventListener('focus', ({ target }) => {
  if (target !== window || document.activeElement !== document.body) return;
  const last = focused?.isConnected && focused.offsetParent !== null ? focused : currentRow()?.querySelector<HTMLElement>('.go');
  last?.focus({ preventScroll: true });
});

main.addEventListener('focusin', ({ target }) => {
  const row = (target as Element).closest<HTMLTableRowElement>('tr[data-row]');
  if (row) setCurrent(row);
});

main.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const row = target.closest<HTMLTableRowElement>('tr[data-row]');
  if (row) setCurrent(row);
  // The whole cell answers, not only the word in it.
  const choice = target.closest('td.choice')?.querySelector<HTMLElement>('.choose');
  if (choice && row && editable()) edit([{ kind: 'answer', row: row.dataset['row']!, word: choice.dataset['word']! }]);
  else if (target.closest('.edit-row') && row && editable()) openRowDialog(row);
  // A number or label leads to the text; in place of the text it is as good as what it stands for.
  if (!editable() || target.closest('.ref') || (target.closest('.go') && !shown.update!.mode.alone)) return;
  const place = target.closest<HTMLElement>('[data-field], .remarks :is([data-key], [data-of-row])');
  if (!place || (target.closest('th, dt') && !target.closest('.go'))) return;
  // The focus comes back to where the dialog was opened.
  if (!target.closest('button')) place.querySelector<HTMLElement>('.edit-row')?.focus({ preventScroll: true });
  if (place.dataset['field'] === undefined) openRemarkDialog(place);
  else openFieldDialog(place);
});
