import { z } from 'zod'

/** A SCORM package that a lesson plays, as it is published with its text: its hash says which one was taught. */
export const coursePackage = z.object({
  /** The file on the course. */
  id: z.string(),
  contentId: z.string(),
  sha256: z.string(),
  size: z.int(),
  fileName: z.string(),
  /** As its own manifest calls it. */
  title: z.string(),
  version: z.enum(['1.2', '2004']),
  /** What is opened first, as a path inside it. */
  launch: z.string(),
  /** Points out of a hundred from which the package itself calls it passed; null when it does not say. */
  mastery: z.number().nullable(),
})
export type CoursePackage = z.output<typeof coursePackage>

/** What a package said of somebody, kept with their signature. Nobody but the package has judged it. */
export const packageReport = z.object({
  completion: z.enum(['completed', 'unknown']),
  success: z.enum(['passed', 'unknown']),
  /** Points out of a hundred; null when it reported none. */
  score: z.number().min(0).max(100).nullable(),
  reportedAt: z.string(),
})
export type PackageReport = z.output<typeof packageReport>

/** A package and what it reported, as an attestation keeps both. */
export const reportedPackage = packageReport.extend({
  sha256: z.string(),
  fileName: z.string(),
  title: z.string(),
  version: z.string(),
})

/** What a package reported, in words for the record. */
export function reportInWords({ completion, success, score }: Omit<PackageReport, 'reportedAt'>): string {
  const state = success === 'passed' ? 'passed' : completion === 'completed' ? 'completed' : 'not finished'
  return score === null ? state : `${state}, ${score} of 100 points`
}
