interface SentAnswer {
  question: string
  answer: string
  note: string
  seen: string
}

/** The answers in a form of questions: those chosen, without those that stand there as they were. */
export function sentAnswers(form: FormData): SentAnswer[] {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return [...form.keys()].flatMap((name) => {
    const question = /^answer\.(.+)$/.exec(name)?.[1]
    if (!question) return []
    const answer = {
      question,
      answer: text(name),
      note: text(`note.${question}`),
      seen: text(`seen.${question}`),
    }
    const isAsBefore = text(`was.${question}`) === `${answer.answer} ${answer.note}`
    return isAsBefore ? [] : [answer]
  })
}
