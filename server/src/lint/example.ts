/**
 * An example in a rule's documentation, without the indentation that it has in the rule's file.
 * @param written a template literal, whose first and last lines are blank
 */
export function dedent(written: string): string {
  const lines = written.replace(/^[ \t]*\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const depth = Math.min(...indents);
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`;
}

/**
 * The part of a sheet that an example shows. One that begins with `様式:` shows the sheet from its beginning; any other
 * shows what stands in 回答, and may go on with a 備考記載欄 of its own.
 */
export function partOfSheet(written: string): string {
  const text = dedent(written);
  if (text.startsWith('様式:')) return text;
  const remarks = text.search(/^備考記載欄:/m);
  const answers = remarks < 0 ? text : text.slice(0, remarks);
  return `回答:\n${answers.replace(/^(?=.)/gm, '  ')}${text.slice(answers.length)}`;
}

/** What stands above an example that does not begin a sheet itself. */
const HEADER = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: サンプル株式会社
サービス名称: リモート保守サービス
バージョン: '1.1'
`;

/**
 * An example as a sheet that can be checked.
 * @returns the text, and the offset at which the example's own lines begin: it is no complete sheet, and what it lacks
 * is found on the lines before
 */
export function exampleSheet(written: string): { text: string; own: number } {
  const part = partOfSheet(written);
  return part.startsWith('様式:') ? { text: part, own: 0 } : { text: HEADER + part, own: HEADER.length + part.indexOf('\n') };
}
