import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { formFaults } from '../../server/src/workspace/form-faults.ts';
import { guidelineFaults } from '../../server/src/workspace/guideline-faults.ts';
import { schemaProblems } from '../../server/src/workspace/schema-problems.ts';
import type { Validate, Validators } from '../../server/src/workspace/validators.ts';

let compiled: Validators | undefined;

/** What checks forms and guidelines; compiled here, where the build has compiled them for what ships. */
export function validators(): Validators {
  return compiled ??= { form: validator('form'), guideline: validator('guideline'), official: validator('official'), schemaProblems, formFaults, guidelineFaults };
}

/** @param name of a schema under `schemas/` */
export function validator(name: string): Validate {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object) as Validate;
}
