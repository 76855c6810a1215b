/** What vendors truthfully write in remarks, and what looks like something else to a program, in every way of writing it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lintText, messageOf } from '../support/sheets.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const FIRST = /(?<=^備考記載欄:\r?\n)(?: *#.*\n)* {2}1: .+$/m;

const REMARKS: Record<string, string> = {
  'versions of protocols': '通信はTLS 1.2以上（TLS 1.3を推奨）とし、SSL 3.0とTLS 1.0/1.1は無効にしている。「TLS暗号設定ガイドライン 第3.1.0版」の高セキュリティ型に準拠',
  'addresses of networks': '接続元は 192.168.10.0/24 と 10.6.5.12 に限り、IPv6（2001:db8::/32）は使わない',
  'other standards': 'ISO/IEC 27001:2022、JIS Q 15001:2023、NIST SP 800-63B-4 による。プライバシーマーク第10820000(05)号',
  'editions of other documents': '「医療情報を取り扱う情報システム・サービスの提供事業者における安全管理ガイドライン 第1.1版」（2省ガイドライン第1.1版）と運用管理規程 第2版に従う',
  'telephone numbers and hours': '障害時は 03-1234-5678（内線 6.11）、夜間は 090-1234-5678。平日 9:00～17:30（12/29～1/3を除く）',
  'dates and clauses': '令和5年10月4日（R5.10.4）改定の保守契約書 第12条の3第4項(2)、SLA 6.2.1、別紙3-1、様式6-1 を参照',
  'names with rare characters': '責任者は髙橋 﨑子、𠮷田 𩸽、葛\u{E0100}城、辻\u{E0101}、濵田、廣瀨',
  'emoji': '作業後に ✅ を付けた報告書を送る👨‍👩‍👧（完了☑️、未了❌、❤️‍🩹）',
  'half-width kana': 'ﾘﾓｰﾄ保守ｾﾝﾀｰの入退室はICｶｰﾄﾞによる（ｶﾒﾗ録画は90日保存）',
  'long addresses': '詳細は https://www.example.co.jp/service/whitepaper_v1.2.pdf?lang=ja&page=6.5#sec-6.11.C5 の「…」の項を参照',
  'products and their numbers': 'Ver.6.10.C2、OpenSSL 3.0.C 系、PostgreSQL 15.4、Zabbix 6.0.25 LTS、DICOM PS3.15 2023b、HL7 FHIR R4（4.0.1）、FortiOS 7.2.8',
  'words that are answers': '「いいえ」の理由：現時点では対応していないが、2026年度中に対応する。要記入欄のある申請書による',
};

/** The same text in the ways in which a remark may be written. */
const LAYOUTS: Record<string, (text: string) => string> = {
  plain: (text) => text,
  'in quotes': (text) => `'${text}'`,
  'as block text': (text) => `|-\n    1. ${text}\n       - 3: ${text}\n\n    # ${text}`,
  'on lines that are joined': (text) => `>-\n    ${text}\n    ${text}`,
};

/** Findings that the sheet has anyway are left out. */
function found(text: string): string[] {
  const known = new Set(lintText(sample, { profile: 'strict' }).map((finding) => messageOf(finding)));
  return lintText(text, { profile: 'strict' }).map((finding) => messageOf(finding)).filter((message) => !known.has(message));
}

describe('a truthful remark is left in peace', () => {
  for (const [what, remark] of Object.entries(REMARKS)) {
    for (const [how, write] of Object.entries(LAYOUTS)) {
      it(`${what}, ${how}`, () => {
        assert.match(sample, FIRST);
        const text = sample.replace(FIRST, () => `  1: ${write(remark)}`);
        for (const changed of [text, text.replace(/\r?\n/g, '\r\n'), `\uFEFF${text}`]) assert.deepEqual(found(changed), []);
      });
    }

    it(`${what}, in place of a remark, in braces`, () => {
      const row = /^ {2}3: .+$/m;
      assert.match(sample, row);
      assert.deepEqual(found(sample.replace(row, () => `  3: { 回答: はい, 備考文: '${remark}' }`)), []);
    });
  }

  it('and the check would find what is no such thing', () => {
    assert.notDeepEqual(found(sample.replace(FIRST, '  1: 6.5.C999 と「医療情報システムの安全管理に関するガイドライン 第6.0版」に従う')), []);
  });
});
