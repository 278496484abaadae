/** Said at the end of a text that is written from what is generally known and was not held against its source. */
export const notChecked = 'Nobody has held this against its source yet.'

/** The same where only a number is in doubt. */
export const numberNotChecked = 'The number is unchecked.'
