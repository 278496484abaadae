import type { FieldErrors } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import { TextField } from '#components/form/text-field'
import { safeguardStates } from '#lib/ai-systems/options'
import { safeguards } from '#lib/ai-systems/safeguards'
import { type FormValues, textIn } from '../form-values.ts'
import type { FormCitations } from './law-questions.tsx'

/** The ten safeguards, each with its state and a note. */
export function SafeguardFields({
  values,
  errors,
  citations,
}: {
  values: FormValues
  errors: FieldErrors
  citations: FormCitations
}) {
  return (
    <FormSection title="What keeps it safe?" lede="Not met and not known yet both count as gaps.">
      {safeguards.map(({ key, label, ask }) => {
        const state = `safeguards.${key}.state`
        const note = `safeguards.${key}.note`
        return (
          <div key={key} className="grid gap-2">
            <RadioGroup
              name={state}
              label={label}
              rule={citations[key]}
              options={safeguardStates}
              defaultValue={textIn(values, state) || 'unknown'}
              error={errors[state]}
              required
            />
            <TextField
              name={note}
              label={ask}
              defaultValue={textIn(values, note)}
              error={errors[note]}
              watchPhi
            />
          </div>
        )
      })}
    </FormSection>
  )
}
