import { addDays, type Day } from '#lib/base/days'
import { saveCertificate, saveContact, saveLink } from '#lib/vendors/part-commands'
import { getVendor } from '#lib/vendors/queries'
import { type DemoCast, type DemoStep, must } from './life.ts'

interface DemoParts {
  contacts?: readonly { name: string; about: string; email: string; phone: string }[]
  /** By the names of vendors that stand behind it. */
  links?: readonly { to: string; does: string; patientData: 'yes' | 'no' | 'unknown' }[]
  /** Days before the demo's today; those to come are negative. */
  certificates?: readonly { kind: string; scope: string; issued: number | null; ends: number | null }[]
}

const parts: Readonly<Record<string, DemoParts>> = {
  'Northbeam EHR': {
    contacts: [
      { name: 'Northbeam support', about: 'Outages, day and night', email: '', phone: '(555) 010-0110' },
      {
        name: 'Maya Lindqvist',
        about: 'Contract',
        email: 'maya.lindqvist@northbeam.example',
        phone: '(555) 010-0112',
      },
    ],
    links: [{ to: 'Cirrostack Cloud', does: 'Hosts the record', patientData: 'yes' }],
    certificates: [
      { kind: 'hitrust-r2', scope: 'Hosted EHR', issued: 500, ends: -230 },
      { kind: 'soc2-type2', scope: 'Hosted EHR and patient portal', issued: 280, ends: -85 },
    ],
  },
  'Quillwell Health': {
    contacts: [
      {
        name: 'Theo Marsh',
        about: 'Our account',
        email: 'theo.marsh@quillwell.example',
        phone: '(555) 010-0145',
      },
      {
        name: 'Quillwell security desk',
        about: 'Security incidents',
        email: 'security@quillwell.example',
        phone: '',
      },
    ],
    links: [
      { to: 'Loquat Models', does: 'Runs the speech model', patientData: 'yes' },
      { to: 'Cirrostack Cloud', does: 'Keeps recordings and drafts', patientData: 'yes' },
    ],
    certificates: [
      { kind: 'soc2-type2', scope: 'Quillwell Rooms', issued: 345, ends: -20 },
      { kind: 'hitrust-ai', scope: 'Speech and drafting models', issued: 60, ends: -305 },
    ],
  },
  'Loquat Models': {
    links: [{ to: 'Cirrostack Cloud', does: 'Computers that the model runs on', patientData: 'yes' }],
    certificates: [{ kind: 'iso-42001', scope: '', issued: 200, ends: null }],
  },
  'Bellwether Voice': {
    contacts: [
      { name: 'Bellwether help line', about: 'Support', email: 'help@bellwether-voice.example', phone: '' },
    ],
    links: [{ to: 'Cirrostack Cloud', does: 'Not said yet', patientData: 'unknown' }],
    certificates: [{ kind: 'soc2-type1', scope: 'Night Desk', issued: 420, ends: 55 }],
  },
}

/** Contacts, sub-processors and certificates of the demo's vendors, written down on one day. `idOf`: vendors by name. */
export function partsOfVendors(cast: DemoCast, today: Day, idOf: (name: string) => string): DemoStep {
  const { officer } = cast
  const run = async () => {
    for (const [name, { contacts = [], links = [], certificates = [] }] of Object.entries(parts)) {
      const id = idOf(name)
      const part = async () => ({ id, version: (await getVendor(officer, id))?.version ?? 1, partId: '' })
      for (const contact of contacts)
        must(await saveContact(officer, { ...(await part()), ...contact }), name)
      for (const { to, ...link } of links)
        must(
          await saveLink(officer, { ...(await part()), ...link, subProcessor: idOf(to) }),
          `${name}: ${to}`,
        )
      for (const { kind, scope, issued, ends } of certificates) {
        const days = {
          issuedOn: issued === null ? '' : addDays(today, -issued),
          validUntil: ends === null ? '' : addDays(today, -ends),
        }
        must(await saveCertificate(officer, { ...(await part()), kind, scope, ...days }), `${name}: ${kind}`)
      }
    }
  }
  return { ago: 18, run }
}
