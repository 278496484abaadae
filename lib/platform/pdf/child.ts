import type { Paper } from '#lib/base/paper'
import { drawPdf } from './draw.ts'

// The process that `makePdf` starts: draws the papers that it is sent, one after the other, until nobody sends any more.

async function draw(paper: Paper): Promise<void> {
  process.send?.(await drawPdf(paper))
}

if (process.send) {
  // What throws ends this process, which whoever asked is told of.
  process.on('message', (paper) => void draw(paper as Paper))
  process.once('disconnect', () => process.exit())
}
