/** What is under `schemas/`, put here by the build. */
declare module 'shipped-catalogue-data' {
  const data: unknown;
  export default data;
}
