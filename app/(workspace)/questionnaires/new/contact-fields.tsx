'use client'

import { type ChangeEvent, useState } from 'react'
import { TextField } from '#components/form/text-field'

export interface Contact {
  name: string
  about: string
  email: string
}

/** Who answers. The e-mail follows the name, so that the link does not go to whoever stood there before. */
export function ContactFields({
  contacts,
  name,
  email,
  mails,
  errors,
}: {
  contacts: readonly Contact[]
  name: string
  email: string
  mails: boolean
  errors: Readonly<Record<string, string | undefined>>
}) {
  const [address, setAddress] = useState({ value: email, times: 0 })
  const follow = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const field = currentTarget.form?.elements.namedItem('contactEmail')
    if (!(field instanceof HTMLInputElement)) return
    const isTyped = field.value !== '' && !contacts.some((contact) => contact.email === field.value)
    if (isTyped) return
    const value = contacts.find((contact) => contact.name === currentTarget.value)?.email ?? ''
    // Another key makes the field anew with another first value: it stays one that keeps itself.
    if (value !== field.value) setAddress(({ times }) => ({ value, times: times + 1 }))
  }
  return (
    <>
      <TextField
        name="contactName"
        label="Name"
        defaultValue={name}
        suggestions={contacts.map((contact) => contact.name)}
        hint={contactsInWords(contacts)}
        width="half"
        error={errors['contactName']}
        onChange={follow}
        required
      />
      <TextField
        key={address.times}
        name="contactEmail"
        label="E-mail"
        type="email"
        defaultValue={address.times === 0 ? email : address.value}
        suggestions={contacts.flatMap((contact) => (contact.email ? [contact.email] : []))}
        hint={
          mails
            ? 'The link goes there by mail, and so do reminders: 14, 7 and 1 days before, then every week.'
            : 'Mail is not set up here: you get the link to send yourself.'
        }
        width="half"
        error={errors['contactEmail']}
      />
    </>
  )
}

function contactsInWords(contacts: readonly Contact[]): string {
  if (contacts.length === 0) return 'The vendor has no contacts in the register yet.'
  return `In the register: ${contacts
    .slice(0, 6)
    .map(({ name, about, email }) => [name, about, email].filter(Boolean).join(', '))
    .join('; ')}.`
}
