import { expect, it } from 'vitest'
import type { JobGroup } from '#lib/law/lessons/lesson'
import { guessGroup } from './guess-group.ts'

const titles: Record<string, JobGroup | null> = {
  'Front Desk Coordinator': 'front-desk',
  Receptionist: 'front-desk',
  'Front Office Lead': 'front-desk',
  'Patient Services Representative II': 'front-desk',
  Scheduler: 'front-desk',
  RN: 'nursing',
  'R.N.': 'nursing',
  'LPN, float pool': 'nursing',
  'Medical Assistant': 'nursing',
  'medical assistants (lead)': 'nursing',
  MA: 'nursing',
  'Lab technician': 'nursing',
  'Registered  Nurse': 'nursing',
  Phlebotomist: 'nursing',
  MD: 'clinician',
  'M.D.': 'clinician',
  DO: 'clinician',
  NP: 'clinician',
  'PA-C': 'clinician',
  'Nurse Practitioner': 'clinician',
  'Physician assistant': 'clinician',
  'Staff Physician / Internal Medicine': 'clinician',
  Dermatologist: 'clinician',
  Counselor: 'clinician',
  Biller: 'billing',
  'Billing specialist': 'billing',
  'Medical coder': 'billing',
  'Coding & Claims': 'billing',
  'Accounts receivable': 'billing',
  'IT support': 'it',
  'Systems Administrator': 'it',
  'Office administrator': 'manager',
  'Help Desk Analyst': 'it',
  'Security analyst': 'it',
  'Practice Manager': 'manager',
  'Nurse manager': 'manager',
  'Billing Supervisor': 'manager',
  'Compliance officer, RN': 'manager',
  'Privacy Officer': 'manager',
  'Physician, owner': 'leadership',
  'Chief Medical Officer': 'leadership',
  'Medical director': 'leadership',
  CEO: 'leadership',
  Facilities: null,
  Marketing: null,
  'Kit assembler': null,
  '': null,
  '   ': null,
  '¿?': null,
}

it.each(Object.entries(titles))('“%s” is probably %s', (title, group) => {
  expect(guessGroup(title)).toBe(group)
})

it('guesses the same however a title is written', () => {
  for (const [title, group] of Object.entries(titles)) {
    expect(guessGroup(title.toUpperCase())).toBe(group)
    expect(guessGroup(`  ${title.toLowerCase()} `)).toBe(group)
  }
})
