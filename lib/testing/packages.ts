import { strToU8, zipSync } from 'fflate'

export type Files = Record<string, string | Uint8Array>

/** A zip of these files. */
export function zipOf(files: Files): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  )
  return Uint8Array.from(zipSync(Object.fromEntries(bytes)))
}

const dialects = {
  '1.2': {
    namespaces:
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    schema: '1.2',
    type: 'adlcp:scormtype="sco"',
    mastery: (points: number) => `<adlcp:masteryscore>${points}</adlcp:masteryscore>`,
  },
  '2004': {
    namespaces:
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    schema: '2004 4th Edition',
    type: 'adlcp:scormType="sco"',
    mastery: (points: number) =>
      `<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>${points / 100}</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>`,
  },
} as const

interface Written {
  version?: keyof typeof dialects
  title?: string
  href?: string
  mastery?: number
  parameters?: string
}

/** The manifest of a package with one part. */
export function manifestOf({
  version = '1.2',
  title = 'Phishing & you',
  href = 'index.html',
  mastery,
  parameters,
}: Written = {}): string {
  const { namespaces, schema, type, mastery: scored } = dialects[version]
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- written by a test -->
<manifest identifier="M1" ${namespaces}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${schema}</schemaversion></metadata>
  <organizations default="O1"><organization identifier="O1"><title>${escaped(title)}</title>
    <item identifier="I1" identifierref="R1"${parameters === undefined ? '' : ` parameters="${escaped(parameters)}"`}><title>Part</title>${mastery === undefined ? '' : scored(mastery)}</item>
  </organization></organizations>
  <resources><resource identifier="R1" type="webcontent" ${type} href="${escaped(href)}"><file href="${escaped(href)}"/></resource></resources>
</manifest>`
}

/** A small package; `files` are added to its manifest and its page. */
export function packageOf(written: Written = {}, files: Files = {}): Uint8Array<ArrayBuffer> {
  return zipOf({
    'imsmanifest.xml': manifestOf(written),
    'index.html': '<!doctype html><title>Part</title><p>Look twice.</p>',
    ...files,
  })
}
