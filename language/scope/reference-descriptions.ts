/** Reuses the references that the linker has collected instead of walking the tree again; those to the prelude are left out. */
import { DefaultReferenceDescriptionProvider, isReference, type LangiumDocument, type ReferenceDescription } from 'langium';
import { preludeUri } from '../catalogue/prelude.js';

export class SoretReferenceDescriptions extends DefaultReferenceDescriptionProvider {
  override async createDescriptions(document: LangiumDocument): Promise<ReferenceDescription[]> {
    return document.references.flatMap((reference) => {
      if (!isReference(reference) || !reference.$refNode) return [];
      const target = reference.$nodeDescription;
      if (!target || target.documentUri.toString() === preludeUri) return [];
      return this.createInfoDescriptions({ reference, container: reference.$refNode.astNode, property: '' });
    });
  }
}
