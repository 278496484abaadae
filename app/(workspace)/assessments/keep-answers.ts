import type { Saved } from '#lib/assessments/answer-commands'
import type { Result } from '#lib/kernel/command'

const SAVE_NOTE_AFTER_MS = 1_500
const AGAIN_AFTER_MS = 5_000

/** An answer that somebody else gave while this page was open. */
export interface Theirs {
  answer: string
  note: string
  answeredAt: string
  answeredBy: string
}

/** What is said of one question. */
export interface Told {
  says: string
  wrong?: boolean
  theirs?: Theirs
}

interface Hearer {
  tell: (question: string, told: Told) => void
  progress: (saved: Saved) => void
  /** Where sending the form leads once everything is saved. */
  leave: () => void
}

export interface Keeper {
  stop: () => void
  /** Saves what stands in the fields as it is: an answer of last time that still holds. */
  confirm: (question: string) => void
  /** Puts the answer of somebody else into the fields. */
  takeTheirs: (question: string, theirs: Theirs) => void
  /** Saves what stands in the fields over the answer of somebody else. */
  keepMine: (question: string, theirs: Theirs) => void
}

const questionOf = (name: string) => /^(?:answer|note)\.(.+)$/.exec(name)?.[1]

type Answered =
  | Result<Saved>
  | { ok: false; code: 'offline'; message: string; fields: Record<string, string> }

async function post(id: string, answer: object, keepalive: boolean): Promise<Answered> {
  try {
    const body = JSON.stringify([answer])
    return (await (
      await fetch(`/assessments/${id}/save`, { method: 'POST', body, keepalive })
    ).json()) as Answered
  } catch {
    const message = 'Not saved: the connection is gone. It is tried again.'
    return { ok: false, code: 'offline', message, fields: {} }
  }
}

function theirsIn({ answer, note, answeredAt, answeredBy }: Record<string, string>): Theirs | undefined {
  return answeredAt
    ? { answer: answer ?? '', note: note ?? '', answeredAt, answeredBy: answeredBy ?? '' }
    : undefined
}

/**
 * Saves each answer when it is chosen and each note a moment after it was written, one after the other. Says which answer it
 * saw last, so that one given meanwhile by somebody else is shown and not overwritten. Sending the form waits for the rest.
 */
export function keepAnswers(form: HTMLFormElement, id: string, { tell, progress, leave }: Hearer): Keeper {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const refused = new Set<string>()
  const seen = new Map<string, string>()
  let chain: Promise<void> = Promise.resolve()
  let isOver = false

  const text = (name: string) => {
    const value = new FormData(form).get(name)
    return typeof value === 'string' ? value : ''
  }
  const save = async (question: string, keepalive: boolean) => {
    const answer = text(`answer.${question}`)
    if (answer === '') return tell(question, { says: 'Choose an answer; the note is saved with it.' })
    tell(question, { says: 'Saving…' })
    const sent = {
      ...{ question, answer, note: text(`note.${question}`) },
      seen: seen.get(question) ?? text(`seen.${question}`),
    }
    const result = await post(id, sent, keepalive)
    if (isOver) return
    if (result.ok) {
      seen.set(question, result.value.answeredAt)
      refused.delete(question)
      progress(result.value)
      return tell(question, { says: 'Saved' })
    }
    refused.add(question)
    const theirs = result.code === 'conflict' ? theirsIn(result.fields) : undefined
    const [first] = Object.values(result.fields)
    const message = theirs || !first || result.code === 'conflict' ? result.message : first
    tell(question, { says: message, wrong: true, ...(theirs ? { theirs } : {}) })
    if (result.code === 'offline') later(question, AGAIN_AFTER_MS)
  }
  const now = (question: string, keepalive = false) => {
    clearTimeout(timers.get(question))
    timers.delete(question)
    chain = chain.then(() => save(question, keepalive))
    return chain
  }
  const later = (question: string, ms: number) => {
    clearTimeout(timers.get(question))
    timers.set(
      question,
      setTimeout(() => void now(question), ms),
    )
  }
  const flush = async (keepalive = false) => {
    await Promise.all([...timers.keys()].map((question) => now(question, keepalive)))
    await chain
  }

  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    const question = questionOf(target.name)
    if (!question) return
    if (target instanceof HTMLInputElement) void now(question)
    else later(question, SAVE_NOTE_AFTER_MS)
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    void flush().then(() => {
      const [first] = refused
      if (first === undefined) leave()
      else document.getElementById(`question-${first}`)?.scrollIntoView({ block: 'center' })
    })
  }
  const onHide = () => {
    if (document.visibilityState === 'hidden') void flush(true)
  }
  form.addEventListener('input', onInput)
  form.addEventListener('submit', onSubmit, true)
  document.addEventListener('visibilitychange', onHide)

  const field = (name: string) => form.elements.namedItem(name)
  return {
    stop: () => {
      isOver = true
      for (const timer of timers.values()) clearTimeout(timer)
      form.removeEventListener('input', onInput)
      form.removeEventListener('submit', onSubmit, true)
      document.removeEventListener('visibilitychange', onHide)
    },
    confirm: (question) => void now(question),
    takeTheirs: (question, { answer, note, answeredAt }) => {
      seen.set(question, answeredAt)
      refused.delete(question)
      const [radio, words] = [field(`answer.${question}`), field(`note.${question}`)]
      if (radio instanceof RadioNodeList || radio instanceof HTMLInputElement) radio.value = answer
      if (words instanceof HTMLTextAreaElement) words.value = note
      tell(question, { says: 'This is their answer.' })
    },
    keepMine: (question, { answeredAt }) => {
      seen.set(question, answeredAt)
      void now(question)
    },
  }
}
