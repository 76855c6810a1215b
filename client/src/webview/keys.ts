import { focusFind } from './bar.ts';
import { send } from './host.ts';
import { answerNth, currentRow, editCurrent, moveBy, nextOpen, toggleProvisional } from './rows.ts';

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
  Slash: focusFind,
};

addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (target instanceof Element && target.closest('input, select, textarea, dialog, summary')) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.code !== 'KeyZ' && event.code !== 'KeyY') return;
    // VS Code would undo in whichever editor it takes for the active one.
    event.preventDefault();
    event.stopPropagation();
    send({ type: event.code === 'KeyZ' ? 'undo' : 'redo' });
    return;
  }
  const run = KEYS[event.code];
  if (!run) return;
  // Without a row at hand the arrows scroll, as everywhere.
  if (event.code.startsWith('Arrow') && !currentRow() && !(target instanceof HTMLElement && target.closest('main'))) {
    if (target !== document.body) return;
  }
  event.preventDefault();
  run();
}, { capture: true });
