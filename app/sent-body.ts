import { formObject } from '#lib/base/form-data'

/** The longest name with the most answers, in bytes. */
const LONGEST = 64 * 1024

/** What a page sent, by its script or as a plain form; null when it is neither, or too long. */
export async function sentBody(
  request: Request,
): Promise<{ sent: Record<string, unknown>; isForm: boolean } | null> {
  if (Number(request.headers.get('content-length') ?? LONGEST + 1) > LONGEST) return null
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) {
    const sent: unknown = await request.json().catch(() => null)
    if (typeof sent !== 'object' || sent === null) return null
    return { sent: Object.fromEntries(Object.entries(sent)), isForm: false }
  }
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return null
  const form = await request.formData().catch(() => null)
  return form && { sent: { ...formObject(form) }, isForm: true }
}
