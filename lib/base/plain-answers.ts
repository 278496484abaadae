import { z } from 'zod'

const amount = (value: unknown) => Number(value).toLocaleString('en-US')

/** What is wrong with an answer, where its schema does not say so itself, in words for whoever filled the form in. */
function inPlainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined || issue.input === null) return 'Fill this in.'
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? 'Write a number.'
        : 'This cannot be saved as it stands. Fill it in again.'
    case 'invalid_value':
      return 'Choose one of the answers on offer.'
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'set')
        return `Choose at least ${amount(issue.minimum)}.`
      if (issue.origin !== 'string') return `At least ${amount(issue.minimum)}.`
      return issue.input === '' ? 'Fill this in.' : `At least ${amount(issue.minimum)} characters.`
    case 'too_big':
      if (issue.origin === 'array' || issue.origin === 'set')
        return `Choose at most ${amount(issue.maximum)}.`
      return `At most ${amount(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}.`
    case 'unrecognized_keys':
      return 'Something was sent that is not asked here. Open the page again.'
    default:
      return issue.input === '' ? 'Fill this in.' : 'This does not look right. Write it another way.'
  }
}

// For the whole process: a message in a schema goes before this, the library's own English never reaches a screen.
z.config({ customError: inPlainWords })
