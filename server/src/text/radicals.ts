/**
 * Radicals that texts taken from PDF files have in the place of the characters that they are drawn like. Those of the Kangxi
 * block are compatibility characters; of the supplement only these stand for a whole character, and Unicode does not say so.
 */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺟': '母', '⺠': '民', '⻁': '虎', '⻄': '西', '⻆': '角', '⻑': '長', '⻘': '青', '⻝': '食', '⻤': '鬼', '⻨': '麦', '⻩': '黄', '⻫': '斉', '⻭': '歯', '⻯': '竜', '⻲': '亀',
};

/** @returns the text with radicals as the characters that are meant (⽂→文, ⻑→長); as long as before */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => SUPPLEMENT[radical] ?? (radical >= '\u2f00' ? radical.normalize('NFKC') : radical));
}
