// What an examination finds: good, worth knowing, or wrong; the sentence of a wrong one says what to do.

/** @typedef {{ is: "good" | "note" | "wrong", sentence: string }} Finding */

/** @type {(sentence: string) => Finding} */
export const good = (sentence) => ({ is: "good", sentence });
/** @type {(sentence: string) => Finding} */
export const note = (sentence) => ({ is: "note", sentence });
/** @type {(sentence: string) => Finding} */
export const wrong = (sentence) => ({ is: "wrong", sentence });
