import type { Requirement } from '../framework.ts'
import { hipaaRow } from './hipaa-row.ts'
import { securityGroups } from './hipaa-security-groups.ts'

type Told = readonly [id: string, title: string, says: string, good: string, asks: string]

function securityRow(designation: NonNullable<Requirement['designation']>, told: Told): Requirement {
  const [id, title, ...words] = told
  const above = securityGroups.filter((group) => id.startsWith(`${group.id}(`)).map((group) => group.id)
  const group = above.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return { ...hipaaRow(group, id, title, words), designation }
}

/** A standard. It stands in its own group where there is one, else directly in its section. */
export const standard = (...told: Told) => securityRow('standard', told)

/** An implementation specification that has to be done as it is written. */
export const required = (...told: Told) => securityRow('required', told)

/** An implementation specification that has to be assessed: done, or replaced by something that does the same. */
export const addressable = (...told: Told) => securityRow('addressable', told)
