/** The schemas under `schemas/`, compiled by the build. */
declare module 'schema-validators' {
  export const form: import('./workspace/validators.ts').Validate;
  export const guideline: import('./workspace/validators.ts').Validate;
}
