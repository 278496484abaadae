import { Icon, type IconName, iconPath } from '#components/ui/icon'
import { optionLabel } from '#lib/kernel/table'
import { type AssignmentState, assignmentStates } from '#lib/training/options'

/** Each state has a shape of its own: colour never says it alone. */
const shapes: Readonly<Record<AssignmentState, IconName>> = {
  signed: 'checkCircle',
  'signed-late': 'clock',
  open: 'calendar',
  started: 'edit',
  late: 'alert',
  paused: 'pause',
  excused: 'info',
  left: 'signOut',
  'not-meant': 'minus',
  closed: 'close',
}

/** The colour that goes with a state. */
export const toneOf = (state: AssignmentState) =>
  assignmentStates.find(({ value }) => value === state)?.tone ?? 'neutral'

/** Where somebody stands, as a shape in its colour. Whoever draws it says the word. */
function StateMark({ state }: { state: AssignmentState }) {
  return (
    <span className={`state-mark tone-${toneOf(state)}`} aria-hidden="true">
      <Icon name={shapes[state]} />
    </span>
  )
}

/** The shapes once for a page of many marks: written out in each of 400 cells they were a third of its bytes. */
export function StateShapes() {
  return (
    <svg className="hidden" aria-hidden="true">
      {assignmentStates.map(({ value }) => (
        <symbol key={value} id={`state-${value}`} viewBox="0 0 16 16">
          <path d={iconPath(shapes[value])} />
        </symbol>
      ))}
    </svg>
  )
}

/** A mark of `StateShapes`, in the colour of what it stands in. Whoever draws it says the word. */
export function StateUse({ state }: { state: AssignmentState }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`#state-${state}`} />
    </svg>
  )
}

/** What the shapes mean. */
export function StateLegend() {
  return (
    <ul className="state-legend" aria-label="What the marks mean">
      {assignmentStates.map(({ value, label }) => (
        <li key={value}>
          <StateMark state={value} />
          {label}
        </li>
      ))}
    </ul>
  )
}

export const stateWord = (state: AssignmentState) => optionLabel(assignmentStates, state)
