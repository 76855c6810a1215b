import type { DialectData } from '../catalogue/dialect.ts';
import type { FlowSlot, Line } from './lines.ts';
import type { Span } from './model.ts';
import type { Repair } from './repair.ts';
import type { Roles } from './roles.ts';

/** What the readers of single values share with the scanner. */
export interface ScanState {
  text: string;
  roles: Roles;
  marks: DialectData['punctuation'];
  slots: FlowSlot[];
  /** How many values stand in lists that lack their brackets. */
  listed: number;
  /** A line to come, if there is one: the next, or one behind it. */
  peek(ahead?: number): Span | undefined;
  /** How many columns the innermost map around is indented by, in the one around it. */
  readonly unit: number;
  /**
   * Whether a line to come is an entry of its own, and no text that is not indented enough for the block text above it.
   * @param begun whether that text has a line already
   */
  isEntry(line: Span, begun: boolean): boolean;
  leading(line: Span): string;
  /** Columns of leading white space, full-width spaces and tabs as two. */
  width(leading: string): number;
  /** Takes the line to come as a part of the value above it. */
  takeRest(line: Span, inside: NonNullable<Line['inside']>): void;
  /** Takes every line to come that begins before `offset`. */
  takeUntil(offset: number, inside: NonNullable<Line['inside']>): void;
  /**
   * Where a value of a map at this column must have ended.
   * @param comments whether it may have lines that are comments, at any column
   */
  limit(parentIndent: number, comments?: boolean): number;
  repair(span: Span, text: string, cause: Repair['cause'], shown?: Span, instead?: Repair['instead']): void;
}
