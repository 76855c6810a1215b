import { parse } from 'yaml';
import { createGuideline, type Guideline } from '../../server/src/catalogue/guideline-index.ts';
import type { GuidelineData } from '../../server/src/catalogue/guideline.ts';
import { importOfficial } from '../../server/src/guideline-import/import.ts';
import type { OfficialImport } from '../../server/src/guideline-import/report.ts';
import { shippedData } from './catalogue.ts';
import { fixture } from './workspace.ts';

const shipped = shippedData().guidelines[0]!;
const item = (id: string, ...children: string[]): GuidelineData['sections'][number]['items'][number] => (
  { id, digest: '要旨', keywords: [], seen: 'full', ...(children.length > 0 ? { children: children.map((child) => item(child)) } : {}) });

/** An invented guideline that is laid out, and numbered, as the one that ships. */
export const inventedData: GuidelineData = {
  ...shipped,
  id: 'invented',
  title: '架空の機器取扱指針 第5.2版',
  names: { ...shipped.names, titles: ['架空の機器取扱指針'] },
  sections: [
    { id: '3.1', title: '鍵と扉の扱い', pages: [], items: [item('3.1.C1'), item('3.1.C2', '3.1.C2(1)', '3.1.C2(2)'), item('3.1.C3'), item('3.1.D1')] },
    { id: '3.2', title: '遠くの部屋と紙をやり取りするときの封筒の選び方', pages: [], items: [item('3.2.C1'), item('3.2.C2')] },
    { id: '3.11', title: '傘', pages: [], items: [item('3.11.C1')] },
  ],
};
inventedData.sections[0]!.items[1]!.children![0]!.children = [item('3.1.C2(1)a'), item('3.1.C2(1)b')];

export const invented = createGuideline(inventedData);

/** The invented second edition, whose items are numbered ① under volumes and chapters. */
export const second = createGuideline(parse(fixture('.sds/guidelines/model-2.yaml')) as GuidelineData);

export function imported(text: string, guideline: Guideline = invented): OfficialImport {
  return importOfficial(text, guideline, guideline.data.layout!);
}

/** A document as a program extracts it from a PDF file: invented, with everything that gets in the way. */
export const DOCUMENT = [
  `架空の機器取扱指針
第 5.2 版
令和４年３月
`,
  `目次
3. 持ち物の扱い ........................................ 3
3.1. 鍵と扉の扱い ...................................... 3
3.2. 遠くの部屋と紙をやり取りするときの
封筒の選び方 ........................................... 4
3.11. 傘 …………………………………… 6
4. おわりに ............................................ 6
`,
  `架空の機器取扱指針 第5.2版
３．１．　鍵と扉の扱い
A. 制度上の要求事項
鍵は 2.1 に定める。
B. 考え方
1. 鍵は大切である。
C. 最低限のガイドライン
持ち主は次のことを行う。
1. ⻑い鍵は、⽂鎮の下に置くこと。夜は箱に入れ、箱は棚の
上に戻すこと。
2. 扉は次のように扱うこと。
(1) 開けるとき
a. 取っ手を引く。
b. ゆっくり
引く。
(2) 閉めるとき
音を立てない。
- 3 -
`,
  `架空の機器取扱指針 第5.2版
ただし、風の強い日は
(3) 誰かに頼む。
3. Key card は reader
box に返すこと。
・赤い箱
・青い箱
D. 推奨されるガイドライン
1. 鍵に
鈴を付けること。
3.2. 遠くの部屋と紙をやり取りするときの
封筒の選び方
C. 最低限のガイドライン
1. 封筒は茶色とする。
- 4 -
`,
  `架空の機器取扱指針 第5.2版
2. 封筒の裏に、3.1 の鍵の名を書くこと。
3.11 の傘は入れないこと。
3. 切手を貼ること。
- 5 -
`,
  `架空の機器取扱指針 第5.2版
3.11. 傘
C. 最低限のガイドライン
1. 傘は乾かす。
4. おわりに
傘を忘れないこと。
- 6 -
`,
].join('\f');
