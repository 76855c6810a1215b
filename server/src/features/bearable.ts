import type { Sheet } from '../sheet/model.ts';
import type { Edit, Notice } from '../sheet/notices.ts';
import { edited } from '../sheet/reread.ts';

/** What no fix may bring about. */
const WORSE: readonly Notice['kind'][] = ['syntax', 'duplicate'];

/** @returns whether a sheet can be read after some edits as well as before; no fix is better than one that breaks the file */
export function isBearable(sheet: Sheet, edits: readonly Edit[]): boolean {
  const after = edited(sheet, edits);
  const count = ({ notices }: Sheet, kind: Notice['kind']): number => notices.filter((notice) => notice.kind === kind).length;
  return WORSE.every((kind) => count(after, kind) <= count(sheet, kind));
}
