/** The examples of the repository, bundled with the extension (a browser has no folder to read them from). */
import bundled from 'soret:examples';

export interface Example {
  /** File name, as in `examples/`. */
  readonly name: string;
  /** As its `model` statement says. */
  readonly title: string;
  /** The model and, after it, the files that it reads. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export const examples: readonly Example[] = bundled;
