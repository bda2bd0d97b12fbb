/** Links a document, declaration by declaration; says in the user's words what is not found. */
import { DefaultLinker, interruptAndCheck, type LangiumDocument, type LinkingError, type ReferenceInfo } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { words } from '../catalogue/words.js';
import { isModel } from '../generated/ast.js';
import { nearest } from '../validation/nearest.js';
import { referencesOf } from '../validation/walk.js';
import { expectedName, type ExpectedName } from './expectation.js';

/** References between two looks at the cancellation token: a look yields to the event loop. */
const referencesPerBreath = 512;

export class SoretLinker extends DefaultLinker {
  override async link(document: LangiumDocument, cancel?: CancellationToken): Promise<void> {
    const root = document.parseResult.value;
    if (!isModel(root)) return;
    let visited = 0;
    for (const declaration of root.declarations)
      for (const reference of referencesOf(declaration)) {
        if (++visited % referencesPerBreath === 0 && cancel) await interruptAndCheck(cancel);
        this.doLink(reference, document);
      }
  }

  protected override createLinkingError(info: ReferenceInfo): LinkingError {
    const name = info.reference.$refText;
    const wanted = expectedName(info);
    const meant = nearest(
      name,
      this.scopeProvider
        .getScope(info)
        .getAllElements()
        .map((d) => d.name),
    );
    const advice = meant === undefined ? '' : `\n= did you mean ${meant}?`;
    return { info, message: `${notFound[wanted](name)}${advice}` };
  }
}

const notFound: Record<ExpectedName, (name: string) => string> = {
  substance: (name) => `No species or particle is called ${name}.`,
  layer: (name) => `The geometry has no layer called ${name}.`,
  study: (name) => `No study is called ${name}.`,
  medium: (name) => `No solution, mixture, suspension or solid is called ${name}.`,
  data: (name) => `No data block is called ${name}.`,
  measure: (name) => `No measure is called ${name}.`,
  parameter: (name) => `No param is called ${name}.`,
  column: (name) => `A column is t, a coordinate, a measure or a param; ${name} is none of these.`,
  'component or heat': (name) => `No species is called ${name}, and it is not heat.`,
  place: (name) => `${name} is not a boundary: write left, right, inner, outer, bottom, top, or a coordinate such as x = 0.3 mm.`,
  'moment or place': (name) => `${name} is neither a time, nor end, nor a boundary.`,
  word: (name) => `${name} is not a word that is known here.`,
  callable: (name) => `There is no function called ${name}.`,
  uncertain: (name) => `No param or let is called ${name}.`,
  value: (name) => {
    const takers = words.get(name);
    return takers ? `${name} is a word for ${takers.join(', ')}; here a value is wanted.` : `Nothing is called ${name}.`;
  },
};
