/** A document is affected by what it imports, directly or through others: a constant two files away may change its checks. */
import { DefaultIndexManager, type LangiumDocument } from 'langium';
import { reachableAddresses } from './imports.js';

export class SoretIndexManager extends DefaultIndexManager {
  override isAffected(document: LangiumDocument, changed: Set<string>): boolean {
    if (super.isAffected(document, changed)) return true;
    for (const uri of reachableAddresses(document, this.documents).keys()) if (changed.has(uri)) return true;
    return false;
  }
}
