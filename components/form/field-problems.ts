/** Something wrong with a form: with one control, by its id, or with the whole. */
export interface FieldProblem {
  id?: string | undefined
  /** What the form calls the control. */
  label?: string | undefined
  message: string
}

function wordsOf(label: Element | null): string {
  const copy = label?.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const aside of copy.querySelectorAll('.field-optional, .field-hint')) aside.remove()
  return copy.textContent.trim().replace(/[?:.]$/, '')
}

/** What stands above a control: its legend or label, and before it which of several like rows it is in. */
function labelOf(control: Element): string {
  const legend = document.getElementById(`${control.id}-label`)
  const label = wordsOf(legend ?? document.querySelector(`label[for="${CSS.escape(control.id)}"]`))
  const row = control.closest('[role="group"][aria-label]')?.getAttribute('aria-label')
  return [row, label].filter(Boolean).join(', ')
}

/** The problems in the order in which their controls stand on the page, each with its label; what has no control first. */
function placed(problems: readonly FieldProblem[]): FieldProblem[] {
  const found = problems.map((problem) => ({
    problem,
    control: problem.id ? document.getElementById(problem.id) : null,
  }))
  found.sort((a, b) => {
    if (!a.control || !b.control) return Number(a.control !== null) - Number(b.control !== null)
    return a.control.compareDocumentPosition(b.control) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1
  })
  return found.map(({ problem, control }) =>
    control ? { ...problem, label: labelOf(control) || undefined } : problem,
  )
}

/** `placed`, looked up when it is first asked for and then kept. */
export function placedOnce(problems: readonly FieldProblem[]): () => FieldProblem[] {
  let found: FieldProblem[] | undefined
  return () => (found ??= placed(problems))
}
