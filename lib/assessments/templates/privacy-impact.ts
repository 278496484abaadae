import { ownQuestions, type Template } from '../template.ts'

const minimum = '45 CFR 164.502(b), 164.514(d)'
const associate = '45 CFR 164.502(e), 164.504(e)'
const rights = '45 CFR 164.524, 164.526'

/** What one AI system does with patient data. Our own questions, each with the rule that it helps to keep. */
export const privacyImpact: Template = {
  kind: 'privacy-impact',
  version: 1,
  name: 'Privacy impact assessment',
  about: 'What one AI system does with patient data, whether it needs all of it, and where it ends up.',
  parts: [
    { key: 'purpose', title: 'What for', says: 'Which data, for what, and whether less would do.' },
    { key: 'path', title: 'Where it goes', says: 'Who gets it, under which agreement, and how it is kept.' },
    { key: 'model', title: 'What becomes of it', says: 'Training, output, de-identification and an end.' },
    {
      key: 'patients',
      title: 'What patients can expect',
      says: 'That they know, can object, and get answers.',
    },
  ],
  questions: [
    ...ownQuestions('pia', 'purpose', 'in force', [
      [
        'flows',
        'Is every way in which patient data gets into this system described: typed, spoken, sent by another system?',
        'Each flow stands in the register with its identifiers and its purpose, prompts and attachments included.',
        '45 CFR 164.308(a)(1)(ii)(A)',
        'patient-data',
      ],
      [
        'allowed',
        'Is each purpose one that HIPAA allows without asking the patient: treatment, payment or running the practice?',
        'The purpose of each flow is one of the three, or the patient’s authorization is on file.',
        '45 CFR 164.506, 164.508',
        'patient-data',
      ],
      [
        'less',
        'Has somebody checked whether the system would do its work with less data?',
        'Fields that it does not need are left out or masked, and it is written down why the others stay.',
        minimum,
        'patient-data',
      ],
      [
        'roles',
        'Can only people who need it for their work use this system with patient data?',
        'A list of roles; the system shows nobody what their own record access would not show them.',
        minimum,
        'patient-data',
      ],
      [
        'sensitive',
        'Is it settled for the most protected data, such as psychotherapy notes, substance use, HIV or reproductive care, whether it may go in?',
        'A written yes or no for each, known to the people who use it, and set up in the system where it can be.',
        '45 CFR 164.508(a)(2); 42 CFR Part 2',
        'patient-data',
      ],
    ]),
    ...ownQuestions('pia', 'path', 'in force', [
      [
        'agreement',
        'Is every vendor that gets this data bound by a business associate agreement that is in force today?',
        'The register shows “covered” for each flow, the host of the model included.',
        associate,
        'vendor-and-patient-data',
      ],
      [
        'behind',
        'Do you know which companies behind the vendor get the data, and does the vendor bind them too?',
        'The chain to the host of the model stands in the register, and the agreement says that subcontractors are bound.',
        '45 CFR 164.504(e)(2)(ii)(D)',
        'vendor-and-patient-data',
      ],
      [
        'place',
        'Do you know in which country the data is processed and kept?',
        'The vendor said so in writing. HIPAA does not forbid other countries; insurers and some state rules may.',
        '45 CFR 164.308(a)(1)(ii)(A)',
        'vendor-and-patient-data',
      ],
      [
        'encrypted',
        'Is the data encrypted on its way and where it is kept?',
        'The vendor’s report says so, and somebody looked for the date of the report.',
        '45 CFR 164.312(a)(2)(iv), 164.312(e)(2)(ii)',
        'patient-data',
      ],
      [
        'logs',
        'Can you see afterwards who put which data into the system, and what came out?',
        'A log is on, it is kept as long as you need it, and a named person reads it.',
        '45 CFR 164.312(b)',
        'patient-data',
      ],
      [
        'breach',
        'Would the vendor tell you of a breach in time, and do you know whom it would call?',
        'The agreement names a number of days well below 60, and the contact was tried once.',
        '45 CFR 164.410',
        'vendor-and-patient-data',
      ],
    ]),
    ...ownQuestions('pia', 'model', 'in force', [
      [
        'training',
        'Is it ruled out in writing that the vendor trains its models on your patients’ data, or did patients authorize it?',
        'The agreement says no, and a setting that would allow it is off.',
        '45 CFR 164.504(e)(2)(i), 164.508',
        'training',
      ],
      [
        'sold',
        'Is it ruled out that the data, or what is derived from it, is sold or used for advertising?',
        'The agreement says no to both, for de-identified data as well.',
        '45 CFR 164.502(a)(5)(ii), 164.508(a)(3)–(4)',
        'vendor-and-patient-data',
      ],
      [
        'deidentified',
        'Where data counts as de-identified, is the method known and done completely?',
        'All 18 identifiers are gone and nobody knows a way back, or an expert’s opinion is on file.',
        '45 CFR 164.514(a)–(b)',
        'deidentified',
      ],
      [
        'other-patients',
        'Is it kept from showing one patient’s data in the answer for another?',
        'Each patient’s session starts empty, and somebody tried to get another patient’s data out.',
        '45 CFR 164.306(a), 164.312(a)(1)',
        'patient-data-and-generative',
      ],
      [
        'in-record',
        'Is it settled which of its output becomes part of the medical record?',
        'A written rule: what is kept, who signs for it, and what is thrown away when.',
        '45 CFR 164.501',
        'patient-data',
      ],
      [
        'kept',
        'Is it set how long recordings, prompts and drafts are kept, and are they deleted then?',
        'The shortest time that works, in the agreement and in the settings, with a confirmation.',
        '45 CFR 164.310(d)(2)(i), 164.504(e)(2)(ii)(J)',
        'patient-data',
      ],
      [
        'end',
        'Will you get the data back, or proof that it is destroyed, when you stop using this system?',
        'The agreement says which and within how many days.',
        '45 CFR 164.504(e)(2)(ii)(J)',
        'vendor-and-patient-data',
      ],
    ]),
    ...ownQuestions('pia', 'patients', 'in force', [
      [
        'told',
        'Do patients know that AI works with their data, where the law or your own rules want it?',
        'The notice of privacy practices fits what is done; for recording in the room, consent is asked for as your state wants.',
        '45 CFR 164.520',
        'patient-data',
      ],
      [
        'access',
        'Can you give a patient what this system holds about them, and have it corrected?',
        'Somebody knows how to get it out, within 30 days.',
        rights,
        'patient-data',
      ],
      [
        'object',
        'Can a patient say no to this system and still be cared for?',
        'Staff know the other way of doing it, and it was used at least once.',
        '45 CFR 164.522(a)',
        'patient-data',
      ],
    ]),
  ],
}
