import type { Gloss, Localised } from './form.ts';

/** The keys of the `.sds.yaml` dialect itself, whatever the form. The shape of `schemas/dialect.yaml`. */
export interface DialectData {
  /** Keys of the sheet's top level that belong to no form. */
  sheet: Record<'form' | 'answers' | 'remarks' | 'internal', KeyData>;
  /** Keys of an answer written as a map. */
  answer: Record<'word' | 'cites' | 'remark' | 'references' | 'provisional' | 'internal', KeyData>;
  /** What stands in place of a remark key and means none. */
  noRemark: string[];
  /** What people write when they mean none; never read so, only offered as a fix. Folded, in lower case. */
  noRemarkMeant: string[];
  /** What people write around a remark's key where they cite it behind an answer. Folded, in lower case, longer ones first. */
  citeMeant: Record<'before' | 'behind', string[]>;
  /** What a fix writes where a person must go on. */
  placeholder: string;
  /** What stands for a text still to be written: the whole text, the beginning of one, or anywhere in it. */
  placeholders: Record<'whole' | 'beginning' | 'anywhere', string[]>;
  /** What a fix proposes as a remark; `{premise}` is the row's own. */
  stockRemarks: Record<'no' | 'noWithPremise' | 'inapplicable', string>;
  /** The eras that dates are written in, newest first. */
  eras: EraData[];
  /** Full-width punctuation by the YAML punctuation it is read as. */
  punctuation: Record<'colon' | 'comma' | 'listOpen' | 'listClose' | 'mapOpen' | 'mapClose' | 'item' | 'block' | 'comment', string>;
}

export interface KeyData {
  key: string;
  /** Other ways to type the key: romaji, English. */
  typed: string[];
  gloss?: Gloss;
  description: Localised;
}

export interface EraData {
  names: string[];
  /** First day, `YYYY-MM-DD`. */
  from: string;
}
