import { controlsOf, type FieldValues, isTicked } from './form-controls.ts'

/** What the page put into the fields before anybody typed, whatever stands there now. */
export function openedWith(form: HTMLFormElement): FieldValues {
  const values: FieldValues = {}
  for (const control of controlsOf(form)) {
    const list = (values[control.name] ??= [])
    if (isTicked(control)) {
      if (control.defaultChecked) list.push(control.value)
    } else if (control instanceof HTMLSelectElement) {
      const given = [...control.options].filter((option) => option.defaultSelected)
      list.push(...(given.length > 0 ? given : [...control.options].slice(0, 1)).map(({ value }) => value))
    } else list.push(control.defaultValue)
  }
  return values
}
