import { z } from 'zod'

export const openKioskInput = z.object({
  siteId: z.uuid('Choose from the list.'),
  name: z.string().trim().min(1, 'Give the tablet a name.').max(80, 'At most 80 characters.'),
})
export const endKioskInput = z.object({ id: z.uuid() })
export const givePinInput = z.object({ personId: z.uuid() })

/** How long a tablet stays open when nobody ends it. */
export const kioskHours = 12
