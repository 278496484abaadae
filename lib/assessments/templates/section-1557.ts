import { section1557 as framework } from '#lib/law/frameworks/section-1557'
import { asking, ownQuestions, type Template } from '../template.ts'

const rule = '45 CFR 92.210'

/** One tool against the rule on decision support tools. */
export const section1557: Template = {
  kind: 'section-1557',
  version: 1,
  name: 'Nondiscrimination worksheet',
  about:
    'Whether a tool that supports decisions on care could treat some patients worse, and what is done about it. For practices that get federal money for health care.',
  parts: [
    { key: 'find', title: 'Find out', says: 'Whether the rule means this tool, and what goes into it.' },
    { key: 'lower', title: 'Lower the risk', says: 'What is done so that nobody is treated worse.' },
  ],
  questions: [
    ...ownQuestions('n1557', 'find', 'in force', [
      [
        'decided',
        'Whether the rule means this tool',
        'Has somebody decided whether this tool supports decisions on care, and written down why?',
        'The register says yes or no, with a sentence. Scheduling and billing alone do not count; a score that decides who is called first does.',
        '45 CFR 92.4',
      ],
      [
        'inputs',
        'Traits among its inputs',
        'Do you know from the vendor whether race, color, national origin, sex, age or disability goes into this tool?',
        'The vendor answered in writing for each of the six. “We do not know” counts as an answer to follow up.',
        '45 CFR 92.210(b)',
        'decision-support',
      ],
      [
        'stand-ins',
        'Stand-ins for traits',
        'Has somebody looked for inputs that stand in for such a trait, such as ZIP code, language, name or insurance?',
        'The register ticks each one that is used, and says what it is needed for.',
        '45 CFR 92.210(b)',
        'decision-support',
      ],
      [
        'trained-on',
        'Patients it was built on',
        'Do you know on which patients this tool was built and tested, and whether yours are among them?',
        'The vendor’s figures by age, sex and race are on file, next to a rough picture of your own patients.',
        rule,
        'decision-support',
      ],
      [
        'again',
        'Looking again',
        'Is it set when somebody will look for such inputs again, and after which changes?',
        'A yearly date, and the rule that a new version is looked at before it is used.',
        '45 CFR 92.210(b)',
        'decision-support',
      ],
    ]),
    asking(framework, '92.210(a)', { prefix: 'n1557', part: 'lower', skip: 'decision-support' }),
    ...ownQuestions('n1557', 'lower', 'in force', [
      [
        'measure',
        'A written measure',
        'Is there a written measure against the risk that this tool discriminates?',
        'One sentence that says what is done differently, such as a second look at low scores of patients with a disability.',
        '45 CFR 92.210(c)',
        'decision-support',
      ],
      [
        'person',
        'A clinician looks',
        'Does a clinician look at the patient and not only at the output before care is given, delayed or refused?',
        'The rule is written where the work is done, and a sample of cases shows that it is kept.',
        '45 CFR 92.210(a)',
        'decision-support',
      ],
      [
        'compared',
        'Results compared between groups',
        'Were results of this tool compared between groups of your own patients in the last year?',
        'A table by age, sex, language or race with how many patients stand behind each number. Small numbers are said to be small.',
        '45 CFR 92.210(c)',
        'decision-support',
      ],
      [
        'staff-know',
        'Staff know its weak spots',
        'Do the people who use it know where it may be unfair, and whom to tell when something looks wrong?',
        'It is part of the training for this tool, and reports are kept.',
        '45 CFR 92.210(c)',
        'decision-support',
      ],
      [
        'language',
        'Translation looked over',
        'When it translates for patients, does a qualified translator look over what matters?',
        'Consent forms and instructions go to a translator before they go out.',
        '45 CFR 92.201(c)(3)',
        'patients',
      ],
      [
        'complain',
        'Complaints',
        'Can a patient complain about being treated worse because of this tool, and does the answer come from a person?',
        'The grievance procedure names AI tools, and one person answers.',
        '45 CFR 92.210(a)',
        'decision-support',
      ],
    ]),
  ],
}
