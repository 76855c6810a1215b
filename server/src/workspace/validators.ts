import type { formFaults } from './form-faults.ts';
import type { guidelineFaults } from './guideline-faults.ts';
import type { schemaProblems } from './schema-problems.ts';

/** What a compiled JSON Schema says of one place; a part of Ajv's own error. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  /** The key that it is about, where it is about a key; another error says so of the map. */
  propertyName?: string;
}

/** A compiled JSON Schema. */
export interface Validate {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
}

/**
 * What checks the forms and guidelines of a workspace: the compiled schemas under `schemas/`, and what no schema can say. Compiled
 * by the build, since a program that compiles at run time could run under no strict policy, and loaded where there is a file to check.
 */
export interface Validators {
  form: Validate;
  guideline: Validate;
  /** Of official text. */
  official: Validate;
  schemaProblems: typeof schemaProblems;
  formFaults: typeof formFaults;
  guidelineFaults: typeof guidelineFaults;
}
