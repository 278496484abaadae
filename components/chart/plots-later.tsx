'use client'

import dynamic from 'next/dynamic'

// Recharts draws nothing on the server and weighs as much as the rest of a page: it comes after the page, alone.
export const BarsPlotLater = dynamic(() => import('./bars-plot.tsx').then((module) => module.BarsPlot), {
  ssr: false,
})
export const LinePlotLater = dynamic(() => import('./line-plot.tsx').then((module) => module.LinePlot), {
  ssr: false,
})
