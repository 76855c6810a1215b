import type { Sheet, Span } from './model.ts';
import type { Edit } from './notices.ts';
import { isListRole } from './roles.ts';

/** Text that YAML reads as something else, so that a part of it is lost. */
export interface CutOff {
  cause: 'comment' | 'property' | 'comma' | 'list';
  /** What is lost. */
  span: Span;
  edit: Edit;
}

const cache = new WeakMap<Sheet, CutOff[]>();

/** @returns where the sheet loses text, in the document's order */
export function cutOffs(sheet: Sheet): CutOff[] {
  let found = cache.get(sheet);
  if (!found) cache.set(sheet, found = [...inBlocks(sheet), ...inBraces(sheet)].sort((a, b) => a.span.start - b.span.start));
  return found;
}

/** ` #` before a non-space, or an anchor or tag before the text. */
function* inBlocks(sheet: Sheet): Generator<CutOff> {
  const text = sheet.document.getText();
  for (const line of sheet.lines.lines) {
    if (line.kind !== 'entry' || line.valueRole !== 'text' || !line.colon) continue;
    const rest = text.slice(line.colon.end, line.end);
    const raw = rest.trim();
    const start = line.colon.end + rest.indexOf(raw);
    const whole: Span = { start, end: start + raw.length };
    const edit: Edit = { span: whole, text: `'${raw.replaceAll("'", "''")}'` };
    const property = /^[&!][^\s]*(?=\s|$)/.exec(raw);
    if (property) {
      yield { cause: 'property', span: { start, end: start + property[0].length }, edit };
      continue;
    }
    if (/^["'|>[{]/.test(raw)) continue;
    const comment = /(?:^|[ \t])(#(?![ \t?=]|$).*)$/.exec(raw);
    if (comment) yield { cause: 'comment', span: { start: whole.end - comment[1]!.length, end: whole.end }, edit };
  }
}

/** A comma in braces begins a new key: `{ 備考: 1,2 }`. */
function* inBraces(sheet: Sheet): Generator<CutOff> {
  const text = sheet.document.getText();
  const slots = [...sheet.lines.slots].sort((a, b) => a.around.start - b.around.start || a.around.end - b.around.end);
  for (const [index, slot] of slots.entries()) {
    const before = slots[index - 1];
    if (slot.kind !== 'key' || slot.span.end <= slot.span.start || before?.kind !== 'value' || before.span.end <= before.span.start) continue;
    if (/^[\s\u3000]*[:：]/.test(text.slice(slot.span.end)) || slot.path.join('\0') !== before.path.join('\0')) continue;
    if (!/^[\s\u3000]*,[\s\u3000]*$/.test(text.slice(before.span.end, slot.span.start))) continue;
    const span = { start: before.span.start, end: slot.span.end };
    const raw = text.slice(span.start, span.end);
    if (isListRole(before.role)) yield { cause: 'list', span: slot.span, edit: { span, text: `[${raw}]` } };
    else if (before.role === 'text') yield { cause: 'comma', span: slot.span, edit: { span, text: `'${raw.replaceAll("'", "''")}'` } };
  }
}
