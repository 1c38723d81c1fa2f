// What the desk's forms get back when a deed was refused: the problem, with everything that was typed. A deed that was
// done leads to the case itself.
export type DeskTyped = { deed: string; text: string; value: string; at: string; url: string };
export type DeskAnswer = { problem: string | null; typed: DeskTyped };
export type DeskAction = (before: DeskAnswer, form: FormData) => Promise<DeskAnswer>;

export const nothingTyped: DeskAnswer = { problem: null, typed: { deed: "", text: "", value: "", at: "", url: "" } };
