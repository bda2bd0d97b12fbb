/** The words in the language of the editor: `say.run`, `say.goToLine(12)`. */
import { english } from './english.js';

type English = typeof english;
type Value = string | number;
/** A text where nothing is filled in; else the function that fills it in. */
type Said<T> = T extends string ? (T extends `${string}{${number}}${string}` ? (...values: readonly Value[]) => string : string) : Counted;
type Counted = (count: number, ...values: readonly Value[]) => string;
export type Words = { readonly [K in keyof English]: Said<English[K]> };
/** Other texts by the English ones. */
export type Translation = Readonly<Record<string, string>>;

const filled = (text: string, values: readonly Value[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));

export function wordsIn(translation: Translation): Words {
  const translated = (text: string): string => translation[text] ?? text;
  const entries = Object.entries(english).map(([key, entry]) => {
    if (typeof entry === 'object') {
      const [one, other] = [translated(entry.one), translated(entry.other)];
      return [key, (count: number, ...values: Value[]) => filled(count === 1 ? one : other, [count, ...values])];
    }
    const text = translated(entry);
    return [key, text.includes('{0}') ? (...values: Value[]) => filled(text, values) : text];
  });
  return Object.fromEntries(entries) as Words;
}

/** The page carries its translation as data; outside of a page, as in exports of the tests, there is none. */
function translationOfPage(): Translation {
  const text = typeof document === 'undefined' ? undefined : document.getElementById('translation')?.textContent;
  return text ? (JSON.parse(text) as Translation) : {};
}

export const say: Words = wordsIn(translationOfPage());
