import type { FieldErrors } from '#components/form/action-form'
import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import type { Citation } from '#components/ui/cite'
import { protectedInputs, useKinds } from '#lib/ai-systems/options'
import { answers } from '#lib/kernel/answers'
import { type FormValues, listIn, textIn } from '../form-values.ts'

/** The rule behind a question or safeguard, by its key. Laws of states where the practice does not work are left out. */
export type FormCitations = Readonly<Record<string, Citation | undefined>>

interface Question {
  name: string
  label: string
  hint?: string
  why: string
}

const questions: readonly Question[] = [
  {
    name: 'patientData',
    label: 'Does patient data go in?',
    hint: 'Anything from which a patient could be told: names and dates, but also voices, images, notes.',
    why: 'If so, HIPAA’s rules on vendors, minimum necessary and security apply. The flows then say which data.',
  },
  {
    name: 'reachesPatient',
    label: 'Does its output reach patients?',
    hint: 'It talks, writes or shows something to them, or staff pass on its text as it is.',
    why: 'Several states want patients told, and some say how.',
  },
  {
    name: 'licensedReview',
    label: 'Does a licensed person read its output first?',
    hint: 'A physician, nurse or other license holder reads it before it counts, every time.',
    why: 'Lowers the risk tier, and lifts the duty to label AI messages in some states.',
  },
  {
    name: 'therapy',
    label: 'Does it take part in mental-health therapy?',
    why: 'Some states forbid AI to do therapy, and want consent before sessions are recorded.',
  },
  {
    name: 'generative',
    label: 'Is it generative?',
    hint: 'It writes, speaks or draws by itself rather than sorting or scoring.',
    why: 'What writes by itself can make things up.',
  },
  {
    name: 'decisionSupport',
    label: 'Does it support decisions about a patient’s care?',
    hint: 'It predicts, ranks, flags or recommends for one patient, such as a risk score.',
    why: 'Then it must be checked for discrimination.',
  },
]

/** The questions that decide which law applies. "Not known yet" is an honest answer: it shows as open until it is settled. */
export function LawQuestions({
  values,
  errors,
  citations,
}: {
  values: FormValues
  errors: FieldErrors
  citations: FormCitations
}) {
  const [patientData, ...others] = questions
  const ask = ({ name, label, hint, why }: Question) => (
    <RadioGroup
      key={name}
      name={name}
      label={label}
      hint={hint}
      why={why}
      rule={citations[name]}
      options={answers}
      defaultValue={textIn(values, name)}
      error={errors[name]}
      required
    />
  )
  return (
    <FormSection
      title="Which law applies?"
      lede="Answer what you know. What is not known yet counts as open until somebody finds out."
    >
      {patientData ? ask(patientData) : null}
      <RadioGroup
        name="useKind"
        label="Is it clinical or administrative?"
        why="Clinical use weighs more, and brings in the rules for care."
        options={useKinds}
        defaultValue={textIn(values, 'useKind')}
        error={errors.useKind}
        required
      />
      {others.map(ask)}
      <input type="hidden" name="protectedInputs[]" value="" />
      <CheckboxGroup
        name="protectedInputs[]"
        id="protectedInputs"
        label="Protected inputs: which of these does it use?"
        hint="Ask the vendor. A stand-in carries much the same information as what it stands for."
        why="For decisions about care, each input named here has to be looked at for unfair results."
        rule={citations.protectedInputs}
        options={protectedInputs}
        defaultValue={listIn(values, 'protectedInputs[]')}
        error={errors.protectedInputs}
        columns={2}
      />
    </FormSection>
  )
}
