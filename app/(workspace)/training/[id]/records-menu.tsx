import { Menu, MenuLine, MenuLink } from '#components/ui/menu'
import { type Actor, can } from '#lib/kernel/access'

/** What is kept of a campaign: sheets that are signed by hand, and the binder for whoever asks how people were trained. */
export function RecordsMenu({ actor, campaignId }: { actor: Actor; campaignId: string }) {
  const path = `/training/${campaignId}`
  return (
    <Menu label="Records" icon="document">
      <MenuLink href={`${path}/paper`} icon="edit">
        Sign on paper
      </MenuLink>
      {can(actor, 'training.export') ? (
        <>
          <MenuLine />
          <p className="menu-group">Binder: everything about this campaign</p>
          <MenuLink href={`${path}/binder.zip`} icon="download">
            ZIP, with a hash of every file
          </MenuLink>
          <MenuLink href={`${path}/binder.pdf`} icon="download">
            PDF, to read and print
          </MenuLink>
        </>
      ) : null}
    </Menu>
  )
}
