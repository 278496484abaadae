import { day } from '#lib/base/days'
import type { Framework, Requirement, RequirementGroup } from '../framework.ts'
import { lastChecked } from '../rule.ts'
import { hipaaRow } from './hipaa-row.ts'

const group = (id: string, title: string, says: string): RequirementGroup => ({
  id,
  parent: null,
  title,
  says,
})

const groups: readonly RequirementGroup[] = [
  group('164.402', 'What is a breach', 'Presumed, unless you can show that it is none.'),
  group('164.404', 'Telling patients', 'When, what and how.'),
  group('164.406', 'Telling the media', 'Only for large breaches in one place.'),
  group('164.408', 'Telling HHS', 'At once or once a year, by how many people it concerns.'),
  group('164.410', 'What the vendor tells you', 'By when, and with what.'),
  group('164.412', 'When the police ask to wait', 'How long, and what to write down.'),
  group('164.414', 'Being able to show it', 'Papers, and what else goes with them.'),
]

function row(id: string, title: string, ...words: [string, string, string]): Requirement {
  return hipaaRow(id.slice(0, 7), id, title, words)
}

const definition: readonly Requirement[] = [
  row(
    '164.402',
    'Presumed to be a breach',
    'Patient data got, seen, used or passed on in a way that the Privacy Rule does not allow is presumed to be a breach, unless you show a low probability that it was compromised.',
    'Each case, such as notes pasted into a public chatbot, is assessed in writing before anyone says that it is no breach.',
    'Is every misuse of patient data, with AI tools too, treated as a breach until an assessment shows otherwise?',
  ),
  row(
    '164.402(1)(i)',
    'Exception: an honest mistake by staff',
    'No breach: somebody of your workforce, or acting for you, got at data by mistake, in good faith and within their job, and it was not misused further.',
    'When this exception is used, the file says who, what and why it fits.',
    'When staff get at data by mistake, is it written down why this exception fits or does not?',
  ),
  row(
    '164.402(1)(ii)',
    'Exception: from one authorized person to another',
    'No breach: somebody with access passed data by mistake to another person with access at the same practice, vendor or joint arrangement, and it was not misused further.',
    'When this exception is used, the file names both people and their access.',
    'When data goes to the wrong colleague, is it written down why this exception fits or does not?',
  ),
  row(
    '164.402(1)(iii)',
    'Exception: could not be kept',
    'No breach: you believe in good faith that whoever got the data could not reasonably have kept it. An AI service that stores what it is sent could.',
    'The file says why nothing could be kept, with the vendor’s own words where there are some.',
    'Before this exception is used, do you check what the AI tool stored?',
  ),
  row(
    '164.402(2)(i)',
    'Factor: what data it was',
    'Assess which data it was and how much, what identifiers were in it, and how likely it is that somebody could tell who the patients are.',
    'The assessment lists the kinds of data; a voice on a recording is named as an identifier.',
    'Does your breach assessment look at what data it was and whether patients can be recognized?',
  ),
  row(
    '164.402(2)(ii)',
    'Factor: who got it',
    'Assess who it was that used the data or got it. A vendor bound by an agreement is another matter than a public chatbot.',
    'The assessment names the recipient and what binds it to secrecy.',
    'Does your breach assessment look at who got the data?',
  ),
  row(
    '164.402(2)(iii)',
    'Factor: whether it was seen',
    'Assess whether somebody really took the data or looked at it, or only could have.',
    'Logs of the system or the AI vendor are attached.',
    'Does your breach assessment look at whether the data was really seen or taken?',
  ),
  row(
    '164.402(2)(iv)',
    'Factor: what was done about it',
    'Assess how far the risk was reduced since, for example by a deletion that the vendor confirmed. You may weigh other factors besides these four.',
    'The confirmation is on file, with its date.',
    'Does your breach assessment look at how far the risk has been reduced?',
  ),
  {
    ...row(
      '164.402 unsecured',
      'Only unsecured data',
      'Notices are due for unsecured data only: data that others can read, because it was not encrypted or destroyed in the way that HHS guidance describes.',
      'For each case the file says whether the data was encrypted and whether the keys were safe.',
      'Is it known for each system and AI tool whether its data is encrypted in the way that the guidance wants?',
    ),
    citation: '45 CFR 164.402, “unsecured protected health information”',
  },
]

const notices: readonly Requirement[] = [
  row(
    '164.404(a)(2)',
    'When the clock starts',
    'The clock starts on the first day that anyone of your workforce, or an agent of yours, knows of the breach or with reasonable care would have; not counting the one who did it. A vendor may be your agent.',
    'Everyone knows to report the same day, and agreements say by when AI vendors do.',
    'Do people report at once, so that the day of discovery is known and written down?',
  ),
  row(
    '164.404(b)',
    'By when patients are told',
    'Tell each patient concerned as soon as reasonably possible, at the latest 60 calendar days after the discovery. The 60 days are the outer limit; state law may be shorter.',
    'The due day is in the calendar from the day of discovery, and letters go out well before.',
    'Is it certain that patients are told as soon as possible, at the latest 60 days after discovery?',
  ),
  row(
    '164.404(c)(1)',
    'What the notice says',
    'Five things: what happened and when, which kinds of data, what patients should do, what you are doing about it, and how to reach you, by a free phone number, e-mail, website or mail.',
    'A letter with the five parts lies ready, and says plainly when an AI tool was involved.',
    'Is there a draft of the notice with all five parts?',
  ),
  row(
    '164.404(c)(2)',
    'In plain words',
    'The notice is written so that patients understand it.',
    'Somebody who is no lawyer has read it, and there is a version for those who read another language.',
    'Is your draft of the notice in plain words?',
  ),
  row(
    '164.404(d)',
    'How patients are told',
    'By first-class mail, or e-mail if they agreed. If fewer than 10 cannot be reached: another way. If 10 or more: 90 days on your home page, or major media, and a free phone number for at least 90 days.',
    'Addresses are current, and the steps for people who cannot be reached are written down.',
    'Do you know how you would reach all patients concerned, also those whose address is wrong?',
  ),
  row(
    '164.404(d)(3)',
    'When it is urgent',
    'When misuse may happen at any moment, call the patients or reach them in another way, in addition to the letter.',
    'The steps say who decides that it is urgent, and who calls.',
    'Do your steps say who calls patients when it is urgent?',
  ),
  row(
    '164.406',
    'Notice to the media',
    'More than 500 residents of one state or jurisdiction: tell prominent media there, as soon as reasonably possible and at the latest 60 calendar days after discovery. Exactly 500 is not more than 500.',
    'The assessment counts the people by state.',
    'Do your steps say who tells the media, and from what number on?',
  ),
  row(
    '164.408(b)',
    '500 or more people: HHS together with the patients',
    'With 500 or more people in all, in whatever states, tell HHS at the same time as the patients: at the latest 60 calendar days after discovery.',
    'Somebody knows the form of HHS before it is needed.',
    'Do your steps say who tells HHS of a large breach, and when?',
  ),
  row(
    '164.408(c)',
    'Fewer than 500 people: HHS once a year',
    'With fewer than 500 people, keep a log. When the calendar year of the discovery is over, tell HHS within 60 days.',
    'The log lists each small breach, and the day for telling HHS is in the calendar.',
    'Is there a log of small breaches, and a set day for telling HHS of them?',
  ),
  row(
    '164.410(b)',
    'By when a vendor tells you',
    'A business associate tells you as soon as reasonably possible, at the latest 60 calendar days after it discovered the breach. Agree on fewer: your own days may already be running.',
    'Each agreement with an AI vendor names a small number of days.',
    'Does each agreement with an AI vendor make it tell you of a breach well before 60 days?',
  ),
  row(
    '164.410(c)',
    'What a vendor tells you',
    'The vendor names each person concerned as far as it can, and gives what you need for your notice, then or as soon as it has it.',
    'AI vendors have said that they can tell which patients’ data was concerned.',
    'Could your AI vendors tell you which patients a breach concerns?',
  ),
  row(
    '164.412',
    'Delay for law enforcement',
    'If law enforcement asks in writing, with a time, wait that long. If only by word of mouth, note who asked and wait at most 30 days from then, unless it comes in writing.',
    'The person who takes such calls knows to ask for it in writing.',
    'Do your steps say what to do when law enforcement asks you to wait?',
  ),
  row(
    '164.414(a)',
    'What else goes with it',
    'What the Privacy Rule says of training, complaints, sanctions, policies and keeping papers holds for breaches, too; and nobody is punished for speaking up or made to give up rights.',
    'The training on AI tools says how to report a breach.',
    'Do training, complaints, sanctions and policies cover breaches, those with AI tools too?',
  ),
  row(
    '164.414(b)',
    'It is for you to prove',
    'You, or the vendor, have to be able to show that all notices went out, or that it was no breach. Keep the assessment and the proof of mailing.',
    'One file per case with the assessment, the decision, the letters and the dates.',
    'Could you show for each case that the notices went out, or why it was no breach?',
  ),
]

/** The Breach Notification Rule. */
export const hipaaBreach: Framework = {
  key: 'hipaa-breach',
  name: 'HIPAA Breach Notification Rule',
  shortName: 'HIPAA Breach',
  version: '45 CFR Part 164, Subpart D, in the text of 2013',
  publisher: 'US Department of Health and Human Services',
  url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164',
  status: 'in force',
  effectiveOn: day('2009-09-23'),
  checkedOn: lastChecked,
  note: 'For breaches on or after September 23, 2009. All days here are outer limits; many states set shorter ones, and records of treatment for substance use have rules of their own.',
  groups,
  requirements: [...definition, ...notices],
}
