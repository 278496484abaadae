import type { Progress } from '#lib/questionnaires/guest'
import type { Told } from './admit-guest.ts'

const SAVE_AFTER_MS = 700

export interface Hearer {
  tell: (question: string, says: string, wrong?: boolean) => void
  progress: (answered: number) => void
}

/** What stands in the fields of one question. */
function answerIn(form: HTMLFormElement, question: string) {
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(`${name}.${question}`)
    return typeof value === 'string' ? value : ''
  }
  return { question, value: text('value'), note: text('note'), confirmed: text('confirmed') === 'yes' }
}

const questionOf = (name: string) => /^(?:value|note|confirmed)\.(.+)$/.exec(name)?.[1]

/** The answer of the server, or words where there was none. */
export async function told(request: Promise<Response>): Promise<Told<Progress>> {
  try {
    return (await (await request).json()) as Told<Progress>
  } catch {
    return { ok: false, message: 'Not saved: the connection is gone. It is tried again.', gone: false }
  }
}

/**
 * Saves each question a moment after it was changed, one after the other; what could not be saved is tried again. Sending
 * the form waits for what is not saved yet. Returns the end of it.
 */
export function keepAnswers(form: HTMLFormElement, token: string, { tell, progress }: Hearer): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** Questions whose fields hold what was not taken. */
  const refused = new Set<string>()
  let chain: Promise<boolean> = Promise.resolve(true)
  let over = false

  const save = async (question: string, keepalive: boolean): Promise<boolean> => {
    tell(question, 'Saving…')
    const body = JSON.stringify(answerIn(form, question))
    const answer = await told(fetch(`/questionnaire/${token}/save`, { method: 'POST', body, keepalive }))
    if (over) return answer.ok
    if (answer.ok) progress(answer.value.answered)
    if (answer.ok) refused.delete(question)
    else refused.add(question)
    tell(question, answer.ok ? 'Saved' : answer.message, !answer.ok)
    if (!answer.ok && /connection/.test(answer.message)) later(question, 5_000)
    return answer.ok
  }
  const now = (question: string, keepalive = false) => {
    clearTimeout(timers.get(question))
    timers.delete(question)
    chain = chain.then(() => save(question, keepalive))
    return chain
  }
  const later = (question: string, ms = SAVE_AFTER_MS) => {
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

  const onInput = (event: Event) => {
    const { target } = event
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    const question = questionOf(target.name)
    if (!question) return
    const confirm = form.elements.namedItem(`confirmed.${question}`)
    // Whoever writes something new no longer says that the old is right.
    if (confirm instanceof HTMLInputElement && confirm !== target) confirm.checked = false
    later(question)
  }
  const onSubmit = (event: SubmitEvent) => {
    if (timers.size === 0 && refused.size === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void flush().then(() => {
      const [first] = refused
      if (first === undefined) form.requestSubmit(event.submitter)
      // What would be signed is not what stands there.
      else document.getElementById(`question-${first}`)?.scrollIntoView({ block: 'center' })
    })
  }
  const onHide = () => {
    if (document.visibilityState === 'hidden') void flush(true)
  }
  form.addEventListener('input', onInput)
  form.addEventListener('submit', onSubmit, true)
  document.addEventListener('visibilitychange', onHide)
  return () => {
    over = true
    for (const timer of timers.values()) clearTimeout(timer)
    form.removeEventListener('input', onInput)
    form.removeEventListener('submit', onSubmit, true)
    document.removeEventListener('visibilitychange', onHide)
  }
}
