/** Codes of the specification that have no rule yet. */
export const later: readonly string[] = [];
