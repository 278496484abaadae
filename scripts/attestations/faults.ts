import { sha256, type VersionFacts } from './version-facts.ts'

export interface AttestationRow {
  id: string
  label: string
  practiceId: string
  assignmentId: string
  round: number
  personId: string
  courseVersionId: string
  signedAt: Date
  method: string
  language: string
  right: number | null
  asked: number | null
  recordedById: string | null
  sheetId: string | null
  code: string | null
  content: string
  sha256: string
  campaignId: string
  assignedTo: string
  /** Whether an event tells of a signature with this hash. */
  inTrail: boolean
}

interface Said {
  practice: { id: string }
  person: { id: string; name: string }
  campaign: { id: string }
  assignment: { id: string; round: number }
  course: {
    versionId: string
    ref: string
    number: number
    title: string
    sha256: string
    textSha256: string
  }
  language: string
  statement: string
  statementSha256: string
  typedName: string
  answers: { question: string; chosen: string }[]
  score: { right: number; asked: number } | null
  package?: { sha256: string; completion: string; success: string; score: number | null }
  signedAt: string
  signedOn: string
  method: string
  recordedBy: string | null
  sheet: string | null
  keptUntil: string
}

/** What is wrong with a signature; null when all of it holds together. */
export function attestationFault(row: AttestationRow, version: VersionFacts | undefined): string | null {
  if (sha256(row.content) !== row.sha256) return 'what was signed has another hash'
  let said: Said
  try {
    said = JSON.parse(row.content) as Said
    return (
      statementFault(said) ??
      columnFault(row, said) ??
      textFault(said, version) ??
      packageFault(said, version) ??
      (row.inTrail ? null : 'the audit trail knows of no signature with this hash')
    )
  } catch {
    return 'what was signed cannot be read'
  }
}

function statementFault({ statement, statementSha256, person, course, typedName, method }: Said) {
  if (sha256(statement) !== statementSha256) return 'its sentence has another hash'
  if (!statement.includes(person.name) || !statement.includes(course.title))
    return 'its sentence is about somebody or something else'
  const same = (name: string) => name.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return method !== 'paper' && same(typedName) !== same(person.name) ? 'another name was typed' : null
}

function columnFault(row: AttestationRow, said: Said): string | null {
  const pairs: Record<string, [unknown, unknown]> = {
    practice: [row.practiceId, said.practice.id],
    person: [row.personId, said.person.id],
    'person assigned': [row.assignedTo, said.person.id],
    assignment: [row.assignmentId, said.assignment.id],
    round: [row.round, said.assignment.round],
    campaign: [row.campaignId, said.campaign.id],
    'version of the course': [row.courseVersionId, said.course.versionId],
    instant: [row.signedAt.toISOString(), said.signedAt],
    method: [row.method, said.method],
    language: [row.language, said.language],
    'right answers': [row.right, said.score?.right ?? null],
    questions: [row.asked, said.score?.asked ?? null],
    sheet: [row.code, said.sheet],
    'entered by somebody': [row.recordedById !== null, said.recordedBy !== null],
    'day until which it is kept': [sixYearsAfter(said.signedOn), said.keptUntil],
  }
  const wrong = Object.entries(pairs).find(([, [stored, signed]]) => stored !== signed)
  return wrong ? `its row says another ${wrong[0]} than what was signed` : null
}

/** Feb 29 has no sixth anniversary but every other time; then it is the day before. */
function sixYearsAfter(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const later = Number(year) + 6
  const isLeap = later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0)
  return `${later}-${month}-${month === '02' && date === '29' && !isLeap ? '28' : date}`
}

function textFault({ course, language, answers, score }: Said, version: VersionFacts | undefined) {
  if (!version) return 'the text that was read is damaged or not there'
  if (version.sha256 !== course.sha256) return 'it was signed under another text'
  const text = version.texts[language]
  if (!text || text.hash !== course.textSha256)
    return 'the text in the language that was read has another hash'
  if (version.ref !== course.ref || version.number !== course.number || text.title !== course.title)
    return 'the course it names is another'
  if (!score) return null
  const right = answers.filter(({ question, chosen }) => text.right[question] === chosen).length
  const asked = Object.keys(text.right).length
  if (right !== score.right || asked !== score.asked || answers.length !== asked)
    return 'its answers do not give its score'
  return right * 100 >= asked * version.passPercent ? null : 'too few of its answers were right'
}

/** Nobody can say whether what a package reported is true; that it was the one that was taught, and enough, can be held against it. */
function packageFault({ language, package: said }: Said, version: VersionFacts | undefined): string | null {
  const taught = version?.texts[language]?.package ?? null
  if ((said?.sha256 ?? null) !== taught) return 'another package reported than the one that was taught'
  if (!said || !version) return null
  if (said.completion !== 'completed' && said.success !== 'passed')
    return 'its package had not reported that it was done'
  return said.score !== null && said.score < version.passPercent
    ? 'its package reported too few points'
    : null
}

export interface Assigned {
  label: string
  signedAt: Date | null
  round: number
  rounds: number[]
  lastSignedAt: Date | null
  /** Rounds whose signature was taken back. */
  takenBack: number[]
}

/** What is wrong between an assignment and its signatures; null when nothing is. */
export function assignedFault(row: Assigned): string | null {
  const { signedAt, round, rounds, lastSignedAt, takenBack } = row
  if (signedAt === null && lastSignedAt !== null)
    return 'it says that it is not signed, and there is a signature'
  if (signedAt !== null && lastSignedAt === null)
    return 'it says that it is signed, and there is no signature'
  if (signedAt?.getTime() !== lastSignedAt?.getTime()) return 'it was signed at another instant'
  if (rounds.some((one) => one > round)) return 'there is a signature of a round that has not begun'
  const earlier = Array.from({ length: round - 1 }, (_, at) => at + 1)
  return earlier.some((one) => !rounds.includes(one) || !takenBack.includes(one))
    ? 'a signature that was taken back is not there, or was never taken back'
    : null
}
