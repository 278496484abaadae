import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** Patient data: as little of it as possible, no longer than needed, for nothing that was not agreed. */
export const dataControls: readonly StarterControl[] = [
  {
    key: 'minimum-prompts',
    title: 'Only what the task needs goes into a prompt',
    does: 'Staff leave out names, dates and everything the task does not need, and use ready-made prompts. Connected tools see only the parts of the record that their purpose needs.',
    evidence: 'The ready-made prompts, the rights of each connection, and a monthly sample of prompts.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MAP 1.6', 'MEASURE 2.10'],
      generative: ['2.4'],
      security: ['164.308(a)(4)(ii)(B)'],
      privacy: ['164.502(b)', '164.514(d)'],
    }),
  },
  {
    key: 'blocked-tools',
    title: 'Other AI tools blocked, an approved one at hand',
    does: 'AI sites, browser extensions and apps that are not approved are blocked on work devices, and an approved tool is offered for the same jobs. New requests get an answer within two weeks.',
    evidence:
      'The block list and its last update, attempts that were stopped, and requests with their answers.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['GOVERN 1.4', 'GOVERN 1.6', 'GOVERN 3.2'],
      generative: ['2.4', '2.11'],
      security: ['164.308(a)(1)(i)', '164.310(b)'],
      privacy: ['164.530(c)'],
      iso: ['A.9.2'],
    }),
  },
  {
    key: 'retention-rules',
    title: 'Recordings and drafts deleted on a schedule',
    does: 'It is written down for each tool how long audio, transcripts, prompts and drafts are kept, and what belongs to the record that patients may ask for. The rest is deleted on time, also at the vendor.',
    evidence:
      'The schedule, the vendor’s deletion setting, and a search for recordings older than allowed that finds none.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MEASURE 2.10'],
      generative: ['2.4'],
      security: ['164.310(d)(2)(i)'],
      privacy: ['164.524', '164.530(c)'],
    }),
  },
  {
    key: 'extra-uses',
    title: 'Data for other purposes: authorized or truly de-identified',
    does: 'Data for training, research or marketing leaves only with the patient’s signed authorization or after de-identification by one of the two accepted ways. The privacy official signs each release.',
    evidence:
      'The log of releases with purpose, authorization or method of de-identification, what remained in free text, and the signature.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['MEASURE 2.2', 'MEASURE 2.10'],
      generative: ['2.4'],
      privacy: ['164.508', '164.514(b)'],
      iso: ['A.7.2'],
    }),
  },
  {
    key: 'website-check',
    title: 'Website, portal and chatbot checked for trackers',
    does: 'Every quarter, and after each change of the website, somebody looks at what runs beside the chatbot, the booking form and the portal, and removes whatever sends visits or answers elsewhere.',
    evidence:
      'The list of what each page loads and which companies it reaches, with date and what was removed.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MAP 4.1', 'MEASURE 2.10'],
      generative: ['2.4'],
      privacy: ['164.502(e)', '164.508', '164.530(c)'],
    }),
  },
]
