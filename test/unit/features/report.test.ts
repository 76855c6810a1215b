import assert from 'node:assert/strict';
import { report } from '../../../server/src/features/report.ts';
import { at, HEAD } from '../../support/cursor.ts';

const of = (lines: string, locale: 'ja' | 'en' = 'ja'): string => report(at(`${HEAD}回答:\n${lines}|`, locale).context, 'x.sds.yaml');

describe('The check before sending', () => {
  it('lists what the strict profile finds, by the form\'s sections', () => {
    const text = of('  1: 非該当\n  1.1: はい\n  2: いいえ\n  75: 該当\n');
    assert.match(text, /^# 送付前チェック: x\.sds\.yaml$/m);
    assert.match(text, /## 診療録及び診療諸記録を外部に保存する際の基準 \(8\.\)\n\n- \*\*エラー\*\* 8行目 1\\?\.1 は/);
    assert.match(text, /## 医療機関等における情報セキュリティマネジメントシステム \(ISMS\) の実践 \(6\.2\)\n\n- \*\*警告\*\* .*`unexplained-answer`/);
    assert.ok(text.indexOf('(8.)') < text.indexOf('(6.2)'));
  });

  it('names what is not answered with its section, and the finding about all of it with the whole sheet', () => {
    const text = of('  1: 非該当\n  75: 該当\n');
    assert.match(text, /## [^\n]*\n\n- \*\*エラー\*\* .*`missing-answer`\n/);
    assert.match(text, /\(6\.2\)\n\n- 未回答の設問: 2\n/);
    assert.doesNotMatch(text, /\(8\.\)/);
  });

  it('lists suppressed findings with their reasons, and rows still to be confirmed', () => {
    const text = of('  1: 非該当\n  1.1: はい # sds-disable-line inconsistent-answer -- 様式の確認中\n  2:\n    回答: はい\n    要確認: 開発部の回答待ち\n');
    assert.match(text, /## 抑制された指摘\n\n- .*`inconsistent-answer` — 様式の確認中/);
    assert.match(text, /## 要確認のままの回答\n\n- 2 開発部の回答待ち/);
  });

  it('never says that a sheet conforms', () => {
    const text = report(at('様式: SDS-4.0|').context, 'x');
    assert.match(text, /ガイドラインへの適合や回答の正しさを確かめるものではありません/);
  });

  it('speaks English too', () => {
    assert.match(of('  1: 非該当\n  1.1: はい\n', 'en'), /^# Check before sending: x\.sds\.yaml$/m);
  });

  it('shows what a sheet says as it is, not as Markdown', () => {
    assert.doesNotMatch(of('  2:\n    回答: はい\n    要確認: "<b>*x*</b>"\n'), /<b>/);
  });
});
