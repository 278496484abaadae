import type { Requirement } from '../framework.ts'
import { required, standard } from './hipaa-security-row.ts'

/** 45 CFR 164.314. */
export const organizationalRequirements: readonly Requirement[] = [
  standard(
    '164.314(a)(1)',
    'Business associate contracts or other arrangements',
    'The agreement with a vendor has to say what the Security Rule wants it to say, or be another arrangement that the rule accepts.',
    'Each agreement, with AI vendors too, was read against the list of clauses.',
    'Has every agreement with a vendor been checked for what the Security Rule wants in it?',
  ),
  required(
    '164.314(a)(2)(i)(A)',
    'Agreement: the Security Rule',
    'The agreement has the vendor keep to the parts of the Security Rule that concern it.',
    'The clause is there, and an AI vendor can say how it does what it promised.',
    'Does each agreement bind the vendor to the Security Rule?',
  ),
  required(
    '164.314(a)(2)(i)(B)',
    'Agreement: subcontractors',
    'The agreement has the vendor bind its own subcontractors by contract. The model host of an AI vendor is one of them when it gets patient data.',
    'The vendor names its model host and every other company that gets patient data, and says that each is under contract.',
    'Does each agreement make the vendor bind its subcontractors, model hosts included?',
  ),
  required(
    '164.314(a)(2)(i)(C)',
    'Agreement: incidents and breaches',
    'The agreement has the vendor tell you of every security incident that it learns of, not only of breaches.',
    'The clause names a number of days and a person to call, and incidents of the AI tool count.',
    'Does each agreement make the vendor report every security incident, even if it is no breach?',
  ),
  required(
    '164.314(a)(2)(ii)',
    'Other arrangements',
    'Something other than a contract will do if it is one of the arrangements that the Privacy Rule accepts in 164.504(e)(3). Most practices use contracts.',
    'Where there is such an arrangement, somebody has written down why it is enough.',
    'Is every such vendor under a contract, or is it written down why another arrangement is enough?',
  ),
  required(
    '164.314(a)(2)(iii)',
    'Business associate contracts with subcontractors',
    'The contract between your vendor and its subcontractor has to say the same things. That is the vendor’s duty; you can ask about it.',
    'AI vendors have answered in writing that the contracts with their subcontractors hold the same duties.',
    'Have your AI vendors confirmed that contracts with their subcontractors hold the same duties?',
  ),
  standard(
    '164.314(b)(1)',
    'Requirements for group health plans (plans only)',
    'Only for group health plans, not for a practice as a provider: the plan’s papers make the plan sponsor, usually the employer, protect electronic patient data.',
    'A line in the file says that the practice runs no group health plan, or that the papers of its plan were checked.',
    'Have you noted that the practice runs no group health plan, or had the papers of its plan checked?',
  ),
  required(
    '164.314(b)(2)',
    'Group health plan documents (plans only)',
    'Only for group health plans: their papers list what the plan sponsor does for security. It asks nothing of a practice about its patients or its AI tools.',
    'The same line in the file, or a plan document with the list in it.',
    'Have you noted that the practice runs no group health plan, or put the list into the papers of its plan?',
  ),
]

/** 45 CFR 164.316. */
export const documentationRequirements: readonly Requirement[] = [
  standard(
    '164.316(a)',
    'Policies and procedures',
    'Have rules that carry out the Security Rule and fit your size, your systems, your costs and your risks. You may change them whenever you want if you document the change.',
    'Short rules that match what people really do, AI tools included, with a date and the name of who approved them.',
    'Do you have security rules that fit the practice and cover AI tools?',
  ),
  standard(
    '164.316(b)(1)',
    'Documentation',
    'Keep the rules in writing, on paper or as files. Where the Security Rule wants something documented, keep that record too: analyses, reviews, decisions.',
    'One place holds the rules, the risk analysis and the approvals of AI tools.',
    'Are rules, decisions and assessments written down and in one place?',
  ),
  required(
    '164.316(b)(2)(i)',
    'Time limit',
    'Keep these documents for six years after they were written or after they were last in effect, whichever comes later. This is not about the medical record itself.',
    'Old versions, and the papers of retired AI tools, are kept and show the day on which they may go.',
    'Are security documents kept until six years after they were last in effect?',
  ),
  required(
    '164.316(b)(2)(ii)',
    'Availability',
    'The people who have to follow a procedure can find it.',
    'Everyone can open the rules for AI tools at the place where they work.',
    'Can the people who carry out each procedure find it when they need it?',
  ),
  required(
    '164.316(b)(2)(iii)',
    'Updates',
    'Look at the documents from time to time, and change them when the practice or its systems change. A new AI tool is a reason to look.',
    'Each document has a date for its next review, and was looked at when the last AI tool came in.',
    'Are the documents reviewed from time to time, and when an AI tool comes in?',
  ),
]
