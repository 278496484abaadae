import { headers } from 'next/headers'
import type { PackagePlay } from '#components/training/package-frame'
import type { Actor } from '#lib/kernel/access'
import type { CoursePackage } from '#lib/law/lessons/course-package'
import { now } from '#lib/platform/clock'
import { originIn, packagesOriginIn } from '#lib/platform/front-door'
import { makeTicket } from '#lib/platform/package-ticket'
import { isEnough, type KeptPackage } from '#lib/training/package-kept'

/** A package as the page that frames it is given it, with a ticket of its own. `kept` null: a preview, which keeps nothing. */
export async function packagePlay(
  actor: Actor,
  { contentId, sha256, title, version, launch, mastery }: CoursePackage,
  { passPercent, kept }: { passPercent: number; kept: KeptPackage | null },
): Promise<PackagePlay> {
  const asked = await headers()
  const origin = packagesOriginIn(asked)
  const who = kept ? actor.personId : 'preview'
  const place = { practice: actor.practiceId, content: contentId, sha256 }
  return {
    ...{ title, origin, passPercent },
    src: origin ? `${origin}/${makeTicket({ ...place, who, app: originIn(asked) }, now())}/` : '',
    begin: { version, launch, mastery, learner: { id: actor.personId, name: actor.name } },
    state: kept?.state ?? null,
    done: Boolean(kept?.report && isEnough(kept.report, passPercent)),
  }
}
