import { fold } from '../text/fold.ts';
import type { DialectData } from './dialect.ts';
import type { FormData } from './form.ts';
import { createForm, type Form } from './form-index.ts';
import type { GuidelineData } from './guideline.ts';
import { createGuideline, type Guideline } from './guideline-index.ts';

/** Everything known of forms and guidelines, handed to every layer above. */
export interface Catalogue {
  dialect: DialectData;
  forms: Form[];
  guidelines: Guideline[];
  /** The form with this id, folded or not. */
  form(id: string): Form | undefined;
  /** The guideline that a form is based on, when it is installed. */
  guidelineOf(form: Form): Guideline | undefined;
}

export interface CatalogueData {
  dialect: DialectData;
  forms: FormData[];
  guidelines: GuidelineData[];
}

/**
 * Indexes data that was checked against its schemas.
 * A later form or guideline of the same id replaces an earlier one.
 */
export function createCatalogue(data: CatalogueData): Catalogue {
  const forms = [...new Map(data.forms.map((form) => [form.id, form])).values()].map(createForm);
  const guidelines = [...new Map(data.guidelines.map((item) => [item.id, item])).values()].map(createGuideline);
  const formsById = new Map(forms.map((form) => [fold(form.id), form]));
  const guidelinesById = new Map(guidelines.map((guideline) => [guideline.id, guideline]));
  return {
    dialect: data.dialect,
    forms,
    guidelines,
    form: (id) => formsById.get(fold(id)),
    guidelineOf: (form) => guidelinesById.get(form.data.guideline.id),
  };
}
