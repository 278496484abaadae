'use client'

import { useState } from 'react'
import type { FieldErrors } from '#components/form/action-form'
import { FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { TextField } from '#components/form/text-field'
import { Button, IconButton } from '#components/ui/button'
import { usStates } from '#lib/people/places'

/** One row per site; rows can be added and taken out. `state` is where a new site most likely is. */
export function SiteFields({ errors, state }: { errors: FieldErrors; state: string }) {
  const [rows, setRows] = useState<readonly number[]>([0])
  // The server numbers the sites it was sent, so its errors count rows, not names of fields.
  return (
    <FormSection
      title="Its sites"
      lede="Every place where you see patients or keep an office. One is enough to begin."
    >
      {errors['sites'] ? <p className="field-error">{errors['sites']}</p> : null}
      {rows.map((row, index) => (
        <div
          key={row}
          className="flex max-w-[38rem] flex-wrap items-end gap-3"
          role="group"
          aria-label={`Site ${index + 1}`}
        >
          <div className="min-w-48 flex-1">
            <TextField
              name={`sites.${row}.name`}
              id={`sites.${index}.name`}
              label="Name"
              hint={index === 0 ? 'As your people call it: “Downtown”, “Main Street”.' : undefined}
              error={errors[`sites.${index}.name`]}
              required
            />
          </div>
          <div className="w-48">
            <Select
              name={`sites.${row}.state`}
              id={`sites.${index}.state`}
              label="State"
              options={usStates}
              defaultValue={state}
              error={errors[`sites.${index}.state`]}
              required
            />
          </div>
          {rows.length > 1 ? (
            <IconButton
              label={`Take site ${index + 1} out`}
              icon="close"
              onClick={() => setRows(rows.filter((other) => other !== row))}
            />
          ) : null}
        </div>
      ))}
      <div>
        <Button icon="plus" onClick={() => setRows([...rows, Math.max(...rows) + 1])}>
          Add a site
        </Button>
      </div>
    </FormSection>
  )
}
