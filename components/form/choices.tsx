import { controlProps, type FieldProps, GroupField } from './field.tsx'
import type { Option } from './select.tsx'

type Choice = FieldProps & { options: readonly Option[] }

function hintId(id: string, option: Option) {
  return option.hint ? `${id}-${option.value}-hint` : undefined
}

/** Any number of choices; each checked one is submitted under the same name. Also the way to pick sites. */
export function CheckboxGroup({
  options,
  defaultValue = [],
  columns = 1,
  ...field
}: Choice & { defaultValue?: readonly string[] | undefined; columns?: 1 | 2 | 3 }) {
  const { id } = controlProps(field)
  return (
    <GroupField {...field}>
      <div className={`choices choices-${columns}`}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={field.name}
              value={option.value}
              defaultChecked={defaultValue.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={hintId(id, option)}
            />
            <span>
              {option.label}
              {option.hint ? (
                <span className="field-hint" id={hintId(id, option)}>
                  {option.hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </GroupField>
  )
}

/** A longer label does not fit beside others on a phone. */
const longestSegment = 40

/** One of a few, all in sight: a row of segments, or a `stacked` list when the choices need explaining or more room. */
export function RadioGroup({
  options,
  defaultValue,
  stacked = options.some(({ hint, label }) => hint !== undefined || label.length > longestSegment),
  ...field
}: Choice & { defaultValue?: string | undefined; stacked?: boolean }) {
  const { id } = controlProps(field)
  return (
    <GroupField {...field}>
      <div className={stacked ? 'choices choices-1' : 'segments'}>
        {options.map((option, index) => (
          <label key={option.value} className={stacked ? 'choice' : 'segment'}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={field.name}
              value={option.value}
              defaultChecked={defaultValue === option.value}
              disabled={option.disabled}
              required={field.required}
              aria-describedby={hintId(id, option)}
            />
            <span>
              {option.label}
              {option.hint ? (
                <span className="field-hint" id={hintId(id, option)}>
                  {option.hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </GroupField>
  )
}

/** A single statement to agree to, submitted as 'on'. */
export function Checkbox({
  name,
  id = name,
  label,
  hint,
  error,
  required,
  defaultChecked,
  value,
}: Omit<FieldProps, 'why' | 'rule'> & { defaultChecked?: boolean | undefined; value?: string }) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <div className="field-main">
        {error ? (
          <p className="field-error" id={`${id}-error`}>
            <span className="sr-only">Error: </span>
            {error}
          </p>
        ) : null}
        <label className="choice">
          <input
            type="checkbox"
            {...controlProps({ name, id, hint, error, required })}
            defaultChecked={defaultChecked}
            value={value}
          />
          <span>
            {label}
            {hint ? (
              <span className="field-hint" id={`${id}-hint`}>
                {hint}
              </span>
            ) : null}
          </span>
        </label>
      </div>
    </div>
  )
}
