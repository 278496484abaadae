'use server'

import * as parts from '#lib/vendors/part-commands'
import type { DecisionState } from '../question-form.tsx'
import { decide } from './decide.ts'

export async function saveContactAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.edit', form, parts.saveContact, 'Saved the contact.')
}

export async function removeContactAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.edit', form, parts.removeContact, 'Removed the contact.')
}

export async function saveLinkAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.edit', form, parts.saveLink, 'Saved the sub-processor.')
}

export async function removeLinkAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.edit', form, parts.removeLink, 'Took it off the chain.')
}

export async function saveCertificateAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.edit', form, parts.saveCertificate, 'Saved the certificate.')
}

export async function removeCertificateAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.edit', form, parts.removeCertificate, 'Removed the certificate.')
}
