/** Made by esbuild.mjs from the folder `examples/`. */
declare module 'soret:examples' {
  const examples: readonly {
    readonly name: string;
    readonly title: string;
    readonly files: readonly { readonly name: string; readonly text: string }[];
  }[];
  export default examples;
}
