/** Source text of nodes. */
import type { AstNode } from 'langium';

export const cstText = (node: AstNode): string => node.$cstNode?.text ?? '';
