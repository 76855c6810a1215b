import type { Rule } from '../lint/rule.ts';
import { ambiguousNumber } from './ambiguous-number.ts';
import { danglingRemark } from './dangling-remark.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateRemark } from './duplicate-remark.ts';
import { emptyGate } from './empty-gate.ts';
import { emptyRemark } from './empty-remark.ts';
import { fullWidthPunctuation } from './full-width-punctuation.ts';
import { futureDate } from './future-date.ts';
import { inapplicableAnswer } from './inapplicable-answer.ts';
import { inconsistentAnswer } from './inconsistent-answer.ts';
import { invalidAnswer } from './invalid-answer.ts';
import { invalidDate } from './invalid-date.ts';
import { missingAnswer } from './missing-answer.ts';
import { missingField } from './missing-field.ts';
import { missingRemark } from './missing-remark.ts';
import { parentMismatch } from './parent-mismatch.ts';
import { premiseMismatch } from './premise-mismatch.ts';
import { questionOrder } from './question-order.ts';
import { redundantFallback } from './redundant-fallback.ts';
import { spelling } from './spelling.ts';
import { staleEdition } from './stale-edition.ts';
import { suspiciousCharacter } from './suspicious-character.ts';
import { syntax } from './syntax.ts';
import { textCutOff } from './text-cut-off.ts';
import { tooFewSelected } from './too-few-selected.ts';
import { unconfirmedAnswer } from './unconfirmed-answer.ts';
import { unexplainedAnswer } from './unexplained-answer.ts';
import { unexplainedSuppression } from './unexplained-suppression.ts';
import { unknownForm } from './unknown-form.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownQuestion } from './unknown-question.ts';
import { unknownReference } from './unknown-reference.ts';
import { unknownSuppression } from './unknown-suppression.ts';
import { unrelatedReference } from './unrelated-reference.ts';
import { unusedRemark } from './unused-remark.ts';
import { wrongShape } from './wrong-shape.ts';

/** Every rule, in the order of the contract. */
export const rules: readonly Rule[] = [
  syntax,
  wrongShape,
  fullWidthPunctuation,
  textCutOff,
  unknownForm,
  unknownKey,
  duplicateKey,
  missingField,
  invalidDate,
  futureDate,
  spelling,
  unknownQuestion,
  invalidAnswer,
  missingAnswer,
  inconsistentAnswer,
  inapplicableAnswer,
  parentMismatch,
  redundantFallback,
  emptyGate,
  premiseMismatch,
  tooFewSelected,
  unexplainedAnswer,
  unconfirmedAnswer,
  missingRemark,
  danglingRemark,
  unusedRemark,
  emptyRemark,
  duplicateRemark,
  unknownReference,
  unrelatedReference,
  staleEdition,
  questionOrder,
  ambiguousNumber,
  suspiciousCharacter,
  unexplainedSuppression,
  unknownSuppression,
] as Rule<never>[];
