/** A style sheet's text, put here by the build. */
declare module '*.css' {
  const text: string;
  export default text;
}
