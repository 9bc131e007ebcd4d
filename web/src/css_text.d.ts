/** A style sheet as a text, for the styles of an element. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
