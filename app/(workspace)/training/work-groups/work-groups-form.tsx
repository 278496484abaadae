'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { count } from '#lib/base/text'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { type EntryState, listIn } from '../../form-values.ts'

interface Title {
  title: string
  shown: string
  people: number
  group: string | null
  guess: string | null
}

/** Every job title with the work group it stands for; of those not sorted yet a guess is filled in, which counts once it is saved. */
export function WorkGroupsForm({
  action,
  titles,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  titles: readonly Title[]
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(_errors, state) => {
        const entered = state.values ? listIn(state.values, 'groups[]') : null
        return (
          <>
            <div className="table-wrap">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Job title</th>
                    <th scope="col">People</th>
                    <th scope="col">Work group</th>
                  </tr>
                </thead>
                <tbody>
                  {titles.map(({ title, shown, people, group, guess }, at) => (
                    <tr key={title}>
                      <th scope="row">
                        {shown}
                        {group === null ? (
                          <span className="text-muted">
                            {' '}
                            · {guess ? 'a guess, not saved yet' : 'not sorted'}
                          </span>
                        ) : null}
                      </th>
                      <td>{count(people, 'person', 'people')}</td>
                      <td>
                        <input type="hidden" name="titles[]" value={title} />
                        <select
                          name="groups[]"
                          className="control"
                          aria-label={`Work group of ${shown}`}
                          defaultValue={entered?.[at] ?? group ?? guess ?? 'none'}
                        >
                          <option value="none">None</option>
                          {jobGroupOptions.map(({ value, label }) => (
                            <option key={value} value={value}>
                              {label}
                            </option>
                          ))}
                        </select>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <FormActions note="Guesses come from the words of the title. They count once you save them.">
              <SubmitButton>Save all</SubmitButton>
              <ButtonLink href="/training">Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
