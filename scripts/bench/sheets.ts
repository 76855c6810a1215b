// Sheets to measure with: the sample, the sample many times as long, and folders of sheets that all differ.
import { readFileSync } from 'node:fs';

export const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');

/**
 * @param round another makes other remarks
 * @returns the sample with its table of remarks made so long that the text is `factor` times as long, each remark cited nowhere
 */
export function longer(factor: number, round = 0): string {
  const line = (index: number): string => `  ${index + 100}: 備考 ${round}-${index} の本文。医療機関等に送付するファイルは無害化し、詳細は6.11.C8を参照する\n`;
  const lines = [sample.endsWith('\n') ? sample : `${sample}\n`];
  let length = lines[0]!.length;
  for (let index = 0; length < sample.length * factor; index++) {
    lines.push(line(index));
    length += line(index).length;
  }
  return lines.join('');
}

/** @returns a sheet like the sample, by its number: other names, answers and remarks, line endings and quotes; the same each time */
export function generated(index: number): string {
  const random = randomFrom(index + 1);
  const [head, table] = sample.split(/^(?=備考記載欄:)/m) as [string, string];
  const filled = head
    .replace(/^(サービス名称: ).*$/m, `$1電子カルテ保守サービス ${index}`)
    .replace(/^(バージョン: ).*$/m, `$1'${1 + index % 9}.${index % 20}'`)
    .replace(/^( {2}[\d.-]+: )はい$/gm, (row, key: string) => (random() < 0.06 ? `${key}対象外` : random() < 0.02 ? `${key}いいえ` : random() < 0.02 ? `${key}'はい'` : row));
  const remarks = table.replace(/^( {2}\d: .*)$/gm, (remark) => (random() < 0.4 ? `${remark}（${index}号機、6.11.C8を参照）` : remark));
  const text = filled + remarks;
  return index % 5 === 0 ? text.replaceAll('\n', '\r\n') : text;
}

/** @returns a sheet like the sample in which no two lines are alike, nor any like one of another number: each has a comment or a text of its own */
export function unlike(index: number): string {
  const [head, table] = sample.split(/^(?=備考記載欄:)/m) as [string, string];
  const rows = head.replace(/^( +[^\s#:][^:\n]*: .*)$/gm, (row, _, at: number) => `${row} # ${index}-${at}`);
  return rows + table.replace(/^( {2}\d: )(.*)$/gm, (_, key: string, remark: string) => `${key}${index}号機では${remark}（${index * 7}）`);
}

/** A small generator of numbers in [0, 1) that look random. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
