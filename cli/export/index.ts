/** THE table of export forms. */
import type { Artefact } from './artefact.js';
import { dolfinx } from './dolfinx/index.js';
import { latex } from './latex.js';
import { python } from './python.js';
import { snakemake } from './snakemake.js';
import { vtk } from './vtk.js';

export const artefacts = { python, vtk, latex, dolfinx, snakemake } as const satisfies Record<string, Artefact>;
export type ArtefactName = keyof typeof artefacts;
export const isArtefact = (name: string): name is ArtefactName => Object.hasOwn(artefacts, name);
