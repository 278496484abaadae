import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

// Inventories for tests of imports: the real one where it is at hand, and rows of our own with every one of its quirks.

/** What a file holds and what comes of it. */
export interface Inventory {
  fileName: string
  content: Uint8Array
  /** Systems by stage after it was brought in. */
  stages: Readonly<Record<string, number>>
  /** Names that two rows share. */
  twins: readonly string[]
}

const folder = process.env.PLUMBLINE_DATA_SAMPLES ?? resolve(import.meta.dirname, '../../../shared/data')
const fileName = 'federal-ai-inventory-2024-hhs-va.csv'
const path = join(folder, fileName)

/** The 2024 inventory of two US health departments; null where the file is not at hand. */
export function federalInventory(): Inventory | null {
  if (!existsSync(path)) return null
  return {
    fileName,
    content: readFileSync(path),
    stages: { proposed: 86, 'in-review': 110, approved: 52, 'in-use': 235, retired: 17 },
    twins: ['Chatbot', 'National Training Team | Schools — FAQ Dashboard'],
  }
}

/** What a test of the real inventory is called where it has to be left out. */
export const withoutFederalInventory = existsSync(path) ? '' : ' (left out: the file is not here)'

const headers = [
  'Use Case Name',
  'Agency',
  'Use Case Topic Area',
  'What is the intended purpose and expected benefits of the AI?',
  'Describe the AI system\x92s outputs.',
  'Stage of Development',
  '"Is the AI use case rights-impacting, safety-impacting, both, or neither?"',
  'Date Initiated',
  'Date Implemented',
  'Was the AI system developed in-house? ',
  '"If Other, please explain."',
  '"Which, if any, demographic variables does the AI use case explicitly use as model features?"',
  '"If Other, please explain."',
  'System Name',
]

const rows = [
  'Front desk calls,Sunrise Clinics,Health & Medical,"Answers calls.\r\nHands over to a person.",\x93Summaries\x94 \x96 one per call,Operation and Maintenance ,Neither,6/1/2023,1/15/2024,In-house ,,"[""Race/Ethnicity"",""Age""]",,',
  'Chatbot,Sunrise Clinics ,Mission-Enabling (internal agency support),Answers questions of staff,,Initiated,Neither,10/1/2024, ,, ,,,',
  'Chatbot,Sunrise Clinics,Mission-Enabling,"The other one, for ""patients""",,Implementation and Assessment,"Both\n",,2/1/2024,,,Sex/Gender,,',
  'Heart sounds,Sunrise Clinics,Health & Medical,FDA-cleared,,Acquisition and/or Development,Safety-Impacting,3/1/2024,,,N/A,"Sex/Gender, Age, Race/Ethnicity",,Stethoscope',
  'Lung spots,Sunrise Clinics,Law & Justice,"One line\n\nanother line",,Operation and Maintenance,Rights-Impacting,\xa0,,,,"[""Other""]",,',
  'Old coder,Sunrise Clinics,Other,,,Retired,Neither,1/1/2019,9/1/2020,,,,,',
  'Schools \x97 FAQ,Sunrise Clinics,Transportation,caf\xe9,,Operation and Maintenance,Neither,1/1/2024,12/1/2024,,,"[""Ability Status"",""Income""]",,',
]

/** Windows-1252, CRLF, line breaks and quotes in cells, repeated headers, trailing and hard spaces, lists, US dates, twins. */
export function quirkyInventory(): Inventory {
  return {
    fileName: 'our-inventory.csv',
    content: Buffer.from(`${[headers.join(','), ...rows].join('\r\n')}\r\n`, 'latin1'),
    stages: { proposed: 1, 'in-review': 1, approved: 1, 'in-use': 3, retired: 1 },
    twins: ['Chatbot'],
  }
}
