import type { Metadata } from 'next'
import { PageTitle } from '#components/shell/page-title'
import { ButtonLink } from '#components/ui/button'
import { PageHeader } from '#components/ui/section'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFoundHere() {
  return (
    <>
      <PageTitle title="Not found" />
      <PageHeader
        title="This does not exist, or it is not shared with you"
        lede="If you followed a link, what it led to may have moved. If you should see it, ask whoever keeps the register."
      />
      <ButtonLink href="/">Go to my work</ButtonLink>
    </>
  )
}
