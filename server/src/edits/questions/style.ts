import type { Row } from '../../catalogue/form-index.ts';
import type { Sheet } from '../../sheet/model.ts';
import { gapAbove, rowLines, toolComments, type RowLine } from './lines.ts';
import { noteComments, questionComment, QUESTION_MARK, SECTION_MARK, sectionComments } from './texts.ts';

/** How a sheet that has comments of the tool's own is written; what is added to it is written likewise. */
export class QuestionStyle {
  readonly #sheet: Sheet;
  readonly #questions: boolean;
  readonly #titles: boolean;
  /** A blank line stands above a section's title. */
  readonly #apart: boolean;
  readonly #rows: RowLine[];

  constructor(sheet: Sheet) {
    const comments = toolComments(sheet);
    const titles = comments.filter(({ text }) => text.startsWith(SECTION_MARK));
    this.#sheet = sheet;
    this.#questions = comments.some(({ text }) => text.startsWith(QUESTION_MARK));
    this.#titles = titles.length > 0;
    this.#apart = titles.some(({ at }) => sheet.lines.lines[at - 1]?.kind === 'blank');
    this.#rows = this.#titles ? rowLines(sheet) : [];
  }

  /**
   * @param first whether this row is the first of those that are added of its section
   * @returns the lines above a row that is added, without their indentation; an empty one is blank
   */
  above(row: Row, first: boolean): string[] {
    const begins = first && !this.#rows.some((one) => one.row.section === row.section);
    return [
      ...(this.#titles && begins ? [...(this.#apart ? [''] : []), ...sectionComments(row.section)] : []),
      ...(this.#titles ? noteComments(row) : []),
      ...(this.#questions ? [questionComment(row)] : []),
    ];
  }

  /** @returns the offset of the end of the section's title, where a row stands below it that comes after this one on the form */
  titleAbove(row: Row): number | undefined {
    const first = this.#rows.find((one) => one.row.section === row.section);
    if (!first || first.row.order < row.order) return undefined;
    const from = gapAbove(this.#sheet, first.at);
    const title = toolComments(this.#sheet).findLast(({ at, text }) => at >= from && at < first.at && text.startsWith(SECTION_MARK));
    return title?.line.end;
  }
}
