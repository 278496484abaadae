/** What stands in a form's fields, by name; several values where fields share a name. */
export type FieldValues = Record<string, string[]>

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Never kept: secrets, files, what the page itself put there, and buttons. */
const LEFT_OUT = ['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image']

/** The fields of a form that somebody fills in, in their order. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !element.disabled &&
      !LEFT_OUT.includes(element.type) &&
      element.autocomplete !== 'one-time-code',
  )
}

export const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
