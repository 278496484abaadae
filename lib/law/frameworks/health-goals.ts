import { day } from '#lib/base/days'
import type { Framework, Requirement } from '../framework.ts'
import { notChecked } from './unchecked-words.ts'

type Told = readonly [id: string, title: string, says: string, good: string, asks: string]

function goal(group: string, [id, title, says, good, asks]: Told, doubt: string): Requirement {
  const citation = 'HHS, Healthcare and Public Health Cybersecurity Performance Goals (Jan. 24, 2024)'
  return { id, group, title, says: `${says}${doubt}`, good, asks, citation }
}

const essential = (...told: Told) => goal('essential', told, '')
const enhanced = (...told: Told) => goal('enhanced', told, ` ${notChecked}`)

const requirements: readonly Requirement[] = [
  essential(
    'mitigate-known-vulnerabilities',
    'Mitigate Known Vulnerabilities',
    'Install security updates soon, first on what can be reached from the internet. That goes for the devices on which AI tools run, too.',
    'Updates install by themselves, and somebody checks what is missing.',
    'Are security updates installed soon on every computer and device?',
  ),
  essential(
    'email-security',
    'Email Security',
    'Keep false and harmful mail out. AI has made false mail harder to tell from real mail.',
    'Mail from outside is marked, links are checked, and nobody can easily send mail in the practice’s name.',
    'Is the practice’s mail protected against false senders and harmful links?',
  ),
  essential(
    'multifactor-authentication',
    'Multifactor Authentication',
    'Ask for a second proof besides the password, wherever somebody signs in from the internet.',
    'Mail, the record system and each AI tool ask for a second factor.',
    'Is there a second factor for everything that can be reached from the internet, AI tools included?',
  ),
  essential(
    'basic-cybersecurity-training',
    'Basic Cybersecurity Training',
    'Everyone learns the few habits that prevent most harm, and what does not belong into an AI tool.',
    'Each person is trained soon after they start and again at set times.',
    'Has everyone had basic training in security, AI tools included?',
  ),
  essential(
    'strong-encryption',
    'Strong Encryption',
    'Encrypt what is stored and what is sent, with methods that are up to date.',
    'Laptops are encrypted, and AI vendors have named the method they use.',
    'Is patient data encrypted with up-to-date methods, stored and sent?',
  ),
  essential(
    'revoke-credentials',
    'Revoke Credentials for Departing Workforce Members',
    'Close accounts at once when somebody goes: employees, contractors, affiliates and volunteers.',
    'A checklist with every account on it, those at AI vendors included.',
    'Are all accounts closed at once when an employee, contractor or volunteer leaves?',
  ),
  essential(
    'incident-planning',
    'Basic Incident Planning and Preparedness',
    'Know what to do in an attack or outage, and have tried it.',
    'A short plan with phone numbers on paper; it covers the AI tools you rely on.',
    'Is there a tried plan for attacks and outages?',
  ),
  essential(
    'unique-credentials',
    'Unique Credentials',
    'Nobody shares an account, and no password is used in two places.',
    'Each person has their own sign-in for the scribe, too.',
    'Does everyone use their own sign-in everywhere?',
  ),
  essential(
    'separate-accounts',
    'Separate User and Privileged Accounts',
    'People who administer systems use another account for that than for mail and daily work.',
    'The settings of an AI tool are changed from a separate administrator account.',
    'Are administrator accounts apart from those for daily work?',
  ),
  essential(
    'vendor-requirements',
    'Vendor/Supplier Cybersecurity Requirements',
    'Ask for security before you buy, and put it into the contract.',
    'Each AI vendor has answered a questionnaire, and the contract holds what it promised.',
    'Do you set security requirements for vendors, AI vendors included, before you buy?',
  ),
  enhanced(
    'asset-inventory',
    'Asset Inventory',
    'Know every device, program and service you have, so that nothing is forgotten.',
    'One list with AI tools, and the devices they run on, in it.',
    'Is there a current list of all devices, programs and AI services?',
  ),
  enhanced(
    'third-party-vulnerability-disclosure',
    'Third Party Vulnerability Disclosure',
    'Hear soon of weaknesses in what vendors supply.',
    'Vendors know whom to tell, and somebody reads it.',
    'Do your vendors tell you of weaknesses in their products?',
  ),
  enhanced(
    'third-party-incident-reporting',
    'Third Party Incident Reporting',
    'Hear soon of incidents at vendors.',
    'Contracts with AI vendors name the days and the person to call.',
    'Do your contracts make vendors report incidents within a set time?',
  ),
  enhanced(
    'cybersecurity-testing',
    'Cybersecurity Testing',
    'Let somebody try to break in, before others do.',
    'A report, and what was mended after it.',
    'Has somebody tested your security by trying to break in?',
  ),
  enhanced(
    'cybersecurity-mitigation',
    'Cybersecurity Mitigation',
    'Mend what tests and scans find, the worst first.',
    'Each finding has a date and somebody responsible.',
    'Is what tests find mended by set dates?',
  ),
  enhanced(
    'detect-threats',
    'Detect and Respond to Relevant Threats and TTPs',
    'Notice the kinds of attack that practices like yours see, and know how to answer.',
    'Computers report suspicious behavior to somebody who acts, at night too.',
    'Would somebody notice an attack at night or on a weekend?',
  ),
  enhanced(
    'network-segmentation',
    'Network Segmentation',
    'Split the network, so that trouble in one part stays there.',
    'Guest Wi-Fi, medical devices and office computers are apart.',
    'Are guest Wi-Fi, medical devices and office computers on separate networks?',
  ),
  enhanced(
    'log-collection',
    'Centralized Log Collection',
    'Bring the logs of all systems together, so that one can see what happened.',
    'The logs of AI tools are among them.',
    'Are logs collected in one place, those of AI tools included?',
  ),
  enhanced(
    'central-incident-planning',
    'Centralized Incident Planning and Preparedness',
    'One plan for incidents that all sites follow, kept current and practiced.',
    'All sites practiced the same story together.',
    'Is there one practiced incident plan for all sites?',
  ),
  enhanced(
    'configuration-management',
    'Configuration Management',
    'Set systems up the same safe way, and notice when a setting changes.',
    'The safe settings of each AI tool, such as “no training on our data”, are written down and looked at again.',
    'Are safe settings written down for systems and AI tools, and checked?',
  ),
]

/** What HHS asks health care to do for security first, and then. */
export const healthGoals: Framework = {
  key: 'health-goals',
  name: 'HHS Healthcare Cybersecurity Performance Goals',
  shortName: 'HHS cyber goals',
  version: '2024',
  publisher: 'US Department of Health and Human Services',
  url: 'https://hphcyber.hhs.gov',
  status: 'voluntary',
  effectiveOn: day('2024-01-24'),
  checkedOn: null,
  note: 'Voluntary: ten essential goals, and ten enhanced ones for those who have the essential ones. The names of the essential goals were read in a law firm’s report; those of the enhanced goals are from memory. Not the goals of CISA, which are others. The ids are ours. The Blueprint for an AI Bill of Rights is an ethical frame without requirements and is not shipped as a framework.',
  groups: [
    {
      id: 'essential',
      parent: null,
      title: 'Essential goals',
      says: 'What every practice should do first.',
    },
    {
      id: 'enhanced',
      parent: null,
      title: 'Enhanced goals',
      says: 'What comes after the essential ones.',
    },
  ],
  requirements,
}
