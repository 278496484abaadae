import type { JobGroup } from '#lib/law/lessons/lesson'

/** Words that say what somebody does, the weightier first: a “nurse manager” manages, a “billing manager” as well. */
const signs: readonly (readonly [JobGroup, RegExp])[] = [
  [
    'leadership',
    /\b(?:owner|ceo|cfo|coo|cmo|cno|cio|ciso|chief|president|partner|principal|board|executive|medical director)\b/,
  ],
  [
    'manager',
    /\b(?:manager|mgr|director|supervisor|administrator|compliance|privacy|hr|human resources|head of|site lead)\b/,
  ],
  [
    'it',
    /\b(?:it|i\.t\.|information (?:technology|systems|security)|security|cyber\w*|network|systems?|help ?desk|software|developer|data|ehr|emr|informatics|technical support)\b/,
  ],
  [
    'billing',
    /\b(?:bill\w*|cod(?:er|ing|ers)|cpc|claims?|revenue|collections?|collector|payments?|accounts? (?:receivable|payable)|account\w*|bookkeep\w*|insurance|prior auth\w*|credentialing)\b/,
  ],
  [
    'clinician',
    /\b(?:md|do|mbbs|np|pa|pa-c|crnp|aprn|arnp|fnp|dnp|cnm|crna|dds|dmd|dpm|od|phd|psyd|lcsw|lcpc|lpc|lmft|pt|dpt|ot|slp|rd|rdn|pharmd|rph|physician|doctor|surgeon|dentist|nurse practitioner|midwife|hospitalist|resident|fellow|counsel(?:or|lor)|therapist|psycholog\w*|psychiatr\w*|pharmacist|dietitian|chiropract\w*|optometr\w*|podiatr\w*|provider|hygienist|pathologist|radiologist|social worker|\w+ologist|pediatrician|anesthetist)\b/,
  ],
  [
    'nursing',
    /\b(?:rn|lpn|lvn|bsn|cna|cma|rma|ccma|ma|mas|nurs\w*|medical assistants?|clinical assistants?|technicians?|techs?|technologists?|phlebotom\w*|sonographer|paramedic|emt|aide|care coordinator|aesthetician|esthetician|scribe|x-ray)\b/,
  ],
  [
    'front-desk',
    /\b(?:front|reception\w*|desk|schedul\w*|check-?(?:in|out)|registration|registrar|greeter|secretary|clerk|office assistant|patient (?:access|service|services|rep\w*|coordinator|navigator)|call cent(?:er|re)|operator|unit coordinator|appointments?|admissions?|referrals?|switchboard|medical records|concierge)\b/,
  ],
]

/** Words of one's trade that are not read as another’s: a “scheduling system” is no system of IT’s. */
const phrases: readonly (readonly [JobGroup, RegExp])[] = [
  [
    'clinician',
    /\bnurse (?:practitioner|midwife|anesthetist)|\bphysician assistant|\bphysician associate|\bmedical doctor/,
  ],
  ['front-desk', /\bfront[ -](?:desk|office)|\bpatient (?:access|service|services)/],
  ['nursing', /\b(?:medical|clinical|nursing) assistant|\blab(?:oratory)? tech/],
]

/**
 * Which work group a job title probably stands for; null when its words do not say. Only ever proposed: whoever keeps training
 * decides.
 */
export function guessGroup(title: string): JobGroup | null {
  const words = title
    .toLowerCase()
    .replaceAll(/[.,/()&–—_]+/g, (sign) => (sign === '.' ? '' : ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words === '') return null
  if (/\b(?:systems?|network|database|server) admin/.test(words)) return 'it'
  const managing = signs.slice(0, 2).find(([, sign]) => sign.test(words))
  if (managing) return managing[0]
  const phrase = phrases.find(([, sign]) => sign.test(words))
  if (phrase) return phrase[0]
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? null
}
