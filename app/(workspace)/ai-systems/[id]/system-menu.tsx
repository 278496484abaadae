import { Menu, MenuLine, MenuLink, MenuSubmit } from '#components/ui/menu'
import { can, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { duplicateFromMenu } from '../decision-actions.ts'
import type { LoadedSystem } from '../load-system.ts'

/** What is done rarely: a copy, an assessment, another tier, the archive. Nothing for those who may do none of it. */
export function SystemMenu({ loaded: { actor, system, siteIds, from } }: { loaded: LoadedSystem }) {
  const to = (page: string) => withReturn(`/ai-systems/${system.id}/${page}`, from)
  const mayCopy = canAt(actor, 'ai-system.edit', siteIds)
  const mayArchive = canAt(actor, 'ai-system.archive', siteIds)
  const mayAssess = canAt(actor, 'assessment.edit', siteIds) && !system.archived && system.stage !== 'retired'
  if (!mayCopy && !mayArchive && !mayAssess) return null
  return (
    <Menu label="More" icon="more" iconOnly>
      {mayCopy ? (
        <form action={duplicateFromMenu}>
          <input type="hidden" name="id" value={system.id} />
          <MenuSubmit icon="copy">Duplicate</MenuSubmit>
        </form>
      ) : null}
      {mayAssess ? (
        <MenuLink href={`/assessments/new?for=${system.id}`} icon="shield">
          Assess it
        </MenuLink>
      ) : null}
      {can(actor, 'ai-system.override-tier') && !system.archived ? (
        <MenuLink href={to('tier')} icon="alert">
          Set the risk tier by hand
        </MenuLink>
      ) : null}
      {mayArchive ? (
        <>
          <MenuLine />
          <MenuLink href={to('archive')} icon={system.archived ? 'restore' : 'archive'}>
            {system.archived ? 'Restore…' : 'Archive…'}
          </MenuLink>
        </>
      ) : null}
    </Menu>
  )
}
