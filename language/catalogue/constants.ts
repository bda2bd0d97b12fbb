/** Constants that conversions of units need; the user's own are in `library/prelude.soret`. */

/** Avogadro constant [1/mol], exact. */
export const avogadro = 6.02214076e23;
