const LONGEST = 150

/**
 * The name of a file as words to show and to save it under: no folders, no control characters, nothing that turns the
 * direction of writing round (which makes 'fdp.exe' look like 'exe.pdf'). Never used as a path.
 */
export function cleanFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .replaceAll(/[:*?"<>|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const [, stem = '', ending = ''] = /^(.*?)(\.[^. ]{1,10})?$/.exec(plain) ?? []
  const short = Array.from(stem).slice(0, LONGEST).join('').trim()
  return short === '' ? `file${ending}` : `${short}${ending}`
}
