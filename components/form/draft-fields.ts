import { type Control, controlsOf, type FieldValues, isTicked } from './form-controls.ts'

/** The values of all fields that may be kept. A group of boxes with none ticked is there as an empty list. */
export function readFields(form: HTMLFormElement): FieldValues {
  const values: FieldValues = {}
  for (const control of controlsOf(form)) {
    const list = (values[control.name] ??= [])
    if (isTicked(control)) {
      if (control.checked) list.push(control.value)
    } else if (control instanceof HTMLSelectElement) {
      list.push(...[...control.selectedOptions].map((option) => option.value))
    } else list.push(control.value)
  }
  return values
}

/** Puts values back as if they had been typed, so that whatever listens to the fields hears of it. */
export function fillFields(form: HTMLFormElement, values: FieldValues): void {
  const used = new Map<string, number>()
  for (const control of controlsOf(form)) {
    const wanted = values[control.name]
    if (!wanted) continue
    const index = used.get(control.name) ?? 0
    used.set(control.name, index + 1)
    if (isTicked(control)) {
      if (control.checked !== wanted.includes(control.value)) control.click()
    } else if (control instanceof HTMLSelectElement) {
      // Several lists may share a name, each with one choice.
      const chosen = control.multiple ? wanted : wanted.slice(index, index + 1)
      for (const option of control.options) option.selected = chosen.includes(option.value)
      announce(control)
    } else {
      const value = wanted[index]
      if (value === undefined || value === control.value) continue
      // Past React's own setter, which would take the change for its own and stay silent.
      const prototype =
        control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
      announce(control)
    }
  }
}

function announce(control: Control): void {
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
