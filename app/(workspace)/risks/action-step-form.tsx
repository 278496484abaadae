'use client'

import { DateField } from '#components/form/date-field'
import { PersonField } from '#components/form/person-field'
import { TextField } from '#components/form/text-field'
import { RecordForm, type RecordFormProps } from '../record-form.tsx'

/** One step of a risk's treatment: what, who, by when. */
export function ActionStepForm({
  riskOwner,
  ...form
}: RecordFormProps & {
  riskOwner: string | null
}) {
  return (
    <RecordForm {...form}>
      {({ field, people }) => (
        <>
          <TextField {...field('title')} label="What is to be done?" required />
          <PersonField
            {...field('ownerId')}
            {...people}
            label="Who does it?"
            empty={riskOwner ? `The risk’s owner, ${riskOwner}` : 'The risk’s owner'}
          />
          <DateField {...field('dueOn')} label="By when?" required />
        </>
      )}
    </RecordForm>
  )
}
