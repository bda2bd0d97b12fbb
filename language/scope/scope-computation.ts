/** Everything that has a name is a declaration of the file, or a layer of its geometry: no walk through the tree is needed. */
import { DefaultScopeComputation, MultiMap, type AstNodeDescription, type LangiumDocument, type LocalSymbols } from 'langium';
import { isGeometry, isModel } from '../generated/ast.js';

export class SoretScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const exported: AstNodeDescription[] = [];
    const root = document.parseResult.value;
    if (!isModel(root)) return exported;
    for (const declaration of root.declarations) {
      this.addExportedSymbol(declaration, exported, document);
      if (isGeometry(declaration)) for (const layer of declaration.layers) this.addExportedSymbol(layer, exported, document);
    }
    return exported;
  }
  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return new MultiMap();
  }
}
