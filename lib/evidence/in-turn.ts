import { turns } from '#lib/base/turns'

/** Files that are looked through and stored at the same time; each takes tens of megabytes and a connection meanwhile. */
const AT_ONCE = 2

/** Does the work as soon as fewer than two others are under way in this process, first come first served. */
export const inTurn = turns(AT_ONCE)
