import type { Page } from '@playwright/test'

/** A file as somebody adds it to a record. */
export interface File {
  name: string
  bytes: Buffer
  title: string
  validUntil?: string
}

/** The evidence on the page of a record. */
export const section = (page: Page) => page.getByRole('region', { name: 'Evidence' })
export const row = (page: Page, title: string) =>
  section(page).getByRole('listitem').filter({ hasText: title })
/** Fills in the form for a file and sends it. */
export async function fillIn(page: Page, { name, bytes, title, validUntil }: File): Promise<void> {
  await page.getByLabel('What is it?').fill(title)
  if (validUntil) await page.getByLabel('Valid until').fill(validUntil)
  // Browsers say a type by the name; the server must not believe it.
  const file = { name, mimeType: 'application/pdf', buffer: bytes }
  await page.getByLabel('The file', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Add the file' }).click()
}
