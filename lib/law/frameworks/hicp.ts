import type { Framework, Requirement } from '../framework.ts'

function practice(number: number, title: string, ...words: [string, string, string]): Requirement {
  const [says, good, asks] = words
  const id = `Practice ${number}`
  return { id, group: 'practices', title, says, good, asks, citation: `HICP 2023, Practice ${number}` }
}

/** Health Industry Cybersecurity Practices of the 405(d) program. */
export const hicp: Framework = {
  key: 'hicp',
  name: 'Health Industry Cybersecurity Practices (HICP)',
  shortName: 'HICP',
  version: '2023 edition',
  publisher: 'HHS 405(d) Program',
  url: 'https://405d.hhs.gov/Documents/HICP-Main-508.pdf',
  status: 'voluntary',
  effectiveOn: null,
  checkedOn: null,
  note: 'Voluntary. Technical Volume 1 is the one for small organizations. By Public Law 116-321, HHS takes into account whether recognized security practices, such as these, were in place for the previous 12 months. This and the names of the practices are from memory; nobody has held them against their sources yet.',
  groups: [
    {
      id: 'practices',
      parent: null,
      title: 'The ten practices',
      says: 'Against false mail, ransomware, theft or loss, insiders, and attacks on medical devices.',
    },
  ],
  requirements: [
    practice(
      1,
      'Email Protection Systems',
      'Protect mail, through which most people outside reach the practice: filter it, and teach people what to look for.',
      'Suspicious mail can be reported with one click, and AI-written lures are part of the training.',
      'Is mail filtered, and do people know how to report what looks wrong?',
    ),
    practice(
      2,
      'Endpoint Protection Systems',
      'Protect each computer, tablet and phone: updates, encryption, protection from harmful programs, no needless rights.',
      'Devices used for the AI scribe are managed like every other one.',
      'Is every device that touches patient data updated, encrypted and protected?',
    ),
    practice(
      3,
      'Access Management',
      'Everyone has their own sign-in, a second factor, and only the access that the job needs.',
      'AI tools use the same sign-in as the rest, and close with it.',
      'Does everyone have only the access that the job needs, with a second factor?',
    ),
    practice(
      4,
      'Data Protection and Loss Prevention',
      'Know where patient data may go, and stop it from going elsewhere. Public chatbots are such an elsewhere.',
      'Rules, and where possible the browser, keep patient data out of AI tools that were not approved.',
      'Is something in place that keeps patient data out of tools that were not approved?',
    ),
    practice(
      5,
      'IT Asset Management',
      'Know what you have, from the day it is bought to the day it is destroyed.',
      'The list of AI tools and the list of devices point to each other.',
      'Is there a list of all devices, programs and AI tools with what becomes of each?',
    ),
    practice(
      6,
      'Network Management',
      'Split the network, protect its edges, and keep guests apart.',
      'An AI device that needs the internet reaches only its vendor.',
      'Is the network split, with guests and medical devices apart?',
    ),
    practice(
      7,
      'Vulnerability Management',
      'Look for weaknesses, and mend them by how bad they are.',
      'Scans at set times, with dates for what they found.',
      'Do you look for weaknesses at set times and mend them?',
    ),
    practice(
      8,
      'Security Operations Center and Incident Response',
      'Somebody watches, and everyone knows what to do when something happens. Small practices can buy the watching.',
      'A number to call at any hour, and a plan that names incidents with AI tools.',
      'Does somebody watch your systems, and is there a plan for incidents?',
    ),
    practice(
      9,
      'Network Connected Medical Device Security',
      'Medical devices on the network are known, kept apart and updated, those with AI in them too.',
      'For each imaging or monitoring device it is known who updates it and whether its AI can change.',
      'Are medical devices on the network listed, kept apart and updated?',
    ),
    practice(
      10,
      'Cybersecurity Oversight and Governance',
      'The people who lead the practice decide on security, put it in writing and look at it again.',
      'Security, with the AI tools, is on the leaders’ agenda at set times, and decisions are noted.',
      'Do the leaders of the practice look at security at set times and decide on it?',
    ),
  ],
}
