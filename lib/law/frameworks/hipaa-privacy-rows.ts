import type { Requirement } from '../framework.ts'
import { hipaaRow } from './hipaa-row.ts'

const vendors = '164.504(e)'
const minimum = '164.502(b)'
const nameless = '164.514(a)-(c)'

/** Vendors, the minimum necessary, and data that names nobody. */
export const privacyOfData: readonly Requirement[] = [
  hipaaRow(vendors, '160.103', 'Who is a business associate', [
    'A vendor that creates, receives, keeps or sends patient data on your behalf is a business associate, whatever its contract calls it. So are its subcontractors that do. Most AI vendors that see patient data are.',
    'For every AI vendor there is a dated answer: business associate or not, and why.',
    'Have you decided and noted for each vendor, AI vendors included, whether it is a business associate?',
  ]),
  hipaaRow(vendors, '164.504(e)(1)(ii)', 'What you know about a vendor’s breaches of the agreement', [
    'If you know that a vendor keeps breaking its agreement in an important way, have it mended. If that fails, end the agreement where that is feasible.',
    'Complaints about an AI vendor are noted with what it did about them and by when.',
    'When a vendor breaks its agreement, is that followed up until it is mended or the agreement is ended?',
  ]),
  hipaaRow(vendors, '164.504(e)(2)', 'What the agreement has to say', [
    'The agreement holds every clause that the rule asks for: what the vendor may do with patient data, how it protects it, what it reports, how it helps you with patients’ requests, and how it ends.',
    'Each agreement with an AI vendor was read clause by clause, and what was missing was asked for.',
    'Was each agreement with a vendor read against the clauses that the rule asks for?',
  ]),
  hipaaRow(vendors, '164.504(e)(2)(ii)(A)', 'Nothing but what was agreed', [
    'The agreement limits the vendor to the uses it names and those the law demands. Training its own product on your patients’ data is allowed only if it is covered.',
    'The agreement says yes or no to training, and the vendor’s settings match it.',
    'Does each agreement with an AI vendor say what it may not do with patient data, training included?',
  ]),
  hipaaRow(vendors, '164.504(e)(2)(ii)(C)', 'The vendor reports misuse', [
    'The agreement has the vendor report any use or disclosure that was not agreed on, breaches of unsecured data among them.',
    'The vendor knows whom to call and within how many days; the number is in the agreement.',
    'Does each agreement make the vendor tell you of misuse of patient data?',
  ]),
  hipaaRow(vendors, '164.504(e)(2)(ii)(D)', 'Subcontractors are bound the same way', [
    'The agreement has the vendor hold its subcontractors to the same limits. With AI these are the companies that host the model or transcribe.',
    'There is a list of the companies behind each AI tool that get patient data.',
    'Does each agreement make the vendor hold its subcontractors to the same limits?',
  ]),
  hipaaRow(vendors, '164.504(e)(2)(ii)(J)', 'Return or destroy at the end', [
    'When the agreement ends, the vendor gives back or destroys all patient data and keeps no copies where that is feasible; otherwise it goes on protecting them. Recordings and transcripts count.',
    'For each AI tool that was retired there is the vendor’s written confirmation.',
    'When you leave a vendor, do you get it in writing that the patient data is returned or destroyed?',
  ]),
  hipaaRow(minimum, '164.502(b)(1)', 'Only what the purpose needs', [
    'Use, disclose and ask for only as much patient data as the purpose needs. Typing it into an AI tool is a use like any other.',
    'Templates for prompts leave out names and numbers that are not needed, and AI tools see only the part of the record they work on.',
    'Do people limit what they put into AI tools to what the task needs?',
  ]),
  hipaaRow(minimum, '164.502(b)(2)', 'Where the limit does not apply', [
    'The limit does not apply, for example, to what one provider discloses to another for treatment, or to the patient. That does not cover your own internal uses, nor an AI vendor that is no provider.',
    'The training says in one sentence that “it is for treatment” does not lift the limit for AI tools.',
    'Do people know that the exception for treatment does not cover what goes into an AI tool?',
  ]),
  hipaaRow(minimum, '164.514(d)(2)', 'Who needs which data', [
    'Say which roles need which kinds of patient data and when, and limit access to that. Say it for AI tools, too.',
    'A table of roles and kinds of data, with a column for each AI tool.',
    'Is it written down which roles may use which patient data, in AI tools too?',
  ]),
  hipaaRow(minimum, '164.514(d)(3)', 'What goes out', [
    'For disclosures that happen again and again, have a standard. For the others, have criteria and look at each one.',
    'What flows to each AI vendor is written down once and checked; anything new is looked at before it goes.',
    'Is there a standard for what goes out to each vendor, and a check of what is out of the ordinary?',
  ]),
  hipaaRow(minimum, '164.514(d)(4)', 'What you ask others for', [
    'Ask other practices, hospitals and plans only for what you reasonably need, by a standard or after a look at the single case.',
    'A tool that fetches outside records is set to fetch only what the visit needs.',
    'Are requests to others for patient data, by an AI tool too, limited to what is needed?',
  ]),
  hipaaRow(minimum, '164.514(d)(5)', 'Not the whole record', [
    'The whole medical record is used, sent or asked for only when there is a reason for the whole. “The AI works better with more” is not one by itself.',
    'An AI tool that reads whole charts has a written reason, approved by the privacy official.',
    'Is there a written reason wherever an AI tool gets whole medical records?',
  ]),
  hipaaRow(nameless, '164.514(a)', 'What counts as de-identified', [
    'Data is de-identified when it does not identify a patient and there is no reasonable ground to think that somebody could. There are two ways to get there; leaving out the name is not one.',
    'Nobody calls data de-identified without naming the way and who did it.',
    'Where data is said to be de-identified, is it known by which of the two ways?',
  ]),
  hipaaRow(nameless, '164.514(b)(1)', 'By an expert', [
    'A person with the right statistical knowledge finds that the risk of recognizing a patient is very small, for those who will get the data, and documents how.',
    'The expert’s report is on file, names the data and says how long it can be relied on.',
    'If you rely on an expert’s finding, do you have the report?',
  ]),
  hipaaRow(nameless, '164.514(b)(2)', 'By taking out 18 identifiers', [
    'All 18 kinds of identifiers are removed, and you know of no way back. Dates of service, voices on a recording, device numbers and web addresses are among them.',
    'A list of the 18 is checked off before data goes into an AI tool as de-identified; recordings never do.',
    'Are all 18 identifiers checked off before data is treated as de-identified?',
  ]),
  hipaaRow(nameless, '164.514(c)', 'Codes for finding a patient again', [
    'A code that lets you find the patient again must not be made from the patient’s data, and nobody else gets to know how it works. A scrambled record number is made from it.',
    'Codes are random, and the list that links them stays in the practice.',
    'Are codes for patients random, with the key kept in the practice?',
  ]),
  hipaaRow(nameless, '164.502(d)', 'Who may de-identify', [
    'You may de-identify patient data, or have a business associate do it for you. A vendor may do so only if its agreement allows it. Who brings the names back has patient data again.',
    'Each agreement with an AI vendor says whether it may de-identify, how, and what for.',
    'Does each agreement with an AI vendor say whether it may de-identify your patients’ data?',
  ]),
  hipaaRow(nameless, '164.514(e)(2)', 'Limited data sets', [
    'With 16 kinds of identifiers taken out, patient data may serve research, public health or the running of health care, under a data use agreement. It is still patient data.',
    'Each limited data set has its agreement on file and a named recipient.',
    'Is there a data use agreement for each limited data set that leaves the practice?',
  ]),
]
