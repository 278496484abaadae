import type { Day } from '#lib/base/days'
import { shorten, squeeze } from '#lib/base/text'
import { actionOf, type FileAction } from './action-lines.ts'

/** What of a risk's actions a list of them leaves, changes, adds and no longer has. */
export interface ActionPlan<Held extends FileAction> {
  changed: { from: Held; to: FileAction }[]
  added: FileAction[]
  gone: Held[]
}

/** The name is that of the id, as it was when somebody looked. */
const keyOf = ({ title, ownerId, dueOn, doneOn, dropped, outcome }: FileAction) =>
  JSON.stringify([title, ownerId, dueOn, doneOn, dropped, outcome])
const nameOf = ({ title }: FileAction) => squeeze(title).toLowerCase()

/** Finds each wanted action among those held: as it is, else by its title, of several the one of the same day. */
export function planOf<Held extends FileAction>(
  held: readonly Held[],
  wanted: readonly FileAction[],
): ActionPlan<Held> {
  const left = [...held]
  const take = (fits: (one: Held) => boolean): Held | undefined => {
    const at = left.findIndex(fits)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const others = wanted.filter((one) => !take((other) => keyOf(other) === keyOf(one)))
  const changed: ActionPlan<Held>['changed'] = []
  const added: FileAction[] = []
  for (const to of others) {
    const isNamed = (one: Held) => nameOf(one) === nameOf(to)
    const from = take((one) => isNamed(one) && one.dueOn === to.dueOn) ?? take(isNamed)
    if (from) changed.push({ from, to })
    else added.push(to)
  }
  return { changed, added, gone: left }
}

const quoted = ({ title }: FileAction) => `“${shorten(squeeze(title), 60)}”`

/** Why these actions cannot be a risk's that has (or had not) those of `before`; null when they can. */
export function actionProblem(
  values: readonly string[],
  before: readonly string[],
  today: Day,
): string | null {
  const held = before.map(actionOf)
  const { changed, added, gone } = planOf(held, values.map(actionOf))
  const [missing] = gone
  if (missing)
    return `${quoted(missing)} is still to be done and not in the file. Say that it is done or dropped; an action is not left out.`
  for (const action of [...changed.map(({ to }) => to), ...added]) {
    const problem = problemOf(action, held, today)
    if (problem) return `${quoted(action)}: ${problem}`
  }
  return null
}

function problemOf(action: FileAction, held: readonly FileAction[], today: Day): string | null {
  const { title, dueOn, doneOn, outcome } = action
  if (title.length < 3 || title.length > 300) return 'write what is to be done in 3 to 300 characters.'
  if (outcome.length > 2000) return 'what came of it takes at most 2,000 characters.'
  if (doneOn && doneOn > today) return 'the day on which it was done has not come yet.'
  if (doneOn && outcome.length < 3)
    return 'say what came of it, in a few words: done 2026-05-01: Nine of ten were right.'
  // Planned once more is what was dropped, but what was done is done.
  const over = held.find(
    (one) => one.doneOn && nameOf(one) === nameOf(action) && one.dueOn === dueOn && (doneOn || !one.dropped),
  )
  return over ? 'it is over already, and stays as it was written then.' : null
}
