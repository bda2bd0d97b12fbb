/** Text of the bundled worker, put in by the build: the page's policy allows a worker from a blob only. */
declare module 'soret:worker' {
  const source: string;
  export default source;
}
