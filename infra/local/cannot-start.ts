/** Something that the person at the terminal can put right; one sentence. */
export class CannotStart extends Error {}
