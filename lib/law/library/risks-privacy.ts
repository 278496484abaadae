import type { StarterRisk } from '../library.ts'
import { refs } from './references.ts'

/** Patient data that gets to where it should not be. */
export const privacyRisks: readonly StarterRisk[] = [
  {
    key: 'phi-in-unapproved-tool',
    title: 'Staff type patient details into an AI tool nobody approved',
    category: 'privacy',
    concerns: 'practice',
    cause: 'A free chatbot is one click away, and the practice offers nothing approved for the same job.',
    event: 'Somebody in a hurry pastes a referral letter or a patient list into it.',
    consequence:
      'Patient data lies with a company that owes us nothing; we have to judge it as a breach and may have to tell patients.',
    threat: 'Well-meaning staff short of time',
    vulnerability: 'Open web tools on work devices',
    controls: ['blocked-tools', 'training', 'minimum-prompts', 'sanctions'],
    requirements: refs({
      rmf: ['GOVERN 1.4', 'MEASURE 2.10'],
      generative: ['2.4'],
      privacy: ['164.502(e)'],
      breach: ['164.402'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 'no-agreement-at-model-host',
    title: 'The company that hosts the model never agreed to protect patient data',
    category: 'privacy',
    concerns: 'vendor',
    cause: 'The tool runs on another company’s model, and nobody asked which one or what was signed with it.',
    event: 'Notes and messages are passed on to a host under ordinary web terms.',
    consequence:
      'Patient data was disclosed without the assurance the rules ask for; the tool has to stop and each disclosure be judged.',
    threat: 'Vendor’s hidden supply chain',
    vulnerability: 'Agreement missing one step down the chain',
    controls: ['agreement-before-data', 'vendor-questionnaire', 'ai-register'],
    requirements: refs({
      rmf: ['GOVERN 6.1', 'MAP 4.1'],
      generative: ['2.4'],
      security: ['164.308(b)(1)', '164.314(a)(2)(i)(B)'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 'vendor-trains-on-patient-data',
    title: 'The vendor trains its own models on our patients’ data',
    category: 'privacy',
    concerns: 'vendor',
    cause:
      'The contract lets the vendor “improve its services”, and the setting that stops it was never found.',
    event: 'Conversations and notes go into the vendor’s training data.',
    consequence:
      'Data cannot be taken back out of the model, patients did not authorize it, and pieces may surface with other customers.',
    threat: 'Vendor that wants data for its product',
    vulnerability: 'Wide contract terms and default settings',
    controls: ['data-terms', 'extra-uses', 'vendor-questionnaire'],
    requirements: refs({
      rmf: ['GOVERN 6.1'],
      generative: ['2.4'],
      privacy: ['164.504(e)(2)', '164.508'],
      iso: ['A.7.2'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 'recordings-kept',
    title: 'Visit recordings are kept long after the note is signed',
    category: 'privacy',
    concerns: 'ai-system',
    cause:
      'Nobody set a date for deletion, and the scribe keeps audio for as long as it is not told otherwise.',
    event: 'Years of recorded visits pile up with the vendor and on phones.',
    consequence:
      'One break-in exposes voices and words of many patients, and lawyers can ask for recordings nobody needed.',
    threat: 'Intruder, or a request in a lawsuit',
    vulnerability: 'No schedule for deletion',
    controls: ['retention-rules', 'encryption', 'data-terms'],
    requirements: refs({
      rmf: ['MEASURE 2.10'],
      generative: ['2.4'],
      security: ['164.310(d)(2)(i)'],
      privacy: ['164.530(c)'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 're-identification',
    title: 'Patients are recognized in data thought to be de-identified',
    category: 'privacy',
    concerns: 'practice',
    cause: 'Names were removed, but free text, dates, small places or rare diagnoses stayed in the data set.',
    event: 'Somebody joins it with public data, or asks an AI to, and finds the people behind it.',
    consequence:
      'What was shared turns out to be patient data; known patients are embarrassed and each recipient has to be dealt with.',
    threat: 'Curious recipient or data broker',
    vulnerability: 'De-identification without a method',
    controls: ['extra-uses', 'breach-decision', 'data-terms'],
    requirements: refs({
      rmf: ['MEASURE 2.10'],
      generative: ['2.4'],
      privacy: ['164.514(b)'],
      breach: ['164.402'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 'whole-chart-opened',
    title: 'An AI tool sees far more of the chart than its job needs',
    category: 'privacy',
    concerns: 'ai-system',
    cause: 'The tool was connected with the widest rights because that was the default and the quickest.',
    event: 'A helper that books visits reads diagnoses, results and notes of everybody.',
    consequence:
      'More is used than the purpose needs, and any error or break-in at this one tool touches all charts.',
    threat: 'Careless set-up by vendor or staff',
    vulnerability: 'Rights not cut to the purpose',
    controls: ['minimum-prompts', 'access-review', 'approval-before-use'],
    requirements: refs({
      rmf: ['MAP 1.6', 'MEASURE 2.10'],
      security: ['164.308(a)(4)(ii)(B)'],
      privacy: ['164.502(b)', '164.514(d)'],
    }),
    generativeRisk: null,
  },
  {
    key: 'trackers-beside-chatbot',
    title: 'Website trackers learn what patients tell the chatbot',
    category: 'privacy',
    concerns: 'ai-system',
    cause: 'The chatbot or booking form sits on a page where advertising or statistics scripts run.',
    event:
      'Questions about symptoms travel to advertisers together with a device the person can be known by.',
    consequence:
      'Health details were given away for advertising; fines, lawsuits and notices to patients follow.',
    threat: 'Advertising and statistics companies',
    vulnerability: 'Scripts on pages where patients write',
    controls: ['website-check', 'agreement-before-data'],
    requirements: refs({
      rmf: ['MAP 4.1', 'MEASURE 2.10'],
      privacy: ['164.502(e)', '164.508', '164.530(c)'],
    }),
    generativeRisk: null,
  },
  {
    key: 'details-of-another-patient',
    title: 'The AI shows details of one patient to another',
    category: 'privacy',
    concerns: 'ai-system',
    cause:
      'Conversations or search results of several patients are kept in one memory and are not kept apart.',
    event: 'A summary, a chat or a portal reply contains another person’s visit or result.',
    consequence:
      'A stranger learns of an illness, the disclosure has to be judged, and both charts may be wrong.',
    threat: 'Fault in the vendor’s software',
    vulnerability: 'Patients not kept apart in the tool',
    controls: ['go-live-test', 'read-before-sign', 'incident-response', 'breach-decision'],
    requirements: refs({
      rmf: ['MEASURE 2.10', 'MANAGE 4.3'],
      generative: ['2.4'],
      breach: ['164.402', '164.404'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 'protected-notes-in-summary',
    title: 'Specially protected notes turn up in an AI summary',
    category: 'privacy',
    concerns: 'ai-system',
    cause:
      'The tool reads psychotherapy notes, substance use treatment or a minor’s private visits like any page.',
    event: 'A referral letter or a summary for a parent mentions them.',
    consequence:
      'Confidence is broken where the law protects it most, patients may be in danger at home, and trust in care ends.',
    threat: 'Summaries sent without a second look',
    vulnerability: 'No marks on protected parts of the record',
    controls: ['recording-consent', 'minimum-prompts', 'read-before-sign'],
    requirements: refs({
      rmf: ['MAP 1.1', 'MEASURE 2.10'],
      generative: ['2.4'],
      privacy: ['164.508', '164.530(c)'],
    }),
    generativeRisk: '2.4',
  },
  {
    key: 'feature-switched-on-silently',
    title: 'Software we already use sends data to a new AI feature unasked',
    category: 'privacy',
    concerns: 'vendor',
    cause:
      'An update of the record system, the fax service or the office suite brings AI that is on by default.',
    event: 'Messages and documents are read by a model that nobody looked at or agreed to.',
    consequence:
      'Data flows outside the agreements we checked, and we cannot say which patients were concerned.',
    threat: 'Vendor pushing new features',
    vulnerability: 'Updates nobody reads about',
    controls: ['change-notice', 'ai-register', 'approval-before-use'],
    requirements: refs({
      rmf: ['GOVERN 1.6', 'MANAGE 3.1'],
      generative: ['2.12'],
      security: ['164.308(a)(8)'],
      privacy: ['164.504(e)(2)'],
    }),
    generativeRisk: '2.12',
  },
  {
    key: 'record-request-misses-ai',
    title: 'What AI wrote is missing when patients ask for their record',
    category: 'privacy',
    concerns: 'practice',
    cause:
      'Nobody decided which transcripts, scores and chats belong to the record, and they lie in a separate tool.',
    event: 'A patient asks for the record and gets it without what a decision about them rested on.',
    consequence:
      'The right of access is not met, a complaint goes to the regulator, and the patient cannot correct errors.',
    threat: 'Request handled from the chart alone',
    vulnerability: 'Records spread over tools',
    controls: ['retention-rules', 'ai-register', 'patient-feedback'],
    requirements: refs({
      rmf: ['GOVERN 1.6', 'MEASURE 2.8'],
      privacy: ['164.524', '164.530(j)'],
    }),
    generativeRisk: null,
  },
]
