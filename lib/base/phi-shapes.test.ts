import { describe, expect, it } from 'vitest'
import { type PhiShape, phiShapes } from './phi-shapes.ts'

const patientData: [string, PhiShape[]][] = [
  ['Her number is 123-45-6789.', ['ssn']],
  ['SSN: 123456789', ['ssn']],
  ['social security number 123 45 6789', ['ssn']],
  ['see MRN 00123456 for the transcript', ['record-number']],
  ['mrn#A-4471820', ['record-number']],
  ['Patient ID: 55012', ['record-number']],
  ['Medicare number 1EG4-TE5-MK73', ['record-number']],
  ['DOB 03/04/1962', ['birth-date']],
  ['D.O.B.: 3-4-62', ['birth-date']],
  ['date of birth is 1962-03-04', ['birth-date']],
  ['born on March 4, 1962', ['birth-date']],
  ['born 4 Mar 1962', ['birth-date']],
  ['reach him at (555) 223-4567', ['phone']],
  ['(555) 123-4567', ['phone']],
  ['555.223.4567', ['phone']],
  ['+1 555-223-4567', ['phone']],
  ['called 5552234567 twice', ['phone']],
  ['Jane, DOB 03/04/1962, MRN 00123456, 123-45-6789', ['ssn', 'record-number', 'birth-date']],
]

const cleanText = [
  '',
  '2024-11-01',
  'Reviewed on 2024-11-01, next review 11/01/2025.',
  'The tool was born out of a pilot in 2023.',
  'Model version 4.1.2024, build 123456789',
  'Contract 2024-118-5567 with the vendor',
  'Ticket 555-1234',
  'NIST SP 800-53 and 800-171, HIPAA 164.308(a)(1)(ii)(A)',
  '45 CFR 164.312(a)(2)(iii)',
  'It handles 1,200 calls a day; 98.6 % were answered in 30 seconds.',
  'The MRN is masked before the text leaves our network.',
  'Reads medical record numbers and dates of birth from the referral.',
  'Patient identifiers are removed.',
  'device serial 000-12-3456',
  'range 900-12-3456',
  'IP 192.168.100.2000',
  'https://example.org/docs/555-223-4567890',
  'ISO/IEC 42001:2023',
  'Invoice 2223334444',
]

describe('phiShapes', () => {
  it.each(patientData)('sees patient data in %j', (text, shapes) => {
    expect(phiShapes(text)).toEqual(shapes)
  })

  it.each(cleanText)('lets %j pass', (text) => {
    expect(phiShapes(text)).toEqual([])
  })

  // A pattern that looks back over the text at every character would take hours, far beyond any time limit.
  it('reads on through a long text that almost matches', () => {
    expect(phiShapes('123-45-678 (555) 123-456 mrn born on 3/4 '.repeat(200_000))).toEqual([])
  })
})
