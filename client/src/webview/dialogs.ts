import type { SheetEdit } from '../../../server/src/edits/answering/edit.ts';
import { main, remarkText } from './content.ts';
import { button, element } from './dom.ts';
import { edit } from './edits.ts';
import { shown, worded, words } from './host.ts';

/** What a dialog asks for, and the edits that it makes of the answers. */
interface Question {
  title: string;
  fields: HTMLElement[];
  edits: () => SheetEdit[];
  /** What the sheet says by now in the place of what is edited, in words; it is about to be replaced. */
  now: () => string;
}

/**
 * A row's own remark, the entries of the table that it cites, a new one, and whether it is to be confirmed.
 * @param at begins where a new entry of the table is written
 */
export function openRowDialog(row: HTMLElement, at?: 'new'): void {
  const id = row.dataset['row']!;
  const before = { cites: JSON.parse(row.dataset['cites']!) as string[], remark: row.dataset['remark']!, reason: row.dataset['provisional'] };
  const remark = element('textarea', { rows: '4' });
  remark.value = before.remark;
  const boxes = entries().map(({ key, text }) => {
    const box = element('input', { type: 'checkbox' });
    box.checked = before.cites.includes(key);
    return { key, box, label: element('label', { 'class': 'cite' }, box, ` ${key} ${text}`) };
  });
  const added = element('textarea', { rows: '2', ...(at === 'new' ? { autofocus: '' } : {}) });
  const confirm = element('input', { type: 'checkbox' });
  confirm.checked = before.reason !== undefined;
  const reason = element('input', { type: 'text' });
  reason.value = before.reason ?? '';
  reason.addEventListener('input', () => (confirm.checked ||= reason.value !== ''));
  open({
    title: worded(words.remarksOf, id),
    fields: [
      labelled(words.ownRemark, remark),
      ...(boxes.length > 0 ? [element('fieldset', {}, element('legend', {}, words.cited), ...boxes.map(({ label }) => label))] : []),
      labelled(worded(words.newRemark, shown.update!.summary.nextRemark), added),
      element('label', { 'class': 'cite' }, confirm, ` ${words.toConfirm}`), labelled(words.reason, reason),
    ],
    edits: () => [
      ...(remark.value === before.remark ? [] : [{ kind: 'row-remark', row: id, text: remark.value } as const]),
      ...boxes.filter(({ key, box }) => box.checked !== before.cites.includes(key)).map(({ key, box }) => ({ kind: box.checked ? 'cite' as const : 'uncite' as const, row: id, remark: key })),
      ...(added.value.trim() === '' ? [] : newRemark(id, added.value)),
      ...(confirm.checked === (before.reason !== undefined) && reason.value === (before.reason ?? '') ? []
        : [{ kind: 'provisional', row: id, text: confirm.checked ? reason.value : null } as const]),
    ],
    now: () => {
      const { remark: text = '', provisional = '' } = rowOf(id)?.dataset ?? {};
      return [text, provisional].filter((one) => one !== '').join(' / ');
    },
  });
}

function newRemark(row: string, text: string): SheetEdit[] {
  const remark = shown.update!.summary.nextRemark;
  return [{ kind: 'remark', remark, text }, { kind: 'cite', row, remark }];
}

/** The table of remarks, without those that stand in their rows. */
function entries(): { key: string; text: string }[] {
  return [...main.querySelectorAll<HTMLElement>('.remarks [data-key]')].map((row) => ({ key: row.dataset['key']!, text: remarkText(row) }));
}

/** A remark of the table, or one that stands in its row. */
export function openRemarkDialog(row: HTMLElement): void {
  const { key, ofRow } = row.dataset;
  const before = remarkText(row);
  const text = element('textarea', { rows: '6' });
  text.value = before;
  open({
    title: worded(words.remark, key ?? ofRow!),
    fields: [labelled(worded(words.remark, key ?? ofRow!), text)],
    edits: () => (text.value === before ? [] : [key === undefined ? { kind: 'row-remark', row: ofRow!, text: text.value } : { kind: 'remark', remark: key, text: text.value }]),
    now: () => (key === undefined ? rowOf(ofRow!)?.dataset['remark'] : entries().find((one) => one.key === key)?.text) ?? '',
  });
}

/** A field of the header. */
export function openFieldDialog(place: HTMLElement): void {
  const { field = '', value: before = '' } = place.dataset;
  const input = element('input', { type: 'text' });
  input.value = before;
  open({
    title: worded(words.fieldOf, field), fields: [labelled(field, input)],
    edits: () => (input.value === before ? [] : [{ kind: 'field', field, text: input.value }]),
    now: () => [...main.querySelectorAll<HTMLElement>('[data-field]')].find((one) => one.dataset['field'] === field)?.dataset['value'] ?? '',
  });
}

function rowOf(id: string): HTMLElement | null {
  return document.getElementById(`row-${id}`);
}

function labelled(label: string, control: HTMLElement): HTMLElement {
  return element('label', { 'class': 'field' }, element('span', {}, label), control);
}

function open({ title, fields, edits, now }: Question): void {
  const dialog = element('dialog', { 'aria-label': title });
  const form = element('form', { method: 'dialog' }, element('h2', {}, title), ...fields);
  const problem = element('p', { 'class': 'refused', role: 'alert', hidden: '' });
  form.append(problem, element('div', { 'class': 'actions' }, element('button', { type: 'submit' }, words.save), button(words.cancel, () => dialog.close())));
  dialog.append(form);
  const tell = (text: string): void => {
    problem.textContent = text;
    problem.hidden = false;
  };
  let before = now();
  let isAsked = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isAsked) return;
    const made = edits();
    if (made.length === 0) return dialog.close();
    // What somebody else has written there meanwhile is seen before it is replaced.
    const after = now();
    if (after !== before) {
      before = after;
      return tell(worded(words.changedMeanwhile, after));
    }
    // What was typed stays until it is in the sheet.
    isAsked = true;
    edit(made, {
      done: () => dialog.close(),
      refused: (reason) => {
        isAsked = false;
        tell(reason);
      },
    });
  });
  // Ctrl+Enter, since Enter is a line break in a remark; not while an input method still composes.
  dialog.addEventListener('keydown', (event) => {
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
    event.stopPropagation();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  (form.querySelector<HTMLElement>('[autofocus]') ?? form.querySelector<HTMLElement>('textarea, input'))?.focus();
}
