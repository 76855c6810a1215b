import { fixesOf, lint, type LintOptions } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import type { Message } from '../l10n/translate.ts';
import type { Edit } from '../sheet/notices.ts';
import type { Sheet } from '../sheet/model.ts';

/** A fix that was applied. */
export interface Applied {
  finding: Finding;
  title: Message;
  /** Where it stood when it was applied, zero-based. */
  line: number;
  character: number;
}

export interface Fixed {
  text: string;
  applied: Applied[];
  /** What is found in the text as it is now. */
  left: Finding[];
}

/** Mending may bring to light what could not be read before, but not without end. */
const MOST_ROUNDS = 20;

/**
 * Applies every safe fix, again and again until there is none.
 * @param read makes the sheet of a text
 * @param options with which rules to look
 */
export function applySafeFixes(text: string, read: (text: string) => Sheet, options: LintOptions = {}): Fixed {
  const applied: Applied[] = [];
  let current = text;
  let sheet = read(current);
  let left = lint(sheet, options);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const taken = roundOf(left, sheet);
    const next = edited(current, taken.flatMap(({ edits }) => edits));
    if (next === current) break;
    for (const { finding, title } of taken) applied.push({ finding, title, ...sheet.document.positionAt(finding.span.start) });
    current = next;
    sheet = read(current);
    left = lint(sheet, options);
  }
  return { text: current, applied, left };
}

interface Taken {
  finding: Finding;
  title: Message;
  edits: Edit[];
}

/** The first safe fix of each finding, as long as they do not meet; what meets waits for the next round. */
function roundOf(findings: Finding[], sheet: Sheet): Taken[] {
  const text = sheet.document.getText();
  const taken: Taken[] = [];
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = fixesOf(finding, sheet).find((one) => one.safe);
    if (!fix || fix.edits.some((edit) => edits.some((other) => meet(edit, other)))) continue;
    if (fix.edits.every(({ span, text: replacement }) => text.slice(span.start, span.end) === replacement)) continue;
    taken.push({ finding, title: fix.title, edits: fix.edits });
    edits.push(...fix.edits);
  }
  return taken;
}

function meet(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

/** Applies edits that do not meet; several insertions of one fix at one place stay in their order. */
function edited(text: string, edits: Edit[]): string {
  const sorted = edits.map((edit, order) => ({ ...edit, order })).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.order - b.order);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of sorted) {
    result += text.slice(at, span.start) + replacement;
    at = Math.max(at, span.end);
  }
  return result + text.slice(at);
}
