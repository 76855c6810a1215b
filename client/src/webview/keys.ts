import { focusFind } from './bar.ts';
import { send } from './host.ts';
import { answerNth, currentRow, editCurrent, moveBy, nextOpen, openGate, toggleProvisional, visibleRows } from './rows.ts';

/** By the key's place on the keyboard, so that they work whatever the input method makes of them. */
const KEYS: Record<string, () => void> = {
  ArrowDown: () => moveBy(1),
  ArrowUp: () => moveBy(-1),
  Digit1: () => answerNth(0), Digit2: () => answerNth(1), Digit3: () => answerNth(2),
  Numpad1: () => answerNth(0), Numpad2: () => answerNth(1), Numpad3: () => answerNth(2),
  KeyN: nextOpen,
  KeyR: () => editCurrent(),
  KeyM: () => editCurrent('new'),
  KeyQ: toggleProvisional,
  KeyG: openGate,
  Slash: focusFind,
};

addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.altKey || event.defaultPrevented) return;
  if (target instanceof Element && target.closest('input, select, textarea, dialog, summary')) return;
  if (event.ctrlKey || event.metaKey) {
    const redo = event.shiftKey ? event.code === 'KeyZ' : event.code === 'KeyY';
    if (!redo && (event.shiftKey || event.code !== 'KeyZ')) return;
    // VS Code would undo in whichever editor it takes for the active one.
    event.preventDefault();
    event.stopPropagation();
    send({ type: redo ? 'redo' : 'undo' });
    return;
  }
  const run = KEYS[event.code];
  if (!run || event.shiftKey) return;
  // Without a row at hand the arrows scroll, as everywhere.
  if (event.code.startsWith('Arrow')) {
    if (visibleRows().length === 0) return;
    if (!currentRow() && target !== document.body && !(target instanceof HTMLElement && target.closest('main'))) return;
  }
  event.preventDefault();
  run();
}, { capture: true });
