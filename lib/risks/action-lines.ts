import { z } from 'zod'
import { type Day, isDay } from '#lib/base/days'
import { shorten } from '#lib/base/text'
import type { LinesField, Who } from '#lib/kernel/table'

/** An action of a risk as files see it. */
export interface FileAction {
  title: string
  ownerId: string | null
  ownerName: string | null
  dueOn: Day
  doneOn: Day | null
  dropped: boolean
  outcome: string
}

const day = z.string().refine(isDay)
const stored = z.tuple([
  z.string(),
  z.uuid().nullable(),
  z.string().nullable(),
  day,
  day.nullable(),
  z.boolean(),
  z.string(),
])

/** An action as one text that imports compare, keep and write. */
export function actionValue(action: FileAction): string {
  const { title, ownerId, ownerName, dueOn, doneOn, dropped, outcome } = action
  return JSON.stringify([title, ownerId, ownerName, dueOn, doneOn, dropped, outcome])
}

/** The inverse of `actionValue`. */
export function actionOf(value: string): FileAction {
  const [title, ownerId, ownerName, dueOn, doneOn, dropped, outcome] = stored.parse(JSON.parse(value))
  return { title, ownerId, ownerName, dueOn, doneOn, dropped, outcome }
}

// A line of a file, `Sample ten notes | by Ann Lee | due 2026-05-01 | done 2026-04-28: Nine were right`. What parts the
// pieces, and line ends, stand behind a backslash inside them, so that every text comes back as it left.
const between = /(?<=(?:^|[^\\])(?:\\\\)*)\|/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\|', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replaceAll(/[\\|\n\r]/g, (found) => escapes[found] ?? found)
const plain = (text: string) =>
  text
    .replaceAll(/\\([\\|nr])/g, (_, found: string) => (found === 'n' ? '\n' : found === 'r' ? '\r' : found))
    .trim()

/** An action as a file writes it. */
export function actionLine({ title, ownerName, dueOn, doneOn, dropped, outcome }: FileAction): string {
  const end = doneOn ? `${dropped ? 'dropped' : 'done'} ${doneOn}` : null
  return [
    escaped(title),
    ...(ownerName ? [`by ${escaped(ownerName)}`] : []),
    `due ${dueOn}`,
    ...(end ? [outcome ? `${end}: ${escaped(outcome)}` : end] : []),
  ].join(' | ')
}

const shape = 'Write “what is to be done | by name | due 2026-05-01”, one action on each line.'
const piece = /^(by|due|done|dropped)\s+(.*)$/is
const ended = /^(\S+?)(?::\s*(.*))?$/s

/** What a line of a file says; a message in words when it is no action. */
export function readAction(line: string, who: Who): FileAction | { problem: string } {
  const [title = '', ...rest] = line.split(between).map((text) => text.trim())
  const about = `“${shorten(plain(title), 60)}”`
  const action = {
    title: plain(title),
    ownerId: null,
    ownerName: null,
    doneOn: null,
    dropped: false,
    outcome: '',
  }
  let found: Omit<FileAction, 'dueOn'> = action
  let dueOn: Day | null = null
  const said = new Set<string>()
  for (const text of rest) {
    const [, key = '', words = ''] = piece.exec(text) ?? []
    const kind = key.toLowerCase().replace('dropped', 'done')
    if (kind === '' || said.has(kind))
      return { problem: `${about}: “${shorten(text, 40)}” is not understood. ${shape}` }
    said.add(kind)
    if (kind === 'by') {
      const person = who(plain(words))
      if ('problem' in person) return { problem: `${about}: ${person.problem}` }
      found = { ...found, ownerId: person.id, ownerName: person.name }
      continue
    }
    const [, on = '', outcome = ''] = (kind === 'due' ? null : ended.exec(words)) ?? ['', words]
    if (!isDay(on)) return { problem: `${about}: write the day as 2026-05-01.` }
    if (kind === 'due') dueOn = on
    else found = { ...found, doneOn: on, dropped: key.toLowerCase() === 'dropped', outcome: plain(outcome) }
  }
  return dueOn ? { ...found, dueOn } : { problem: `${about}: it does not say when it is due. ${shape}` }
}

/** How the actions of a risk come in with a file: what is over stays, whether the file says so or not. */
export const actionLines: LinesField = {
  read: (line, who) => {
    const action = readAction(line, who)
    return 'problem' in action ? action : { value: actionValue(action) }
  },
  words: (value) => actionLine(actionOf(value)),
  stays: (value) => actionOf(value).doneOn !== null,
}
