import { expect, test } from 'vitest'
import { nearVendors, vendorTextKey } from './match-vendors.ts'

const vendors = ['Quillwell Health, Inc.', 'Bellwether Voice', 'Harbor Health', 'Acme', 'ACME LLC'].map(
  (name, at) => ({ id: `${at}`, ref: `V-00${at}`, name }),
)
const near = nearVendors(vendors)
const names = (words: string) => near(words).likely.map(({ name }) => name)

test('legal forms, capitals and marks do not tell vendors apart', () => {
  expect(near('quillwell health').sure?.ref).toBe('V-000')
  expect(near('The Bellwether Voice Co.').sure?.ref).toBe('V-001')
  expect(vendorTextKey(' Béll  wether ')).toBe('bell wether')
})

test('two vendors of one name are both likely, and neither is sure', () => {
  expect(near('Acme Inc').sure).toBeNull()
  expect(names('Acme Inc')).toEqual(['Acme', 'ACME LLC'])
})

test('shared words make a vendor likely, most of them first, and nothing in common makes none', () => {
  expect(names('Harbor Health Systems')).toEqual(['Harbor Health', 'Quillwell Health, Inc.'])
  expect(near('Harbor Health Systems').sure).toBeNull()
  expect(near('Northbeam')).toEqual({ sure: null, likely: [] })
})

test('a name that is nothing but a legal form still counts as a name', () => {
  expect(nearVendors([{ id: '1', ref: 'V-001', name: 'The Limited' }])('The Limited').sure?.ref).toBe('V-001')
})
