import { z } from 'zod'
import { canonicalJson } from '#lib/base/canonical-json'
import { addMonths, type Day } from '#lib/base/days'
import { sha256Of } from '#lib/base/sha256'
import { reportedPackage } from '#lib/law/lessons/course-package'
import { methods } from './options.ts'

const answer = z.object({ question: z.string(), chosen: z.string() })

/** Everything that a signature under a training says, in the form in which it is hashed and kept. */
const attestation = z.object({
  format: z.literal(1),
  practice: z.object({ id: z.string(), name: z.string() }),
  person: z.object({
    id: z.string(),
    ref: z.string(),
    name: z.string(),
    jobTitle: z.string(),
    staffNumber: z.string(),
  }),
  /** Where the person worked; empty for the whole practice. */
  site: z.string(),
  campaign: z.object({ id: z.string(), ref: z.string(), title: z.string(), occasion: z.string() }),
  assignment: z.object({ id: z.string(), round: z.int(), assignedOn: z.string(), dueOn: z.string() }),
  course: z.object({
    versionId: z.string(),
    ref: z.string(),
    number: z.int(),
    title: z.string(),
    /** Of the whole version, and of exactly what was read: one language, with its questions and files. */
    sha256: z.string(),
    textSha256: z.string(),
  }),
  language: z.enum(['en', 'es']),
  statement: z.string(),
  statementSha256: z.string(),
  typedName: z.string(),
  answers: z.array(answer),
  /** Right answers and questions; null where none were asked. */
  score: z.object({ right: z.int(), asked: z.int(), misses: z.int() }).nullable(),
  /** What the package of the lesson reported; absent where it has none. Nobody but the package has judged it. */
  package: reportedPackage.optional(),
  signedAt: z.string(),
  signedOn: z.string(),
  method: z.enum(methods.map(({ value }) => value)),
  /** Of the device; empty on paper. */
  address: z.string(),
  browser: z.string(),
  /** Who entered a signature made on paper, and the code of the sheet. */
  recordedBy: z.string().nullable(),
  sheet: z.string().nullable(),
  /** Kept at least until this day: 45 CFR 164.530(j)(2), six years. */
  keptUntil: z.string(),
})
export type AttestationContent = z.output<typeof attestation>

/** An attestation as it is kept: one text for it, and the hash of that text. */
export function sealedAttestation(
  facts: Omit<AttestationContent, 'format' | 'statementSha256' | 'keptUntil'> & { signedOn: Day },
): { content: string; sha256: string } {
  const whole = {
    ...facts,
    format: 1,
    statementSha256: sha256Of(facts.statement),
    keptUntil: addMonths(facts.signedOn, 6 * 12),
  }
  const content = canonicalJson(attestation.parse(whole))
  return { content, sha256: sha256Of(content) }
}

/** What a kept attestation says. */
export function attestationOf(stored: string): AttestationContent {
  return attestation.parse(JSON.parse(stored))
}
