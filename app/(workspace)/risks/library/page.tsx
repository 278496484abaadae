import type { Metadata } from 'next'
import { Select } from '#components/form/select'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Button } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Card, PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel, type SearchParams } from '#lib/kernel/table'
import { personChoices } from '#lib/people/directory'
import { libraryPage } from '#lib/risks/library-queries'
import { categories } from '#lib/risks/options'
import { adoptAction } from '../actions.ts'
import { LibraryForm } from './library-form.tsx'

const path = '/risks/library'

export const metadata: Metadata = { title: 'Library of risks' }

const first = (value: SearchParams[string]) => (typeof value === 'string' ? value : '')

export default async function LibraryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('risk.edit')
  const params = await searchParams
  const category = categories.find(({ value }) => value === first(params.category))?.value ?? ''
  const everything = first(params.all) === 'yes'
  const page = await libraryPage(actor, { systemId: first(params.system), category, everything })
  const { system } = page
  const query = new URLSearchParams({
    ...(system ? { system: system.id } : {}),
    ...(category ? { category } : {}),
    all: 'yes',
  })
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/risks', label: 'Risks' }]} />}
        title="Library of risks"
        lede="Things that go wrong with AI in a practice, in plain words. Tick those that fit. They come into the register with an owner and without a score: only you know how likely they are here."
      />
      <div className="grid gap-6">
        <Card>
          <form className="grid gap-4">
            {page.systems ? (
              <Select
                name="system"
                label="What for?"
                empty="The practice as a whole"
                options={page.systems}
                defaultValue={system?.id ?? ''}
                width="half"
              />
            ) : system ? (
              <>
                <input type="hidden" name="system" value={system.id} />
                <p>
                  For {system.name} ({system.ref}). <a href={path}>For the practice instead</a>
                </p>
              </>
            ) : (
              <p className="text-muted">
                For the practice as a whole. For one AI system, open its page and choose “Risks from the
                library”.
              </p>
            )}
            <Select
              name="category"
              label="What it threatens"
              empty="Anything"
              options={categories.map(({ value, label }) => ({ value, label }))}
              defaultValue={category}
              width="half"
            />
            <div>
              <Button type="submit">Show these</Button>
            </div>
          </form>
        </Card>
        {page.mayAdopt ? null : (
          <Callout title="Choose one of your AI systems first.">
            <p>
              What concerns the whole practice, or other sites too, is taken over by the compliance officer.
            </p>
          </Callout>
        )}
        <LibraryForm
          key={`${system?.id ?? 'practice'} ${category} ${everything}`}
          action={adoptAction}
          system={system}
          mayAdopt={page.mayAdopt}
          offered={page.offered.map(
            ({ key, title, cause, event, consequence, adoptedAs, category: kind }) => ({
              ...{ key, title, cause, event, consequence, adoptedAs },
              category: optionLabel(categories, kind),
            }),
          )}
          people={await personChoices(actor, { entered: [actor.personId] })}
          ownerId={actor.personId}
        />
        {page.leftOut > 0 ? (
          <p className="text-muted">
            {page.leftOut} more do not seem to fit {system ? system.name : 'the practice as a whole'}.{' '}
            <a href={`${path}?${query}`}>Show them too</a>
          </p>
        ) : null}
      </div>
    </>
  )
}
