import { toPage } from '../preview/to-page.ts';
import { showBar } from './bar.ts';
import { main, showContent } from './content.ts';
import { settled } from './edits.ts';
import { send, shown } from './host.ts';
import './keys.ts';
import { say } from './live.ts';
import { closeFixes, showFixes } from './problems.ts';
import { showReference } from './references.ts';
import { markCursor, scrollToLine, settle } from './scroll.ts';

let cursor: number | undefined;

addEventListener('message', (event: MessageEvent<unknown>) => {
  const data = toPage(event.data);
  switch (data?.type) {
    case 'update':
      settle();
      showContent(data, showBar);
      markCursor(cursor);
      closeFixes();
      break;
    case 'cursor':
      markCursor(cursor = data.line);
      break;
    case 'scroll': return scrollToLine(data.line);
    case 'fixes': return showFixes(data.id, data.titles);
    case 'reference': return showReference(data.id, data.html);
    case 'done': return void settled(data.id);
    case 'refused':
      if (!settled(data.id, data.reason)) say(data.reason);
      break;
    case undefined:
  }
});

main.addEventListener('click', (event) => {
  // In place of the text there is no text beside it to go to.
  if (!(event.target instanceof Element) || event.defaultPrevented || shown.update?.mode.alone) return;
  const leads = event.target.closest('.go, .question .text');
  // Whoever selects text to copy it does not want to leave.
  if (!leads || (!leads.matches('.go') && getSelection()?.isCollapsed === false)) return;
  const place = leads.closest<HTMLElement>('[data-line]')?.dataset;
  if (place) send({ type: 'reveal', line: Number(place['line']), character: Number(place['character'] ?? 0) });
});

send({ type: 'ready' });
