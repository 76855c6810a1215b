import { isMapRole } from '../../sheet/roles.ts';
import type { Sheet } from '../../sheet/model.ts';

/**
 * @param otherwise for a sheet that has no indentation of its own yet, in columns
 * @returns how many columns the sheet indents a level by, as its first indented key shows
 */
export function unitOf({ lines }: Sheet, otherwise: number): number {
  const first = lines.lines.find((line) => line.kind === 'entry' && line.path.length === 1 && isMapRole(line.role) && line.indent > 0);
  return first?.indent ?? Math.min(Math.max(Math.trunc(otherwise) || 2, 1), 10);
}
