import type { RuleId } from './rules.ts'

/** One reason why a vendor is a business associate, or why it is not. */
interface DeterminationReason {
  value: string
  label: string
  rule: RuleId
}

/** Each of them alone makes a vendor a business associate. */
export const associateReasons = [
  {
    value: 'on-our-behalf',
    label: 'It creates, receives, keeps or sends patient data to do something for us',
    rule: 'business-associate-definition',
  },
  {
    value: 'keeps-it',
    label: 'It keeps patient data for us, even if it never looks at it or cannot read it',
    rule: 'business-associate-definition',
  },
  {
    value: 'professional-services',
    label:
      'It gets patient data to give us legal, accounting, consulting, management, administrative or financial services',
    rule: 'business-associate-services',
  },
] as const satisfies readonly DeterminationReason[]

/** Each of them says why a vendor is none, as far as it goes. */
export const otherReasons = [
  {
    value: 'no-patient-data',
    label: 'It never gets patient data, and does not need any for what it does',
    rule: 'business-associate-definition',
  },
  {
    value: 'workforce',
    label: 'It is a person who works under our direct control, like our own staff',
    rule: 'workforce-member',
  },
  {
    value: 'treatment',
    label: 'It is a health care provider and gets the data to treat the patient',
    rule: 'treatment-provider',
  },
  {
    value: 'only-carries',
    label:
      'It only carries the data from one place to another, like the mail or a phone line, and keeps none',
    rule: 'conduit',
  },
  {
    value: 'only-payments',
    label: 'It is a bank and does nothing but process payments',
    rule: 'payment-processing',
  },
] as const satisfies readonly DeterminationReason[]

/** Every reason that a determination can give. */
export const determinationReasons: readonly DeterminationReason[] = [...associateReasons, ...otherReasons]
