import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { count } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import { log } from '#lib/platform/log'
import { type Trouble, troubleOf } from '#lib/reminders/sent-queries'

/** What keeps people from being told, for those who keep the practice. Says nothing when all is well. */
export async function TroubleBanner({ actor }: { actor: Actor }) {
  if (!can(actor, 'practice.settings')) return null
  const trouble = await lookedUp(actor)
  if (!trouble) return null
  const { workerIsSilent, failedMails } = trouble
  if (workerIsSilent)
    return (
      <div className="mb-6">
        <Callout tone="danger" title="The background work of Plumbline has stopped.">
          <p>
            For more than 15 minutes no reminders, mails or imports were worked on. Whoever runs Plumbline has
            to start it again.
          </p>
        </Callout>
      </div>
    )
  if (failedMails === 0) return null
  return (
    <div className="mb-6">
      <Callout
        tone="danger"
        title={`${count(failedMails, 'mail')} did not go out as ${failedMails === 1 ? 'it' : 'they'} should in the last day.`}
        actions={<ButtonLink href="/reminders/sent">See what happened</ButtonLink>}
      />
    </div>
  )
}

/** The frame of every page must stand, also when this cannot be asked. */
async function lookedUp(actor: Actor): Promise<Trouble | null> {
  try {
    return await troubleOf(actor)
  } catch (error) {
    log('error', 'looking for trouble failed', { error })
    return null
  }
}
