import { addDays, type Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { createVendor } from '#lib/vendors/commands'
import { determineVendor, reviewVendor } from '#lib/vendors/decisions'
import { getVendor } from '#lib/vendors/queries'
import { matchVendors, previewMatch, unmatchedPage } from '../match-vendors.ts'
import { livesOfAgreements } from './agreements.ts'
import { type DemoCast, type DemoStep, must } from './life.ts'
import { livesOfQuestionnaires } from './questionnaires.ts'
import { livesOfRisks } from './risks.ts'
import { partsOfVendors } from './vendor-parts.ts'

/** One vendor of the demo practice and its life so far. Invented, like the rest. */
interface DemoVendor {
  name: string
  website: string
  services: string
  criticality: string
  patientData: string
  /** Keys of the demo's people. */
  owner: string | null
  backup: string | null
  registered: number
  determined?: { ago: number; answer: 'yes' | 'no'; reasons: string[]; note: string } | undefined
  reviewed?: { ago: number; note: string }
}

function yes(ago: number, note: string, ...reasons: string[]): DemoVendor['determined'] {
  return { ago, answer: 'yes', reasons: ['on-our-behalf', ...reasons], note }
}

const vendors: readonly DemoVendor[] = [
  {
    name: 'Northbeam EHR',
    website: 'www.northbeam.example',
    services: 'The electronic health record with scheduling, the patient portal and its AI add-ons.',
    criticality: 'hours',
    patientData: 'yes',
    owner: 'it-lead',
    backup: 'office-manager',
    registered: 620,
    determined: yes(615, 'Hosts the whole record.', 'keeps-it'),
    reviewed: { ago: 240, note: 'Two short outages, both announced. Nothing else has changed.' },
  },
  {
    name: 'Quillwell Health',
    website: 'www.quillwell.example',
    services: 'Ambient scribe in the exam rooms: hears the visit and writes a draft of the note.',
    criticality: 'days',
    patientData: 'yes',
    owner: 'medical-director',
    backup: 'officer',
    registered: 395,
    determined: yes(390, 'It hears every visit; recordings are kept for 30 days.', 'keeps-it'),
    reviewed: { ago: 20, note: 'They moved to a new speech model. Asked for the name of its host.' },
  },
  {
    name: 'Bellwether Voice',
    website: 'www.bellwether-voice.example',
    services: 'Answers the phone after hours, books appointments and takes messages.',
    criticality: 'days',
    patientData: 'yes',
    owner: 'front-desk-lead',
    backup: 'office-manager',
    registered: 240,
    determined: yes(
      238,
      'They said that they are like a phone company. They keep recordings, so they are not.',
      'keeps-it',
    ),
  },
  {
    name: 'Ledgerleaf',
    website: 'www.ledgerleaf.example',
    services: 'Coding suggestions and letters to insurers.',
    criticality: 'weeks',
    patientData: 'yes',
    owner: 'billing-lead',
    backup: 'office-manager',
    registered: 325,
    determined: yes(324, 'Gets diagnoses and procedures with names.'),
  },
  {
    name: 'Lumenray Imaging',
    website: 'www.lumenray.example',
    services: 'Sorts chest X-rays so that the urgent ones are read first; remote service of the server.',
    criticality: 'days',
    patientData: 'yes',
    owner: 'imaging-lead',
    backup: 'medical-director',
    registered: 695,
    determined: yes(694, 'Their technicians can see images when they service the server.'),
    reviewed: { ago: 390, note: 'Service contract renewed; nothing new.' },
  },
  {
    name: 'Irisgate',
    website: 'www.irisgate.example',
    services: 'Reads retina pictures for signs of diabetic eye disease.',
    criticality: 'weeks',
    patientData: 'yes',
    owner: 'np-lead',
    backup: 'medical-director',
    registered: 44,
  },
  {
    name: 'Plainspoken Inc.',
    website: '',
    services: 'Rewrites letters to patients in plain language.',
    criticality: 'weeks',
    patientData: 'yes',
    owner: 'nurse-lead',
    backup: 'officer',
    registered: 12,
  },
  {
    name: 'Gatepost Security',
    website: 'www.gatepost.example',
    services: 'Filters mail for phishing and malware.',
    criticality: 'days',
    patientData: 'yes',
    owner: 'it-lead',
    backup: 'office-manager',
    registered: 495,
    determined: yes(494, 'Opens and keeps mail for 14 days, and patients write to us by mail.', 'keeps-it'),
  },
  {
    name: 'Mindmargin',
    website: 'www.mindmargin.example',
    services: 'Summaries of counseling sessions. No longer used.',
    criticality: 'weeks',
    patientData: 'yes',
    owner: 'counselor',
    backup: 'officer',
    registered: 439,
    determined: yes(438, 'It heard whole sessions.'),
  },
  {
    name: 'Inkfern',
    website: 'www.inkfern.example',
    services: 'Helps to write the newsletter.',
    criticality: 'weeks',
    patientData: 'no',
    owner: 'marketing',
    backup: null,
    registered: 215,
    determined: {
      ago: 214,
      answer: 'no',
      reasons: ['no-patient-data'],
      note: 'Texts about the practice only; staff know not to paste anything else.',
    },
  },
  {
    name: 'Hirewell',
    website: 'www.hirewell.example',
    services: 'Sorts job applications.',
    criticality: 'weeks',
    patientData: 'no',
    owner: 'office-manager',
    backup: null,
    registered: 130,
  },
  {
    name: 'Cirrostack Cloud',
    website: 'www.cirrostack.example',
    services: 'Nothing for us directly: it hosts what our vendors sell us.',
    criticality: 'hours',
    patientData: 'no',
    owner: 'it-lead',
    backup: null,
    registered: 30,
    determined: yes(19, 'Keeps what our vendors keep for us.', 'keeps-it'),
  },
  {
    name: 'Loquat Models',
    website: 'www.loquat.example',
    services: 'Nothing for us directly: it runs the speech model of the ambient scribe.',
    criticality: 'days',
    patientData: 'no',
    owner: 'it-lead',
    backup: null,
    registered: 19,
    determined: yes(18, 'It hears every visit, if only for a moment.'),
  },
  {
    name: 'Lakeshore Community Bank',
    website: 'www.lakeshorebank.example',
    services: 'Business account and card payments of patients.',
    criticality: 'days',
    patientData: 'yes',
    owner: 'billing-lead',
    backup: 'practice-owner',
    registered: 200,
    determined: {
      ago: 198,
      answer: 'no',
      reasons: ['only-payments'],
      note: 'Processes payments and nothing else; no lockbox, no statements.',
    },
  },
]

const seen = async (officer: Actor, id: string) => ({
  id,
  version: (await getVendor(officer, id))?.version ?? 1,
})

/** Days before the demo's today on which the officer linked AI systems to vendors. */
const linkedOn = [693, 510, 493, 437, 392, 322, 237, 155, 65, 3]

/** The officer links AI systems to the vendors that their names surely mean; what is not sure is left for later. */
function matched(cast: DemoCast, ago: number): DemoStep {
  return {
    ago,
    run: async () => {
      const { texts } = await unmatchedPage(cast.officer, 1)
      const choices = Object.fromEntries(
        texts.flatMap(({ text, sure }, at) =>
          sure && text !== 'Plainspoken' ? [[at, { text, to: sure }]] : [],
        ),
      )
      if (Object.keys(choices).length === 0) return
      const { fingerprint } = await previewMatch(cast.officer, { choices })
      must(await matchVendors(cast.officer, { choices, fingerprint }), 'matching vendors')
    },
  }
}

/** Everything that happened to the demo's vendors, through the same commands that people use. */
export function livesOfVendors(cast: DemoCast, today: Day): DemoStep[][] {
  const idOf = (key: string | null) => (key ? cast.person(key).personId : '')
  const ids = new Map<string, string>()
  const lives = vendors.map(({ owner, backup, registered, determined, reviewed, ...facts }) => {
    let id = ''
    const steps: DemoStep[] = [
      {
        ago: registered,
        run: async () => {
          const input = { ...facts, notes: '', ownerId: idOf(owner), backupId: idOf(backup) }
          id = must(await createVendor(cast.officer, input), facts.name).id
          ids.set(facts.name, id)
        },
      },
    ]
    if (determined) {
      const { ago, ...decision } = determined
      const run = async () => {
        const input = { ...(await seen(cast.officer, id)), ...decision, on: addDays(today, -ago) }
        must(await determineVendor(cast.officer, input), `${facts.name}: determination`)
      }
      steps.push({ ago, run })
    }
    if (reviewed) {
      const { ago, note } = reviewed
      const run = async () => {
        const input = { ...(await seen(cast.officer, id)), note, on: addDays(today, -ago) }
        must(await reviewVendor(cast.officer, input), `${facts.name}: review`)
      }
      steps.push({ ago, run })
    }
    return steps
  })
  const idOfVendor = (name: string) => ids.get(name) ?? ''
  return [
    ...lives,
    [partsOfVendors(cast, today, idOfVendor)],
    ...linkedOn.map((ago) => [matched(cast, ago)]),
    ...livesOfAgreements(cast, today, idOfVendor),
    ...livesOfQuestionnaires(cast, today, idOfVendor),
    ...livesOfRisks(cast, today, idOfVendor),
  ]
}
