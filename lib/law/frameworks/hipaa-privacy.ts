import type { Framework, Requirement, RequirementGroup } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { privacyOfData } from './hipaa-privacy-rows.ts'
import { hipaaRow } from './hipaa-row.ts'

const groups: readonly RequirementGroup[] = [
  {
    id: '164.504(e)',
    parent: null,
    title: 'Vendors with patient data',
    says: 'Who is a business associate, and what its agreement says.',
  },
  {
    id: '164.502(b)',
    parent: null,
    title: 'The minimum necessary',
    says: 'No more patient data than the purpose needs, in prompts too.',
  },
  {
    id: '164.514(a)-(c)',
    parent: null,
    title: 'De-identified data',
    says: 'When data is no longer patient data, and who may make it so.',
  },
  {
    id: '164.508',
    parent: null,
    title: 'Authorization',
    says: 'What needs the patient’s signed permission.',
  },
  {
    id: '164.524-528',
    parent: null,
    title: 'Rights of patients',
    says: 'Seeing their data, and learning who got it.',
  },
  {
    id: '164.530',
    parent: null,
    title: 'How the practice runs it',
    says: 'People, training, complaints, consequences and papers.',
  },
]

const authorization = (id: string, title: string, ...words: [string, string, string]) =>
  hipaaRow('164.508', id, title, words)
const right = (id: string, title: string, ...words: [string, string, string]) =>
  hipaaRow('164.524-528', id, title, words)
const running = (id: string, title: string, ...words: [string, string, string]) =>
  hipaaRow('164.530', id, title, words)

const authorizations: readonly Requirement[] = [
  authorization(
    '164.508',
    'When an authorization is needed',
    'What the Privacy Rule does not otherwise permit needs the patient’s authorization: psychotherapy notes, marketing, selling patient data, and often a vendor that trains its own product on it.',
    'Before a vendor trains on patient data, or data goes into marketing, somebody has asked whether patients must sign.',
    'Do you check whether patients must sign before their data is used for training, marketing or sale?',
  ),
  authorization(
    '164.508(c)(1)',
    'What it has to contain',
    'It says which data, who gives it, who gets it, each purpose, when it ends, and is signed and dated; if somebody signs for the patient, why they may.',
    'One form with these six parts, and nobody makes up their own.',
    'Does your authorization form have all six parts?',
  ),
  authorization(
    '164.508(c)(2)',
    'What it has to tell the patient',
    'It says that the patient can take it back in writing and how, whether care or payment depends on it, and that whoever gets the data may pass it on.',
    'The three statements are printed on the form and are explained when somebody asks.',
    'Does your authorization form make all three statements?',
  ),
  authorization(
    '164.508(b)(5)',
    'Taking it back',
    'A patient can take an authorization back in writing at any time, except for what was already done in reliance on it.',
    'The front desk knows whom to tell, and the AI vendor is told as well.',
    'Is there a way for a withdrawal to reach everyone who uses the data, AI vendors included?',
  ),
]

const rights: readonly Requirement[] = [
  right(
    '164.524(b)(2)',
    'Access to their own data',
    'Answer a patient’s request to see or get their data within 30 days of receiving it; one extension of 30 days is possible. As we read it, AI output that was used to decide about them is part of that data.',
    'Requests are logged with their due day, and what AI tools hold is looked through as well.',
    'Are patients’ requests for their data answered in time, with what AI tools produced about them?',
  ),
  right(
    '164.528',
    'Accounting of disclosures',
    'Patients may ask who got their data in the six years before, apart from treatment, payment, operations and some other cases. Data sent to an AI tool without an agreement has to be on that list, even if it was no breach.',
    'Each such disclosure is noted with day, recipient, what it was and why.',
    'Do you keep a list of disclosures that patients can ask for, with those to AI tools without an agreement?',
  ),
  right(
    '164.528(c)(1)',
    'By when the accounting is given',
    'Answer a request within 60 days. You may take at most 30 days more, once, if you tell the patient so in writing.',
    'The due day is in the calendar on the day the request comes in.',
    'Are requests for an accounting logged with the day by which they are answered?',
  ),
]

const administration: readonly Requirement[] = [
  running(
    '164.530(a)',
    'Privacy official',
    'Name a privacy official, and a person or office that takes questions and complaints. Write both down.',
    'Staff and patients know the name, and the official has a say in each AI tool.',
    'Are the privacy official and the contact named in writing?',
  ),
  running(
    '164.530(b)',
    'Training',
    'Teach everyone the practice’s rules on patient data as far as their job needs it: new people soon after they start, others soon after a rule changes. Keep a record. HIPAA sets no interval.',
    'When an AI tool changes a rule, those concerned are trained and it is noted who was.',
    'Is everyone trained on the privacy rules, again when an AI tool changes them, and is it on record?',
  ),
  running(
    '164.530(c)',
    'Safeguards',
    'Protect patient data by rules, rooms and technology, also against carelessness, and keep what others overhear or see by the way to little.',
    'A scribe listens only with the door closed, and a phone agent does not read results aloud to whoever answers.',
    'Are patient data on paper, on screens and in conversations protected when AI tools are used?',
  ),
  running(
    '164.530(d)',
    'Complaints',
    'Give people a way to complain about privacy, AI tools included, and document each complaint and how it ended.',
    'A log of complaints with an answer for each; it says whether an AI tool was involved.',
    'Is there a way to complain, and is each complaint written down with how it ended?',
  ),
  running(
    '164.530(e)',
    'Sanctions',
    'Have consequences for staff who break the privacy rules, use them, and note when you did.',
    'The same scale for all, physicians too; it mentions patient data in AI tools that were not approved.',
    'Are there sanctions for breaking the privacy rules, and is it noted when they were used?',
  ),
  running(
    '164.530(f)',
    'Limiting harm',
    'When you learn that patient data was misused, by the practice or by a vendor, reduce the harm as far as you can.',
    'The steps say what to ask an AI vendor for at once: stop, delete, confirm.',
    'Do you have steps for limiting the harm when patient data went into the wrong AI tool?',
  ),
  running(
    '164.530(g)',
    'No retaliation',
    'Nobody is pressed or punished for complaining, reporting or using their rights.',
    'Staff can report a mistake with an AI tool without fear, and the policy says so.',
    'Does a policy protect people who complain or report, and do staff know it?',
  ),
  running(
    '164.530(i)',
    'Policies and procedures',
    'Have privacy policies, change them when the law does, and document the change.',
    'The policy on AI tools is one of them, with its versions and the day each began.',
    'Do your privacy policies cover AI tools, and are changes documented?',
  ),
  running(
    '164.530(j)(2)',
    'Six years',
    'Keep these papers for six years after they were made or were last in effect, whichever comes later. This is not about the medical record itself, for which state law speaks.',
    'A policy that was replaced, and the papers of a retired AI tool, show the day on which they may go.',
    'Are privacy documents kept until six years after they were last in effect?',
  ),
]

/** The parts of the Privacy Rule that AI tools touch. */
export const hipaaPrivacy: Framework = {
  key: 'hipaa-privacy',
  name: 'HIPAA Privacy Rule, the parts that AI tools touch',
  shortName: 'HIPAA Privacy',
  version: '45 CFR 160.103 and Part 164, Subpart E, in the text of 2013',
  publisher: 'US Department of Health and Human Services',
  url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164',
  status: 'in force',
  effectiveOn: null,
  checkedOn: lastChecked,
  note: 'Not the whole rule: left out are, among others, the notice of privacy practices, amendments, uses for treatment, payment and operations, public health, research, and the clauses of an agreement that AI tools do not touch in a way of their own. State law that protects patients more stays in force beside it.',
  groups,
  requirements: [...privacyOfData, ...authorizations, ...rights, ...administration],
}
