import { z } from 'zod'
import { squeeze } from '#lib/base/text'
import { isRole } from '#lib/kernel/access'
import { timeZones, usStates } from '#lib/people/places'

export const practiceKind = 'practice'

const version = z.coerce.number().int().positive()
const stateCodes = new Set(usStates.map(({ value }) => value))
const zones = new Set(timeZones.map(({ value }) => value))
/** Limits of the two times after which somebody is signed out. */
export const securityLimits = { idleMinutes: { min: 5, max: 60 }, sessionHours: { min: 1, max: 24 } } as const

const whole = (unit: string, { min, max }: { min: number; max: number }) => {
  const error = `A whole number of ${unit} from ${min} to ${max}.`
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error)
}

export const factsInput = z.strictObject({
  version,
  name: z
    .string()
    .transform(squeeze)
    .pipe(z.string().min(1, 'Give the practice its name.').max(120, 'At most 120 characters.')),
  states: z
    .array(z.string().refine((code) => stateCodes.has(code), 'Choose from the list.'))
    .min(1, 'Choose at least one state.')
    .transform((codes) => [...new Set(codes)].sort()),
  timeZone: z.string().refine((zone) => zones.has(zone), 'Choose a time zone.'),
})

export const securityInput = z.strictObject({
  version,
  idleMinutes: whole('minutes', securityLimits.idleMinutes),
  sessionHours: whole('hours', securityLimits.sessionHours),
  mfaRoles: z.array(z.string().refine(isRole, 'Choose from the list.')).transform((all) => [...new Set(all)]),
})

/** Lengths by cadence key; which keys there are, and their limits, the caller knows. */
export const cadencesInput = z.strictObject({
  version,
  lengths: z.record(z.string(), z.coerce.number({ error: 'A whole number.' }).int('A whole number.')),
})

/** The name typed once more is the second step. */
export const wipeInput = z.strictObject({ name: z.string().transform(squeeze) })
