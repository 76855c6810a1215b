import { chooseSafeFixes, type Chosen } from '../lint/choose.ts';
import { lint, type LintOptions } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import type { Message } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';
import { applyEdits } from '../sheet/repair.ts';

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
    const next = applyEdits(current, taken.flatMap(({ fix }) => fix.edits)).text;
    if (next === current) break;
    for (const { finding, fix } of taken) applied.push({ finding, title: fix.title, ...sheet.document.positionAt(finding.span.start) });
    current = next;
    sheet = read(current);
    left = lint(sheet, options);
  }
  return { text: current, applied, left };
}

/** The first safe fix of each finding, as long as they do not even touch; what does waits for the next round. */
function roundOf(findings: Finding[], sheet: Sheet): Chosen[] {
  return chooseSafeFixes(findings, sheet, (a, b) => a.start <= b.end && b.start <= a.end);
}
