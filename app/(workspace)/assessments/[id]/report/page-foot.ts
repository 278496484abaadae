/** The style of what stands in the foot of every printed page. Nothing but letters, digits and plain signs gets into it. */
export function pageFoot(words: string): string {
  const safe = words.replaceAll(/[^A-Za-z0-9 .,:·-]/g, '')
  return `@page {
  size: auto;
  margin: 16mm 14mm 18mm;
  @bottom-left { content: "${safe}"; font: 7pt sans-serif; color: #444; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7pt sans-serif; color: #444; }
}`
}
