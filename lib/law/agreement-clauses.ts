/** One clause that an agreement with a vendor has to have, or should have. */
export interface Clause {
  key: string
  /** What it is about, in a few words. */
  label: string
  /** What it should say, in our words. */
  says: string
  /** Empty for what no rule asks for. */
  citation: string
  /** Whether the law asks for it only where the vendor does something particular; then it may be not needed. */
  onlyIf?: string
}

/**
 * What 45 CFR 164.504(e)(2) and 164.314(a)(2)(i) want every business associate agreement to say. Without one of them the
 * agreement is no satisfactory assurance, 164.502(e)(2).
 */
export const requiredClauses = [
  {
    key: 'permitted-uses',
    label: 'What it may do with the data',
    says: 'It names the uses and disclosures that are allowed and required, and allows nothing that the practice itself could not do.',
    citation: '45 CFR 164.504(e)(2)(i)',
  },
  {
    key: 'no-other-use',
    label: 'Nothing else',
    says: 'The vendor uses and passes on patient data only as the agreement or the law says.',
    citation: '45 CFR 164.504(e)(2)(ii)(A)',
  },
  {
    key: 'safeguards',
    label: 'Safeguards',
    says: 'The vendor protects the data properly, and follows the Security Rule for what is electronic.',
    citation: '45 CFR 164.504(e)(2)(ii)(B)',
  },
  {
    key: 'reports-misuse',
    label: 'Tells of misuse and breaches',
    says: 'The vendor reports every use or disclosure that the agreement does not allow, breaches of unsecured data included.',
    citation: '45 CFR 164.504(e)(2)(ii)(C)',
  },
  {
    key: 'subcontractors',
    label: 'Binds its subcontractors',
    says: 'Whoever gets patient data from the vendor agrees to the same restrictions and conditions.',
    citation: '45 CFR 164.504(e)(2)(ii)(D)',
  },
  {
    key: 'access',
    label: 'Patients’ right to see their data',
    says: 'The vendor makes the data available when a patient asks to see it or have a copy.',
    citation: '45 CFR 164.504(e)(2)(ii)(E)',
  },
  {
    key: 'amendment',
    label: 'Patients’ right to corrections',
    says: 'The vendor makes the data available for corrections, and takes corrections over.',
    citation: '45 CFR 164.504(e)(2)(ii)(F)',
  },
  {
    key: 'accounting',
    label: 'Patients’ right to know who got it',
    says: 'The vendor keeps and gives what is needed to list the disclosures of a patient’s data.',
    citation: '45 CFR 164.504(e)(2)(ii)(G)',
  },
  {
    key: 'delegated-duties',
    label: 'Duties of ours that it carries out',
    says: 'Where the vendor carries out one of the practice’s own duties under the Privacy Rule, it keeps to the rules for that.',
    citation: '45 CFR 164.504(e)(2)(ii)(H)',
    onlyIf: 'The vendor carries out none of the practice’s own duties under the Privacy Rule',
  },
  {
    key: 'books',
    label: 'Open books for HHS',
    says: 'The vendor makes its practices, books and records available to the Secretary of Health and Human Services.',
    citation: '45 CFR 164.504(e)(2)(ii)(I)',
  },
  {
    key: 'return-or-destroy',
    label: 'Return or destroy at the end',
    says: 'When the agreement ends, the vendor returns or destroys all patient data and keeps no copies; where that cannot be done, it goes on protecting them.',
    citation: '45 CFR 164.504(e)(2)(ii)(J)',
  },
  {
    key: 'termination',
    label: 'We may end it',
    says: 'The practice may end the agreement when the vendor has broken an important term.',
    citation: '45 CFR 164.504(e)(2)(iii)',
  },
  {
    key: 'security-rule',
    label: 'Security Rule',
    says: 'The vendor keeps to the parts of the Security Rule that apply to it.',
    citation: '45 CFR 164.314(a)(2)(i)(A)',
  },
  {
    key: 'security-subcontractors',
    label: 'Security of its subcontractors',
    says: 'Subcontractors that handle electronic patient data agree by contract to keep to the Security Rule as well.',
    citation: '45 CFR 164.314(a)(2)(i)(B)',
  },
  {
    key: 'security-incidents',
    label: 'Tells of security incidents',
    says: 'The vendor reports every security incident that it learns of, not only breaches.',
    citation: '45 CFR 164.314(a)(2)(i)(C)',
  },
] as const satisfies readonly Clause[]

/** What a practice should ask a vendor of AI for. No rule asks for these words; each prevents a harm that others have had. */
export const advisedClauses = [
  {
    key: 'no-training',
    label: 'No training on patient data',
    says: 'The vendor does not train or improve models with the practice’s patient data, unless the practice agreed in writing.',
    citation: '',
  },
  {
    key: 'de-identified-data',
    label: 'De-identified data',
    says: 'It says whether the vendor may de-identify patient data, how, and what it may do with the result.',
    citation: '',
  },
  {
    key: 'chain-named',
    label: 'Model host and subcontractors named',
    says: 'It names who hosts the model and every subcontractor that gets patient data, and promises word before that changes.',
    citation: '',
  },
  {
    key: 'model-changes',
    label: 'Word of model changes',
    says: 'The vendor tells the practice before it changes the model or what the model may do.',
    citation: '',
  },
  {
    key: 'logs',
    label: 'How long logs and recordings are kept',
    says: 'It says what logs, prompts and recordings are kept, for how long, and that the practice can get them.',
    citation: '',
  },
  {
    key: 'breach-days',
    label: 'Breach notice within a number of days',
    says: 'It says within how many days the vendor tells of a breach. The law’s outer limit is 60 days after discovery; the practice’s own clock needs most of them.',
    citation: '45 CFR 164.410(b)',
  },
  {
    key: 'return-days',
    label: 'Return or destruction within a number of days',
    says: 'It says by when patient data is returned or destroyed after the end, and that the vendor confirms it in writing.',
    citation: '',
  },
] as const satisfies readonly Clause[]

/** Every clause that is looked for. */
export const agreementClauses: readonly Clause[] = [...requiredClauses, ...advisedClauses]
