import type { Rule } from '../lint/rule.ts';
import { danglingRemark } from './dangling-remark.ts';
import { duplicateKey } from './duplicate-key.ts';
import { fullWidthPunctuation } from './full-width-punctuation.ts';
import { inapplicableAnswer } from './inapplicable-answer.ts';
import { inconsistentAnswer } from './inconsistent-answer.ts';
import { invalidAnswer } from './invalid-answer.ts';
import { missingAnswer } from './missing-answer.ts';
import { missingRemark } from './missing-remark.ts';
import { parentMismatch } from './parent-mismatch.ts';
import { spelling } from './spelling.ts';
import { syntax } from './syntax.ts';
import { unknownForm } from './unknown-form.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownQuestion } from './unknown-question.ts';
import { unknownReference } from './unknown-reference.ts';
import { unusedRemark } from './unused-remark.ts';
import { wrongShape } from './wrong-shape.ts';

/** Every rule, in the order of the contract. */
export const rules: readonly Rule[] = ([
  syntax, wrongShape, fullWidthPunctuation, unknownForm, unknownKey, duplicateKey, spelling, unknownQuestion, invalidAnswer,
  missingAnswer, inconsistentAnswer, inapplicableAnswer, parentMismatch, missingRemark, danglingRemark, unusedRemark, unknownReference,
] as Rule<never>[]) as Rule[];
