import { translator, type Translate } from '../l10n/translate.ts';

/** Every word of a rendered sheet that is neither the form's nor the sheet's own. `{…}` is filled in. */
export interface RenderLabels {
  /** Heads of the table's columns; the remark column is labelled by the form. */
  number: string;
  question: string;
  answer: string;
  /** Printed before an option's text. */
  bullet: string;
  /** `{year}`, `{month}`, `{day}`, without leading zeros. */
  date: string;
  separator: string;
  draft: string;
  draftNote: string;
  /** Read aloud behind the marked answer. */
  chosen: string;
  implied: string;
  /** Explains how an implied answer looks. `{words}` */
  impliedNote: string;
  emptyField: string;
  missing: string;
  undecided: string;
  repeated: string;
  invalid: string;
  /** `{written}` */
  invalidWritten: string;
  /** `{label}` is the table of remarks. */
  danglingRemark: string;
  emptyRemark: string;
  unreadable: string;
  /** `{line}`, from one. */
  line: string;
  unreadTitle: string;
  /** The language of the page. */
  say: Translate;
  unknownTitle: string;
  missingForm: string;
  /** `{written}` */
  unknownForm: string;
  /** `{forms}` */
  installedForms: string;
  /** Names the list of header fields outside the form's table. */
  aside: string;
  /** Tooltip of what leads to its place in the text. */
  reveal: string;
  /** The page number in print: `{page}`, `{pages}`. */
  page: string;
}

export const JAPANESE_LABELS: RenderLabels = {
  number: '番号',
  question: '設問',
  answer: '回答',
  bullet: '・',
  date: '{year}年{month}月{day}日',
  separator: '、',
  draft: '案',
  draftNote: '確定していない回答を含みます',
  chosen: '（選択）',
  implied: '（記入省略）',
  impliedNote: '破線で囲んだ「{words}」は、他の設問の回答により記入を省略したものです。',
  emptyField: '未記入',
  missing: '未回答',
  undecided: '未定',
  repeated: '回答が重複しています',
  invalid: '回答を読み取れません',
  invalidWritten: '「{written}」はこの設問の回答ではありません',
  danglingRemark: '{label}にありません',
  emptyRemark: '未記入',
  unreadable: '読み取れない箇所があり、記入した内容の一部が表示されていない可能性があります。',
  line: '{line}行目',
  unreadTitle: '開示書を読み取れません',
  say: (message) => translator('ja')(message),
  unknownTitle: '様式がわかりません',
  missingForm: '様式が指定されていないため、開示書として表示できません。',
  unknownForm: '様式「{written}」はこのツールに登録されていないため、開示書として表示できません。',
  installedForms: '使用できる様式: {forms}',
  aside: '様式の表の外の項目',
  reveal: '記入箇所へ移動',
  page: '{page} / {pages}',
};

/** Fills in `{name}`; the values are text, not HTML. */
export function fill(label: string, values: Record<string, string | number>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
