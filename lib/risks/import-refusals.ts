import { canAt } from '#lib/kernel/access'
import type { ImportValues, RefusalContext } from '#lib/kernel/record'
import { actionProblem } from './action-plan.ts'
import { byColumn, labelOf, scoreProblem } from './import-values.ts'
import { contradictions, importInput } from './schema.ts'
import { noNumbers, type SixNumbers } from './scores.ts'

/** Days that say what happened, and so cannot lie ahead. */
const pastDays = ['identifiedOn', 'reviewedOn', 'scoredOn', 'closedOn'] as const

/** What only an owner of the practice says, on the page of the risk. */
const acceptance = ['acceptedBy', 'acceptedOn', 'acceptedUntil', 'acceptanceReason'] as const

/** Why a row cannot be taken, in words for the person who made the spreadsheet; null when it can. */
export function refuses(
  values: ImportValues,
  _mode: 'create' | 'update',
  { actor, today, before }: RefusalContext,
): string | null {
  if (!canAt(actor, 'risk.import', []))
    return 'A file of risks is brought in for the whole practice, and you bring in for some sites only.'
  const parsed = importInput.safeParse(byColumn(values))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return issue ? `${labelOf(String(issue.path[0]))}: ${issue.message}` : 'It cannot be read.'
  }
  const given = parsed.data
  for (const field of pastDays) {
    const day = given[field]
    if (day && day > today && day !== before?.[field]) return `${labelOf(field)}: this day has not come yet.`
  }
  if (given.closedOn && !given.closeReason)
    return `${labelOf('closeReason')}: say why it was closed, in a few words.`
  const [problem] = Object.entries(
    contradictions({ ownerId: given.ownerId ?? null, backupId: given.backupId ?? null }),
  )
  if (problem) return `${labelOf(problem[0])}: ${problem[1]}`
  const changed = new Set(Object.keys(values).filter((key) => values[key] !== before?.[key]))
  if (given.scoredOn && changed.has('scoredOn') && !given.current && !given.currentLikelihood)
    return `${labelOf('scoredOn')}: a risk without a score has no day on which it was scored.`
  return (
    acceptanceProblem(values, before) ??
    scoreProblem(given, changed, before ? numbersIn(before) : noNumbers) ??
    actionsProblem(given.actions, before, today)
  )
}

/** To accept a risk, to accept it otherwise or no longer is not for a file. */
function acceptanceProblem(values: ImportValues, before: ImportValues | null): string | null {
  const differs = acceptance.find((key) => (values[key] || null) !== (before?.[key] || null))
  if (!differs) return null
  const does = before ? 'What is here stays' : 'Only an owner of the practice accepts a risk, on its page'
  return `${labelOf(differs)}: a file cannot accept a risk. ${does}. Leave the four columns about its acceptance empty or out.`
}

function actionsProblem(
  actions: readonly string[] | undefined,
  before: ImportValues | null,
  today: RefusalContext['today'],
): string | null {
  if (!actions) return null
  const held = before?.['actions']
  const problem = actionProblem(actions, Array.isArray(held) ? held : [], today)
  return problem ? `${labelOf('actions')}: ${problem}` : null
}

/** The numbers among stored values, which are texts. */
function numbersIn(values: ImportValues): SixNumbers {
  const of = (key: string) => (values[key] ? Number(values[key]) : null)
  return {
    inherentLikelihood: of('inherentLikelihood'),
    inherentImpact: of('inherentImpact'),
    currentLikelihood: of('currentLikelihood'),
    currentImpact: of('currentImpact'),
    targetLikelihood: of('targetLikelihood'),
    targetImpact: of('targetImpact'),
  }
}
