export const mostQuestions = 12
export const fewestOptions = 2
export const mostOptions = 5
/** Longer than any lesson that is read in twenty minutes; a draft of the form has to hold it with its questions. */
export const longestBody = 30_000
