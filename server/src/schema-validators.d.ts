/** The schemas under `schemas/`, compiled by the build. */
declare module 'schema-validators' {
  export const form: unknown;
  export const guideline: unknown;
  export const official: unknown;
  export const schemaProblems: unknown;
  export const formFaults: unknown;
  export const guidelineFaults: unknown;
}
