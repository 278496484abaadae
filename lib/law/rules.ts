import { day } from '#lib/base/days'
import { lastChecked, type Rule, type RuleStatus } from './rule.ts'

function rule(
  says: string,
  citation: string,
  status: RuleStatus = 'in force',
  effective?: string,
): Omit<Rule, 'id'> {
  return { says, citation, status, effectiveOn: effective ? day(effective) : null, checkedOn: lastChecked }
}

/** One written from what is generally known: the screens say that nobody has held it against its source yet. */
const unchecked = (known: Omit<Rule, 'id'>): Omit<Rule, 'id'> => ({ ...known, checkedOn: null })

const byId = {
  'minimum-necessary': rule(
    'Use and disclose only the patient data that the purpose needs. The exception for treatment covers disclosures to other providers, not what staff type into an AI tool.',
    '45 CFR 164.502(b), 164.514(d)',
  ),
  'de-identification': rule(
    'Data counts as de-identified only when all 18 identifiers are gone and nobody knows a way back (Safe Harbor), or when an expert has documented that the risk is very small.',
    '45 CFR 164.514(a)–(b)',
  ),
  'limited-data-set': rule(
    'A limited data set is still patient data. It may go out only under a data use agreement.',
    '45 CFR 164.514(e)',
  ),
  authorization: rule(
    'Psychotherapy notes, marketing and the sale of patient data need the patient’s written authorization. A vendor that trains its own product on patient data usually does too.',
    '45 CFR 164.508',
  ),
  'business-associate': rule(
    'A vendor that handles patient data for the practice is a business associate and needs an agreement before the data flows.',
    '45 CFR 160.103, 164.504(e)',
  ),
  'agreement-content': rule(
    'A business associate agreement has to say what the vendor may do with patient data and how it protects them, and a number of things more. Without one of them it is not the assurance that the rule wants.',
    '45 CFR 164.504(e)(2), 164.314(a)(2)(i)',
  ),
  'agreement-end': rule(
    'When a business associate agreement ends, the vendor returns or destroys all patient data where that is feasible, and goes on protecting what is left.',
    '45 CFR 164.504(e)(2)(ii)(J)',
  ),
  'business-associate-definition': rule(
    'Whoever creates, receives, keeps or sends patient data on behalf of the practice is a business associate, whatever the contract calls it.',
    '45 CFR 160.103, “business associate”, (1)(i)',
  ),
  'business-associate-services': rule(
    'Whoever gives legal, actuarial, accounting, consulting, data aggregation, management, administrative, accreditation or financial services that involve giving them patient data is a business associate.',
    '45 CFR 160.103, “business associate”, (1)(ii)',
  ),
  subcontractor: unchecked(
    rule(
      'A vendor that passes patient data on to a subcontractor has to have an agreement with it. The practice needs one only with its own vendor, not with those behind it.',
      '45 CFR 164.502(e)(1)(i)–(ii), 164.504(e)(5)',
    ),
  ),
  'workforce-member': rule(
    'People whose work for the practice is under its direct control, paid or not, are its workforce and not its business associates.',
    '45 CFR 160.103, “workforce” and “business associate”, (1)',
  ),
  'treatment-provider': unchecked(
    rule(
      'A health care provider to whom data is disclosed for the treatment of the patient is no business associate by that.',
      '45 CFR 160.103, “business associate”, (4)(i)',
    ),
  ),
  conduit: unchecked(
    rule(
      'Who only transports data, such as the mail, a courier or an internet line, and stores it at most for a moment on the way, is no business associate. The exception is narrow: whoever keeps data is not a mere carrier.',
      'HHS, preamble to the 2013 Omnibus Rule, 78 FR 5566, 5571–5572 (Jan. 25, 2013)',
      'guidance',
      '2013-01-25',
    ),
  ),
  'payment-processing': unchecked(
    rule(
      'A bank or other financial institution that only authorizes, processes, clears, settles, bills or collects payments is outside HIPAA with that. Anything more it does with patient data is not.',
      '42 USC 1320d-8',
    ),
  ),
  'decision-support': rule(
    'Practices that receive federal funds must make reasonable efforts to find patient care decision support tools that use race, color, national origin, sex, age or disability as an input, and to reduce the risk of discrimination for each.',
    '45 CFR 92.210',
    'in force',
    '2025-05-01',
  ),
  'risk-analysis': rule(
    'Keep an accurate and thorough analysis of the risks to electronic patient data. AI systems that touch such data belong in it.',
    '45 CFR 164.308(a)(1)(ii)(A)',
  ),
  'activity-review': rule(
    'Regularly look at the records of system activity: audit logs, access reports, incident tracking.',
    '45 CFR 164.308(a)(1)(ii)(D)',
  ),
  evaluation: rule(
    'Check now and then, and when something changes, whether the safeguards still do what they should.',
    '45 CFR 164.308(a)(8)',
  ),
  'security-training': rule(
    'Keep a programme of security awareness and training for everybody who works here, management included. No interval is named.',
    '45 CFR 164.308(a)(5)(i)',
  ),
  'encryption-at-rest': rule(
    'Encrypt electronic patient data where it is stored.',
    '45 CFR 164.312(a)(2)(iv)',
    'addressable',
  ),
  'encryption-in-transit': rule(
    'Encrypt electronic patient data on its way.',
    '45 CFR 164.312(e)(2)(ii)',
    'addressable',
  ),
  'access-control': rule(
    'Let only people and programs in that have been given access.',
    '45 CFR 164.312(a)(1)',
  ),
  'automatic-logoff': rule(
    'End a session when nobody has used it for a while. HIPAA names no number of minutes.',
    '45 CFR 164.312(a)(2)(iii)',
    'addressable',
  ),
  authentication: rule('Make sure that whoever signs in is who they say they are.', '45 CFR 164.312(d)'),
  mfa: rule(
    'The 2025 proposal for the Security Rule would require a second factor for access to systems with electronic patient data.',
    '90 FR 898 (Jan. 6, 2025)',
    'proposed',
  ),
  'audit-log': rule(
    'Record and examine activity in systems that hold or use electronic patient data.',
    '45 CFR 164.312(b)',
  ),
  'contingency-plan': rule(
    'Have a plan for working when a system that holds patient data is down.',
    '45 CFR 164.308(a)(7)(i)',
  ),
  'ca-genai-message': rule(
    'California: a message with clinical content that generative AI wrote to a patient must say so and say how to reach a person, unless a licensed person read and reviewed it first.',
    'Cal. Health & Saf. Code 1339.75 (AB 3030)',
    'in force',
    '2025-01-01',
  ),
  'ca-licensed-terms': rule(
    'California: an AI may not use words or letters that make people think a licensed person is answering.',
    'Cal. Bus. & Prof. Code 4999.8–4999.9 (AB 489)',
    'in force',
    '2026-01-01',
  ),
  'tx-ai-records': rule(
    'Texas: a practitioner who uses AI for diagnosis must review what it produced and tell patients that AI is used.',
    'Tex. Health & Saf. Code ch. 183 (SB 1188)',
    'in force',
    '2025-09-01',
  ),
  'tx-disclosure': rule(
    'Texas: patients are told that AI is used in their care no later than when the service is first given. Whether this reaches private practices is debated; telling them is the safe way.',
    'Tex. Bus. & Com. Code 552.051(f) (HB 149)',
    'in force',
    '2026-01-01',
  ),
  'ut-disclosure': rule(
    'Utah: in high-risk conversations, such as health advice, a licensed person must disclose at the start that AI is used.',
    'Utah Artificial Intelligence Policy Act (SB 149, 2024; SB 226 and SB 332, 2025)',
    'in force',
    '2024-05-01',
  ),
  'il-therapy': rule(
    'Illinois: AI may do administrative and supplementary work in therapy, never the therapy itself; recording or transcribing a session needs written consent that can be taken back.',
    '225 ILCS 155 (Public Act 104-0054)',
    'in force',
    '2025-08-01',
  ),
} as const satisfies Record<string, Omit<Rule, 'id'>>

export type RuleId = keyof typeof byId

/** A rule by id, with its status and when it was last checked. */
export function ruleOf(id: RuleId): Rule {
  return { id, ...byId[id] }
}
