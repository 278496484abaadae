import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** Who gets in, what is seen of it, and what keeps strangers out. */
export const securityControls: readonly StarterControl[] = [
  {
    key: 'own-sign-in',
    title: 'Own sign-in with a second factor for everyone',
    does: 'Everyone signs in to AI tools under their own name with a second factor. There are no shared accounts, and a password manager keeps the passwords.',
    evidence:
      'The list of accounts of each tool, with a person behind each, and the setting that demands a second factor.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['MEASURE 2.7'],
      generative: ['2.9'],
      security: ['164.308(a)(5)(ii)(D)', '164.312(a)(1)', '164.312(a)(2)(i)', '164.312(d)'],
    }),
  },
  {
    key: 'access-review',
    title: 'Accounts, connections and keys reviewed every quarter',
    does: 'Each quarter the owner of a tool checks who and what may get in: accounts, connected apps, what an AI agent may change, and keys. What is not needed is removed, and keys are renewed.',
    evidence: 'The list as reviewed, with name, date, what was removed and when each key was last renewed.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 3.2', 'MEASURE 2.7'],
      generative: ['2.9'],
      security: [
        '164.308(a)(3)(i)',
        '164.308(a)(3)(ii)(A)',
        '164.308(a)(3)(ii)(B)',
        '164.308(a)(4)(i)',
        '164.308(a)(4)(ii)(C)',
        '164.312(a)(1)',
      ],
    }),
  },
  {
    key: 'offboarding',
    title: 'Access closed on the last day of work',
    does: 'Whoever leaves, or changes duties, loses access to every AI tool, phone app and key on the same day. A checklist made from the register makes sure that none is forgotten.',
    evidence: 'The checklist for each person who left, with the hour each account was closed.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MEASURE 2.7'],
      security: ['164.308(a)(3)(ii)(C)', '164.308(a)(4)(ii)(C)'],
    }),
  },
  {
    key: 'log-review',
    title: 'Logs of AI tools read every month',
    does: 'Each tool records who used it, for which patient and when, and who tried to sign in. Once a month somebody reads a part of it and looks for odd hours, large exports and unknown places.',
    evidence: 'Notes of each review: period, what was looked at, what was odd, and what was done about it.',
    testEveryMonths: 1,
    requirements: refs({
      rmf: ['MEASURE 2.4', 'MEASURE 3.1'],
      generative: ['2.9'],
      security: ['164.308(a)(1)(ii)(D)', '164.308(a)(5)(ii)(C)', '164.312(b)'],
      iso: ['A.6.2.8'],
    }),
  },
  {
    key: 'encryption',
    title: 'Patient data encrypted, stored and on its way',
    does: 'Phones, computers, recordings and connections to AI vendors are encrypted. Keys and secrets lie in a vault, never in a document, a mail or a program text.',
    evidence:
      'The encryption setting of each device and service, and the list of secrets with the place each is kept.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['MEASURE 2.7'],
      generative: ['2.4', '2.9'],
      security: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(ii)'],
      breach: ['164.402'],
    }),
  },
  {
    key: 'device-care',
    title: 'Devices locked, updated and wiped',
    does: 'Devices lock by themselves, are updated and protected against malicious software, face away from visitors and can be wiped from afar; rooms with equipment are locked. Before reuse or disposal, patient data is removed.',
    evidence:
      'The device list with user, encryption, last update and, for those given away, proof that they were wiped.',
    testEveryMonths: 6,
    requirements: refs({
      security: [
        '164.308(a)(5)(ii)(B)',
        '164.310(a)(1)',
        '164.310(a)(2)(ii)',
        '164.310(b)',
        '164.310(c)',
        '164.310(d)(1)',
        '164.310(d)(2)(i)',
        '164.310(d)(2)(ii)',
        '164.310(d)(2)(iii)',
        '164.312(a)(2)(iii)',
      ],
      privacy: ['164.530(c)'],
    }),
  },
  {
    key: 'outside-text',
    title: 'Text from outside never gives the AI orders',
    does: 'Faxes, mails, portal messages and web pages are material to read, not commands. An AI tool may only propose; a person confirms before anything is sent, booked, ordered or changed.',
    evidence:
      'Settings that demand confirmation, and the result of our own test with a message that hides an instruction.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 3.2', 'MAP 4.2', 'MEASURE 2.7'],
      generative: ['2.9'],
      security: ['164.312(a)(1)', '164.312(c)(1)'],
      iso: ['A.6.2.4'],
    }),
  },
  {
    key: 'identity-check',
    title: 'Identity checked before anything is told or changed',
    does: 'Callers give two identifiers before a person or a phone agent speaks about a patient. Requests for money, passwords or records are confirmed by calling back a number we already had.',
    evidence: 'The script, a monthly sample of calls checked against it, and notes of call-backs.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MEASURE 2.7', 'MEASURE 2.10'],
      generative: ['2.4', '2.8', '2.9'],
      security: ['164.312(d)'],
      privacy: ['164.530(c)'],
    }),
  },
]
